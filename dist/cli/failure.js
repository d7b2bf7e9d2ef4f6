import { printable, printJson, printRows } from './output.js';
import { readErrorCode } from './system-error.js';
const OUTCOMES = {
    'not-executed': 'nothing was executed',
    failed: 'the service failed; the call may be billed',
    unknown: 'it may have run, and may be billed',
};
/** What to do when a call may have run. */
export const CALL_AGAIN_HINT = 'find out first whether it ran: another call is a new one, and may be billed again';
/** What to do about each error when nothing was executed, or the service failed. */
const HINTS = {
    ERR_SAF_THROTTLED: 'wait a moment and call again',
    ERR_SAF_CLOCK_SKEW: "set this machine's clock and call again",
    ERR_SAF_NONCE_USED: CALL_AGAIN_HINT,
    ERR_SAF_CREDENTIALS: 'check ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_SECURITY_TOKEN',
    ERR_SAF_SIGNATURE: 'check ALIBABA_CLOUD_ACCESS_KEY_SECRET: is it whole, and of this key?',
    ERR_SAF_GATEWAY: "look the gateway's code up, before the colon",
    ERR_SAF_BAD_PARAMETERS: 'check the two photos and --resource-code',
    ERR_SAF_QUOTA: 'wait for the next day, or buy more volume',
    ERR_SAF_FORBIDDEN: "activate the service in the vendor's console, in this region",
    ERR_SAF_UNKNOWN_SERVICE: 'check --region: ap-southeast-1 has face verification',
    ERR_SAF_INTERNAL: 'check --resource-code and the two photos; then call again',
    ERR_SAF_SERVICE: "ask the vendor's support, with the requestId",
    ERR_SAF_NETWORK: 'check the network and --endpoint; does something listen there?',
    ERR_SAF_TIMEOUT: 'call again, with more time: --timeout 30000',
    ERR_SAF_LIMITED: 'wait a moment and call again',
    ERR_SAF_BAD_RESPONSE: 'make the photos smaller, and check --endpoint',
    ERR_SAF_TOO_LARGE: 'check --endpoint',
    ERR_SAF_REDIRECT: 'check --endpoint',
};
/** Prints a failure: as one line of JSON on standard output, or readable on standard error. */
export function printFailure({ err, isJson, out }, failure, advice) {
    if (isJson) {
        const { attempts, code, message, name, outcome, requestId, retryable } = failure;
        printJson(out, { error: { name, code, message, outcome, retryable, attempts, requestId } });
        return;
    }
    const headline = err.paint('red', err.paint('bold', `✗ ${advice.headline}`));
    err.line(`${headline}  ${printable(failure.message)}`);
    const { outcome } = failure;
    printRows(err, [
        ['outcome', err.paint(outcome === 'not-executed' ? 'green' : 'yellow', OUTCOMES[outcome])],
        ['what to do', printable(advice.hint)],
        ...(advice.rows ?? []),
    ]);
}
/** Prints why a call failed. */
export function printCallFailure(output, error) {
    const { attempts, code, outcome, requestId, status } = error;
    const cause = readErrorCode(error.cause);
    const rows = [
        ['code', cause === undefined ? code : `${code} (${printable(cause)})`],
        ['attempts', String(attempts)],
    ];
    if (status !== undefined && status !== 200)
        rows.push(['HTTP status', String(status)]);
    if (requestId !== undefined)
        rows.push(['requestId', printable(requestId)]);
    const hint = outcome === 'unknown' ? CALL_AGAIN_HINT : (adviseSignature(error) ?? HINTS[code]);
    printFailure(output, error, { headline: 'The call failed', hint, rows });
}
/** A signature that differs for another reason than the secret is not the user's doing. */
function adviseSignature(error) {
    const isOurs = error.name === 'SignatureError' && error.explanation.parameter !== undefined;
    return isOurs ? 'something between here and the gateway changes requests: a proxy?' : undefined;
}
