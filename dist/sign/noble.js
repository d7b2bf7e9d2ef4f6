/* @ts-self-types="./noble.d.ts" */
/**
 * Synchronous signing by @noble/hashes. Exported by `saf-edge/noble`.
 *
 * @module
 */
import { encodeBase64 } from './core.js';
import { nobleHmacSha1 } from '../crypto/noble.js';
import { encodeKey, encodeText } from './core.js';
import { stringToSign } from './core.js';
export { nobleHmacSha1 };
/**
 * Signs parameters synchronously: base64 of HMAC-SHA1 over the string to sign.
 *
 * @param method - The HTTP method the request is sent with.
 * @param params - Every parameter sent; `Signature` is left out.
 * @param accessKeySecret - The secret; the trailing `&` is added here.
 * @returns The signature in base64.
 * @throws TypeError naming the parameter that is not a string or holds half a surrogate pair.
 * @example
 * ```ts
 * import { signatureSync } from 'saf-edge/noble'
 *
 * console.log(signatureSync('GET', { Action: 'DescribeRegions' }, 'testsecret').length) // 28
 * ```
 */
export function signatureSync(method, params, accessKeySecret) {
    const text = encodeText(stringToSign(method, params));
    return encodeBase64(nobleHmacSha1(encodeKey(accessKeySecret), text));
}
