/* @ts-self-types="./judge.d.ts" */
/**
 * Judges the `Code` inside an answer for a signed ky, which sees HTTP statuses only. Private.
 *
 * @module
 */
import { own } from '../core.js';
import { ServiceError } from '../errors.js';
const NOT = 'not-executed';
/** What the codes of SAF mean (`spec/saf-api.md` section 2.3); any other one failed. */
const MEANINGS = {
    400: ['ERR_SAF_BAD_PARAMETERS', NOT],
    402: ['ERR_SAF_QUOTA', NOT],
    403: ['ERR_SAF_FORBIDDEN', NOT],
    404: ['ERR_SAF_UNKNOWN_SERVICE', NOT],
    500: ['ERR_SAF_INTERNAL', 'failed'],
};
/**
 * Takes a `Code` from 400 to 599 for an error, whatever the HTTP status; but not 409, by which some
 * services of China answer. Other codes are the product's own: `OK`, `1`, 200, or none.
 */
export function judgeCode(answer, facts, { action, params }) {
    const { envelope, requestId, status } = answer;
    const code = String(own(envelope, 'Code'));
    if (!/^[45]\d\d$/.test(code) || code === '409')
        return { value: answer };
    const serviceCode = Number(code);
    const service = params['Service'] ?? action;
    const [name, outcome] = MEANINGS[serviceCode] ?? ['ERR_SAF_SERVICE', 'failed'];
    const isQuota = serviceCode === 402;
    const known = { ...facts, outcome, retryable: isQuota, requestId, status };
    const details = { ...known, serviceCode, service, data: own(envelope, 'Data') };
    const message = `${service} answered ${code}: ${outcome === NOT ? 'it did not run' : 'it failed, and may be billed'}`;
    const again = isQuota ? { kind: 'quota', afterMs: 1000 } : undefined;
    return { error: new ServiceError(name, message, details), again };
}
