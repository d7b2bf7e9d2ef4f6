/**
 * MD5 (RFC 1321), for the `content-md5` header alone: Web Crypto has none.
 *
 * @module
 */
/** Computes the 16 bytes of MD5. */
export declare function md5(message: Uint8Array): Uint8Array;
