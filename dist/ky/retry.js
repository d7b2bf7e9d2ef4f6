/* @ts-self-types="./retry.d.ts" */
/**
 * When a signed ky tries again: only when asked, by ky's own option `retry`. Private.
 *
 * @module
 */
import { isSafError } from '../errors.js';
/** The statuses after which ky tries again, as far as they may pass. */
const STATUSES = [408, 429, 500, 502, 503, 504];
/**
 * Completes what was asked of ky: what cannot succeed is not tried again, and the gateway's wish for
 * a wait is honoured. `methods` and `retryOnTimeout` are left to ky.
 */
export function completeRetry(asked, call) {
    const given = typeof asked === 'object' ? asked : { limit: asked ?? 0 };
    const { limit = 2, statusCodes = STATUSES, shouldRetry, delay = backOff } = given;
    const done = new Set();
    return {
        ...given,
        // ky adds an object to what it had, which is `retry: 0`.
        limit,
        delay: (count) => Math.max(call.again?.afterMs ?? 0, delay(count)),
        async shouldRetry(state) {
            const { error } = state;
            const own = await shouldRetry?.(state);
            if (typeof own === 'boolean')
                return own;
            if (!isSafError(error))
                return error.name === 'TimeoutError' ? undefined : false; // why: ky gives errors only
            const kind = call.again?.kind;
            if (kind === 'skew' || kind === 'token')
                return !done.has(kind) && done.add(kind) !== undefined;
            if (kind)
                return true;
            return error.outcome === 'unknown' && statusCodes.includes(error.status ?? 0);
        },
    };
}
/** As ky does by itself, in milliseconds. */
function backOff(count) {
    return 300 * 2 ** (count - 1);
}
