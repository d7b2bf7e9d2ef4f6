/* @ts-self-types="./gateway.d.ts" */
/**
 * The gateway's own refusals and failures: which error each is, and whether the call ran.
 *
 * @module
 */
import { own } from './codec/json.js';
import { GatewayError, SignatureError } from './errors.js';
import { compareEcho, readEcho } from './sign/echo.js';
/** Longest skew that is believed and corrected. */
const MAX_SKEW_MS = 86_400_000;
/** Below this a skew is the Date header's resolution and the way back. */
const MIN_SKEW_MS = 30_000;
const NOT = 'not-executed';
/** Design section 3; the first match counts. */
const MEANINGS = [
    [/^(InternalError|ServiceUnavailable|UnknownError)/, 'ERR_SAF_GATEWAY', 'unknown', 'it failed'],
    [/^Throttling| 429$/, 'ERR_SAF_THROTTLED', NOT, 'call less often, or later'],
    [/^InvalidTimeStamp\.Expired /, 'ERR_SAF_CLOCK_SKEW', NOT, "set this machine's clock right"],
    [/^SignatureNonceUsed /, 'ERR_SAF_NONCE_USED', 'unknown', 'an earlier copy of this call arrived'],
    [
        /^(InvalidAccessKeyId|InvalidSecurityToken|MissingSecurityToken)/,
        'ERR_SAF_CREDENTIALS',
        NOT,
        'check the access key, its status and its token',
    ],
    [/ 4..$/, 'ERR_SAF_GATEWAY', NOT, 'the gateway refused the request'],
    [/^/, 'ERR_SAF_GATEWAY', 'unknown', 'the gateway failed'],
];
/** Reads a gateway's error envelope. The server's own text is never repeated: it may echo values. */
export function readGatewayError(envelope, raw, reading) {
    const { status } = raw;
    const gatewayCode = readSymbol(own(envelope, 'Code')) ?? 'Unreadable';
    const facts = { ...reading.facts, status, requestId: readOpaque(own(envelope, 'RequestId')) };
    if (/^(SignatureDoesNotMatch|IncompleteSignature)$/.test(gatewayCode)) {
        const explanation = compareEcho(reading.stringToSign(), readEcho(own(envelope, 'Message')));
        const details = { ...facts, outcome: NOT, explanation };
        return { error: new SignatureError('ERR_SAF_SIGNATURE', explanation.message, details) };
    }
    const meaning = MEANINGS.find(([pattern]) => pattern.test(`${gatewayCode} ${status}`));
    const [, code, outcome, advice] = meaning; // why: the last pattern matches everything
    const isThrottled = code === 'ERR_SAF_THROTTLED';
    const skewMs = code === 'ERR_SAF_CLOCK_SKEW' ? readSkew(raw, reading.nowEpochMs) : undefined;
    const isNewSkew = skewMs !== undefined && Math.abs(skewMs - reading.skewMs) >= MIN_SKEW_MS;
    return {
        error: new GatewayError(code, `${gatewayCode}: ${sayHowFar(skewMs)}${advice}`, {
            ...facts,
            outcome,
            retryable: isThrottled,
            gatewayCode,
            hostId: readSymbol(own(envelope, 'HostId')),
        }),
        again: isThrottled
            ? { kind: 'throttled', afterMs: readWait(raw) }
            : isNewSkew
                ? { kind: 'skew' }
                : gatewayCode === 'InvalidSecurityToken.Expired'
                    ? { kind: 'token' }
                    : undefined,
        skewMs,
    };
}
/** Reads how far the gateway's clock is ahead; a cached answer's Date says nothing. */
function readSkew({ headers }, nowEpochMs) {
    const skewMs = Date.parse(headers('date') ?? '') - nowEpochMs;
    return Math.abs(skewMs) <= MAX_SKEW_MS && headers('age') === null ? skewMs : undefined;
}
function sayHowFar(skewMs) {
    const seconds = Math.round(Math.abs(skewMs ?? 0) / 1000);
    if (skewMs === undefined || seconds * 1000 < MIN_SKEW_MS)
        return '';
    return `this clock is ${seconds} s ${skewMs > 0 ? 'behind' : 'ahead of'} the gateway's; `;
}
/** Reads the wait the gateway asks for: a positive integer of milliseconds. */
function readWait({ headers }) {
    const text = headers('x-acs-retry-after') ?? '';
    return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
/** An identifier as the server wrote it, unless it is absurdly long. */
export function readOpaque(value) {
    return typeof value === 'string' && value !== '' && value.length <= 128 ? value : undefined;
}
/** A code or host name; anything else in its place is not repeated. */
function readSymbol(value) {
    return /^\s*([\w.:-]{1,100})\s*$/.exec(typeof value === 'string' ? value : '')?.[1];
}
