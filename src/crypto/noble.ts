/**
 * HMAC-SHA1 by @noble/hashes: plain JavaScript and synchronous. Exported by `saf-edge/noble`.
 *
 * @module
 */
import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'

/** HMAC-SHA1 whose answers are there at once; an `HmacSha1` wherever one is asked for. */
export interface SyncHmacSha1 {
  (key: Uint8Array, message: Uint8Array): Uint8Array
  /** Takes a key once, for many messages. */
  readonly prepare: (key: Uint8Array) => (message: Uint8Array) => Uint8Array
}

/**
 * Computes HMAC-SHA1 in plain JavaScript, synchronously: for pages without a secure context, for
 * bare engines without Web Crypto, and for small messages on hot paths.
 *
 * @example
 * ```ts
 * import { createSaf } from 'saf-edge'
 * import { nobleHmacSha1 } from 'saf-edge/noble'
 *
 * const saf = createSaf({ accessKeyId: 'id', accessKeySecret: 'secret', hmac: nobleHmacSha1 })
 * console.log(typeof saf.verifyFace) // function
 * ```
 */
export const nobleHmacSha1: SyncHmacSha1 = /* @__PURE__ */ Object.assign(
  (key: Uint8Array, message: Uint8Array): Uint8Array => hmac(sha1, key, message),
  { prepare },
)

function prepare(key: Uint8Array): (message: Uint8Array) => Uint8Array {
  const keyed = hmac.create(sha1, key)
  return (message) => keyed.clone().update(message).digest()
}
