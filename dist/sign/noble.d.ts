import { nobleHmacSha1 } from '../crypto/noble.js';
import type { SignParams } from './canonicalize.js';
export { nobleHmacSha1 };
export type { SyncHmacSha1 } from '../crypto/noble.js';
export type { SignParams } from './canonicalize.js';
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
export declare function signatureSync(method: string, params: SignParams, accessKeySecret: string): string;
