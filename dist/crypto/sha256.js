/* @ts-self-types="./sha256.d.ts" */
/**
 * SHA-256 by Web Crypto. Private.
 *
 * @module
 */
/**
 * Hashes bytes: 32 bytes out.
 *
 * @throws TypeError where the host has no `crypto.subtle`.
 */
export async function hashSha256(bytes) {
    const subtle = globalThis.crypto?.subtle;
    if (!subtle)
        throw new TypeError('acs3 needs crypto.subtle');
    return new Uint8Array(await subtle.digest('SHA-256', bytes));
}
