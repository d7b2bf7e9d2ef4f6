/* @ts-self-types="./codes.d.ts" */
/**
 * Judges the business `Code` of a SAF answer (`spec/saf-api.md` section 2.3).
 *
 * @module
 */
import { isObject } from '../codec/check.js';
import { decodeText, own, parseJson, readText, rewriteJson } from '../codec/json.js';
import { ResponseError, ServiceError } from '../errors.js';
import { decodeFields, isChinaFace } from './actions.js';
const NOT = 'not-executed';
const MEANINGS = {
    400: ['ERR_SAF_BAD_PARAMETERS', NOT, 'the parameters are wrong or incomplete'],
    402: ['ERR_SAF_QUOTA', NOT, 'the purchased volume is used up for now'],
    403: ['ERR_SAF_FORBIDDEN', NOT, 'the service is not activated, or has expired'],
    404: ['ERR_SAF_UNKNOWN_SERVICE', NOT, 'no such service here: check its name and the region'],
    500: ['ERR_SAF_INTERNAL', 'failed', 'it failed, and may be billed'],
};
const OTHER = ['ERR_SAF_SERVICE', 'failed', 'it answered with an error, and may be billed'];
/** What else the face services of China answer: results, and ends of `init`. */
const CHINA = {
    300: '',
    409: '',
    510: 'the parameters are wrong or incomplete',
    520: 'no such person: check name and certNumber',
    530: 'no photo to compare with',
    540: 'too many failed attempts',
};
/** Reads an answer as a result, or as the error its code stands for. */
export function judgeService({ envelope }, known, service) {
    const serviceCode = readCode(own(envelope, 'Code'));
    if (serviceCode === undefined) {
        const message = 'an answer without a business code: the call may have run';
        const details = { ...known, outcome: 'unknown' };
        return { error: new ResponseError('ERR_SAF_BAD_RESPONSE', message, details) };
    }
    const { data, rawData } = readData(own(envelope, 'Data'));
    const special = isChinaFace(service) ? CHINA[serviceCode] : undefined;
    if (serviceCode === 200 || special === '') {
        const message = readText(own(envelope, 'Message'));
        const decoded = decodeFields(service, data);
        return {
            value: {
                code: serviceCode,
                message,
                requestId: known.requestId ?? '',
                data: decoded,
                rawData,
            },
        };
    }
    const [code, outcome, meaning] = MEANINGS[serviceCode] ?? OTHER;
    const isQuota = serviceCode === 402;
    const isInternal = serviceCode === 500;
    // A bad resourceCode arrives as 500 with Data (spec/saf-api.md section 1.4).
    const isExplained = isInternal && data !== undefined;
    const advice = isExplained ? ': check resourceCode and the photos' : '';
    const text = `${service} ${serviceCode}: ${special ?? meaning}${advice}`;
    const details = { ...known, outcome, retryable: isQuota, serviceCode, service, data };
    return {
        error: new ServiceError(code, text, details),
        again: isQuota
            ? { kind: 'quota' }
            : isInternal && !isExplained
                ? { kind: 'internal' }
                : undefined,
    };
}
/** Reads an integer, or up to nine digits as text, which is all that XML has. */
function readCode(value) {
    if (typeof value === 'number')
        return Number.isSafeInteger(value) ? value : undefined;
    return typeof value === 'string' && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : undefined;
}
function readData(value) {
    if (typeof value === 'string' && value !== '')
        return { data: decodeText(value, parseJson), rawData: value };
    if (!isObject(value) && !Array.isArray(value))
        return { data: undefined, rawData: undefined };
    // Data nested too deep to be written is still an answer that was paid for.
    return { data: value, rawData: rewriteJson(value) };
}
