/* @ts-self-types="./scripted.d.ts" */
/**
 * What a test may want an answer to be.
 *
 * @module
 */
import { quote } from '../sign/core.js';
import { isFaultName } from './faults.js';
import { isGatewayCode } from './gateway-errors.js';
import { readInteger, readWait, requireObject, wrong } from './read.js';
import { isFaceOutcome } from './services/face-outcome.js';
/** What each preset stands for. */
export const PRESETS = {
    latency: { latencyMs: 1000 },
    throttling: { gateway: 'Throttling.User', retryAfterMs: 1000 },
    'clock-skew': { skewMs: 1_200_000 },
    'sts-expiry': { gateway: 'InvalidSecurityToken.Expired' },
    'api-502': { gateway: 'InternalError', status: 502 },
};
/** Checks a scripted answer; a name becomes what it stands for. */
export function readScripted(given, place) {
    if (typeof given === 'string') {
        if (Object.hasOwn(PRESETS, given))
            return PRESETS[given]; // why: hasOwn
        if (isFaultName(given))
            return { fault: given };
        if (isGatewayCode(given))
            return { gateway: given };
        throw new TypeError(`"${place}" knows no fault or gateway code ${quote(given)}`);
    }
    requireObject(place, given);
    const answer = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)); // why: its fields are checked below
    const { face, business, gateway, fault } = answer;
    const names = Object.keys(answer);
    const unknown = names.find((name) => !FIELDS.includes(name));
    if (unknown !== undefined)
        throw new TypeError(`"${place}" has no field ${quote(unknown)}`);
    if (names.length === 0)
        throw new TypeError(`"${place}" expected at least one field`);
    if ([face, business, gateway].filter((part) => part !== undefined).length > 1) {
        throw new TypeError(`"${place}" expected at most one of face, business and gateway`);
    }
    if (face !== undefined && !isFaceOutcome(face))
        throw wrong('face', 'name of an outcome', face);
    if (gateway !== undefined && !isGatewayCode(gateway)) {
        throw wrong('gateway', 'code of the gateway', gateway);
    }
    if (fault !== undefined && !isFaultName(fault))
        throw wrong('fault', 'name of a fault', fault);
    if (business !== undefined)
        checkBusiness(business);
    checkDetails(answer);
    return answer;
}
const FIELDS = [
    'face',
    'business',
    'gateway',
    'status',
    'retryAfterMs',
    'fault',
    'before',
    'latencyMs',
    'skewMs',
];
function checkBusiness(business) {
    requireObject('business', business);
    if (!Number.isSafeInteger(business.Code))
        throw wrong('business.Code', 'integer', business.Code);
    if (business.Message !== undefined && typeof business.Message !== 'string') {
        throw wrong('business.Message', 'text', business.Message);
    }
    // Throws a TypeError for what JSON cannot say.
    JSON.stringify(business.Data);
}
function checkDetails(answer) {
    const { gateway, status, retryAfterMs, fault, before, latencyMs, skewMs } = answer;
    if (gateway === undefined && (status ?? retryAfterMs) !== undefined) {
        throw new TypeError('"status" and "retryAfterMs" go with "gateway"');
    }
    if (fault === undefined && before !== undefined)
        throw new TypeError('"before" goes with "fault"');
    if (before !== undefined && typeof before !== 'boolean')
        throw wrong('before', 'boolean', before);
    const isStatus = Number.isInteger(status) && Number(status) >= 400 && Number(status) <= 599;
    if (status !== undefined && !isStatus)
        throw wrong('status', 'integer from 400 to 599', status);
    readInteger('retryAfterMs', retryAfterMs, 1);
    readWait('latencyMs', latencyMs);
    if (skewMs !== undefined && !Number.isFinite(skewMs))
        throw wrong('skewMs', 'number', skewMs);
}
