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
export declare function hashSha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
