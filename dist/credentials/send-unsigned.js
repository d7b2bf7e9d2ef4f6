/* @ts-self-types="./send-unsigned.d.ts" */
/**
 * Sends a request of STS that carries no signature: a form with a timestamp and a nonce.
 *
 * @module
 */
import { check, checkText } from '../sign/core.js';
import { jsonFormat } from '../core.js';
import { formatTimestamp, isEpochMs } from '../core.js';
import { readSent, timeoutFailure } from '../core.js';
import { canonicalize } from '../sign/core.js';
import { encodeText } from '../sign/core.js';
import { startDeadline } from '../core.js';
import { BROKEN, sendOnce } from '../core.js';
import { STS_VERSION } from './role.js';
/** Decoded bytes of an answer: it holds nothing but a triple. */
const MAX_RESPONSE_BYTES = 1_048_576;
/**
 * Sends one request.
 *
 * @throws A `SafError`, or what reading the secrets rejects with.
 */
export async function sendUnsigned(sender, timeoutMs) {
    const deadline = startDeadline(timeoutMs);
    try {
        const secrets = await deadline.race(sender.readSecrets());
        const result = await post(sender, secrets, deadline);
        if (!result.error)
            return result.value.envelope;
        sender.skewMs = result.skewMs ?? sender.skewMs;
        throw result.error;
    }
    catch (error) {
        if (error !== deadline.signal.reason)
            throw error;
        throw timeoutFailure({ attempts: 1 }, 'not-executed').error;
    }
    finally {
        deadline.end();
    }
}
async function post({ fetch, params, platform, skewMs, url }, secrets, deadline) {
    const nowEpochMs = platform.now();
    const nonce = platform.nonce();
    check(isEpochMs(nowEpochMs + skewMs), 'platform.now', 'epoch milliseconds', nowEpochMs);
    checkText(nonce, 'platform.nonce');
    const all = Object.entries({
        ...params,
        ...secrets,
        Version: STS_VERSION,
        Format: jsonFormat.name,
        SignatureNonce: nonce,
        Timestamp: formatTimestamp(nowEpochMs + skewMs),
    });
    const given = all.filter((pair) => pair[1] !== undefined);
    const body = encodeText(canonicalize(Object.fromEntries(given)));
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const order = { fetch, url, headers, body, maxBytes: MAX_RESPONSE_BYTES, deadline };
    const reading = {
        facts: { attempts: 1 },
        format: jsonFormat,
        stringToSign: () => '',
        nowEpochMs,
        skewMs,
        // Whatever it proves, the request is made again.
        readProof: () => 'nothing',
    };
    try {
        return readSent(await sendOnce(order), reading);
    }
    catch (error) {
        if (deadline.signal.aborted)
            throw deadline.signal.reason;
        // Whatever a stand-in for a Response throws.
        return readSent({ kind: 'lost', what: BROKEN, error }, reading);
    }
}
