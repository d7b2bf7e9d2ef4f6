/**
 * HMAC-SHA256 (RFC 2104 with SHA-256) by Web Crypto. Private.
 *
 * @module
 */

/** Computes HMAC-SHA256 of messages under one key: 32 bytes out. */
export type HmacSha256 = (message: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>

/** Imports a key, which is not empty, as non-extractable. */
export async function importHmacSha256(key: Uint8Array<ArrayBuffer>): Promise<HmacSha256> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const imported = await globalThis.crypto.subtle.importKey('raw', key, algorithm, false, ['sign'])
  return async (message) => {
    return new Uint8Array(await globalThis.crypto.subtle.sign('HMAC', imported, message))
  }
}
