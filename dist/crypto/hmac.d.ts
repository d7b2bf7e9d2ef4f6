/**
 * The contract of an HMAC-SHA1 implementation (RFC 2104 with SHA-1): the one seam through which
 * signing reaches cryptography. Types only; exported by `saf-edge` and `saf-edge/sign`.
 *
 * @module
 */
/** Computes HMAC-SHA1 of messages under a key that was prepared before. */
export type PreparedHmacSha1 = (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;
/**
 * Computes HMAC-SHA1: key and message in bytes, 20 bytes out. Either may be empty.
 *
 * `prepare` is optional: it does the work that depends on the key only, once; the client keeps
 * what it returns for as long as the secret stays the same.
 */
export interface HmacSha1 {
    (key: Uint8Array, message: Uint8Array): Uint8Array | Promise<Uint8Array>;
    /** Does what depends on the key only, once. */
    readonly prepare?: (key: Uint8Array) => PreparedHmacSha1;
}
