/* @ts-self-types="./auth.d.ts" */
/**
 * Who asks, and whether it is really them: key, token, time, signature and nonce, in the gateway's
 * order (`spec/gateway-errors.json`, `check_order`).
 *
 * @module
 */
import { formatTimestamp } from '../core.js';
import { prepareAcs3 } from '../sign/acs3-signature.js';
import { signature } from '../sign/core.js';
import { stringToSign } from '../sign/core.js';
import { readAcs3Text, readClaim } from './acs3.js';
/** Checks a signed request. */
export async function authenticate(arrival, world) {
    const { method, headers, params } = arrival;
    const accessKeyId = params.get('AccessKeyId') ?? '';
    const key = world.keys.find(accessKeyId);
    if (!key)
        return { code: 'InvalidAccessKeyId.NotFound' };
    if (key.disabled === true)
        return { code: 'InvalidAccessKeyId.Inactive' };
    const claim = readClaim(headers);
    const early = checkToken(accessKeyId, { key, token: params.get('SecurityToken') ?? '' }, world) ??
        (claim ? undefined : checkConstants(params)) ??
        checkTimestamp(params, world);
    if (early)
        return early;
    const expected = claim
        ? await prepareAcs3(key.secret)(await readAcs3Text(arrival, claim))
        : await signature(method, Object.fromEntries(params), key.secret, world.config.hmac);
    const received = params.get('Signature') ?? '';
    if (!isEqualInConstantTime(expected, received)) {
        // 20 bytes of base64, or 32 of hex; a bare + that became a space is the commonest other text.
        const isWhole = (claim ? /^[\da-f]{64}$/ : /^[A-Za-z\d+/]{27}=$/).test(received);
        const code = isWhole ? 'SignatureDoesNotMatch' : 'IncompleteSignature';
        return { code, echo: await echoText(arrival) };
    }
    const owner = `${accessKeyId}\n`;
    return burnNonce(owner, params, { world, memory: world.nonces });
}
/** The string to sign as the gateway sees it, which its error repeats. */
export async function echoText(arrival) {
    const { method, headers, params } = arrival;
    const claim = readClaim(headers);
    return claim ? readAcs3Text(arrival, claim) : stringToSign(method, Object.fromEntries(params));
}
/**
 * Checks what an unsigned request has of all this: a timestamp, and a nonce when there is one. The
 * vendor's own `@alicloud/credentials` sends none.
 */
export async function checkUnsigned(params, world) {
    const early = checkTimestamp(params, world);
    if (early || !params.get('SignatureNonce'))
        return early;
    return burnNonce('', params, { world, memory: world.unsignedNonces });
}
function checkToken(accessKeyId, { key, token }, { keys, nowEpochMs }) {
    const isSts = key.securityToken !== undefined || accessKeyId.startsWith('STS.');
    if (isSts && token === '')
        return { code: 'MissingSecurityToken' };
    const isOwn = token === (key.securityToken ?? '');
    const owner = isOwn ? key : keys.findByToken(token);
    if (!owner)
        return { code: 'InvalidSecurityToken.Malformed' };
    const { expiresAtEpochMs = Infinity } = owner;
    if (expiresAtEpochMs <= nowEpochMs)
        return { code: 'InvalidSecurityToken.Expired' };
    return isOwn ? undefined : { code: 'InvalidSecurityToken.MismatchWithAccessKey' };
}
/** The vendor's newer samples write Hmac-SHA1, so letter case is let through. */
function checkConstants(params) {
    if (params.get('SignatureMethod')?.toUpperCase() !== 'HMAC-SHA1') {
        return { code: 'InvalidSignatureMethod' };
    }
    return params.get('SignatureVersion') === '1.0' ? undefined : { code: 'InvalidSignatureVersion' };
}
function checkTimestamp(params, { config, nowEpochMs }) {
    const atEpochMs = readTimestamp(params);
    if (atEpochMs === undefined)
        return { code: 'InvalidTimeStamp.Format' };
    const isFar = Math.abs(nowEpochMs - atEpochMs) > config.timestampWindowMs;
    return isFar ? { code: 'InvalidTimeStamp.Expired' } : undefined;
}
/** 30 February parses as 2 March: only a date that prints as it was written is one. */
function readTimestamp(params) {
    const text = params.get('Timestamp') ?? '';
    const atEpochMs = /^\d{4}(-\d\d){2}T\d\d(:\d\d){2}Z$/.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(atEpochMs) || formatTimestamp(atEpochMs) !== text ? undefined : atEpochMs;
}
/** Longer nonces are remembered by their digest, so that no request decides on memory. */
const MAX_NONCE_LENGTH = 64;
async function burnNonce(owner, params, { world, memory }) {
    const { config, nowEpochMs } = world;
    const nonce = params.get('SignatureNonce') ?? '';
    const text = nonce.length > MAX_NONCE_LENGTH
        ? await signature('NONCE', { nonce }, 'long nonce', config.hmac)
        : nonce;
    const untilEpochMs = (readTimestamp(params) ?? nowEpochMs) + config.timestampWindowMs;
    const isNew = memory.burn(`${owner}${text}`, untilEpochMs, nowEpochMs);
    return isNew ? undefined : { code: 'SignatureNonceUsed' };
}
/** Takes as long for a wrong first character as for a wrong last one. */
function isEqualInConstantTime(expected, received) {
    let difference = expected.length ^ received.length;
    for (let at = 0; at < expected.length; at++) {
        difference |= expected.charCodeAt(at) ^ (received.charCodeAt(at) || 0);
    }
    return difference === 0;
}
