/**
 * HMAC-SHA1 by Web Crypto: native, asynchronous, the default everywhere.
 * Exported by `saf-edge/sign`.
 *
 * @module
 */
import type { HmacSha1 } from './hmac.js';
/**
 * Computes HMAC-SHA1 with the host's Web Crypto.
 *
 * The key is imported as non-extractable. `webHmacSha1.prepare(key)` imports it once.
 *
 * @throws TypeError where the host has no `crypto.subtle`, as in a page that is not a secure
 *   context (plain http): use `nobleHmacSha1` from `saf-edge/noble` there.
 * @example
 * ```ts
 * import { webHmacSha1 } from 'saf-edge/sign'
 *
 * const text = new TextEncoder()
 * const mac = await webHmacSha1(text.encode('key'), text.encode('message'))
 * console.log(mac.length) // 20
 * ```
 */
export declare const webHmacSha1: HmacSha1;
