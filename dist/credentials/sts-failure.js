/* @ts-self-types="./sts-failure.d.ts" */
/** What happened, in words; the other codes have their own. */
const TEXTS = {
    ERR_SAF_NETWORK: 'the connection to STS failed',
    ERR_SAF_TIMEOUT: 'time ran out before STS answered',
    ERR_SAF_BAD_RESPONSE: 'STS, or what stands before it, gave no answer with credentials',
    ERR_SAF_TOO_LARGE: 'the answer of STS is too large',
    ERR_SAF_REDIRECT: 'STS answered with a redirect, which is never followed',
};
/** What asking again does not change. */
const LASTING = /REDIRECT|TOO_LARGE/;
/**
 * Tells the last failure of a call to STS as what it is to the caller: of the same class and code,
 * but always `not-executed`.
 *
 * @param error - The last failure.
 * @param action - The action of STS, for the message.
 * @param attempts - Requests sent.
 */
export function stsFailure(error, action, attempts) {
    const { cause, code, message, outcome, retryable } = error;
    const SameClass = error.constructor; // why: every class of the family takes these
    return new SameClass(code, `no credentials by ${action}: ${TEXTS[code] ?? message}`, {
        ...error,
        cause,
        outcome: 'not-executed',
        retryable: retryable || (outcome === 'unknown' && !LASTING.test(code)),
        attempts,
    });
}
