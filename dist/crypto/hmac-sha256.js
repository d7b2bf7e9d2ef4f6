/* @ts-self-types="./hmac-sha256.d.ts" */
/**
 * HMAC-SHA256 (RFC 2104 with SHA-256) by Web Crypto. Private.
 *
 * @module
 */
/** Imports a key, which is not empty, as non-extractable. */
export async function importHmacSha256(key) {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const imported = await globalThis.crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
    return async (message) => {
        return new Uint8Array(await globalThis.crypto.subtle.sign('HMAC', imported, message));
    };
}
