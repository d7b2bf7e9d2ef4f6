/**
 * HMAC-SHA256 (RFC 2104 with SHA-256) by Web Crypto. Private.
 *
 * @module
 */
/** Computes HMAC-SHA256 of messages under one key: 32 bytes out. */
export type HmacSha256 = (message: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;
/** Imports a key, which is not empty, as non-extractable. */
export declare function importHmacSha256(key: Uint8Array<ArrayBuffer>): Promise<HmacSha256>;
