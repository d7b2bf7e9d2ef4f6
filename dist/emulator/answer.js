/* @ts-self-types="./answer.d.ts" */
/**
 * Answers of the API, before they are written: envelopes of errors, services and STS.
 *
 * @module
 */
import { randomNonce } from '../core.js';
import { describeRefusal } from './gateway-errors.js';
/** Draws a request ID: an upper-case UUID, version 4. */
export function drawRequestId() {
    const hex = randomNonce().toUpperCase();
    const [a, b, c, d, e] = [
        hex.slice(0, 8),
        hex.slice(8, 12),
        hex.slice(13, 16),
        hex.slice(17, 20),
        hex.slice(20),
    ];
    return `${a}-${b}-4${c}-A${d}-${e}`;
}
/** Writes the envelope of a gateway error. */
export function refuse(refusal, facts) {
    const { format, requestId, hostId, product } = facts;
    const { code, retryAfterMs } = refusal;
    const { status, message } = describeRefusal(refusal);
    const query = `q=${encodeURIComponent(code)}&product=${product}&requestId=${requestId}`;
    return {
        status,
        format,
        root: 'Error',
        fields: {
            RequestId: requestId,
            HostId: hostId,
            Code: code,
            Message: message,
            Recommend: `https://api.aliyun.com/troubleshoot?${query}`,
        },
        code,
        executed: false,
        retryAfterMs,
    };
}
/** Writes a product's answer: HTTP 200, whatever its code. */
export function succeed(fields, facts, { code, executed }) {
    return {
        status: 200,
        format: facts.format,
        root: `${facts.action}Response`,
        fields,
        code,
        executed,
    };
}
