/** HMAC-SHA1 whose answers are there at once; an `HmacSha1` wherever one is asked for. */
export interface SyncHmacSha1 {
    (key: Uint8Array, message: Uint8Array): Uint8Array;
    /** Takes a key once, for many messages. */
    readonly prepare: (key: Uint8Array) => (message: Uint8Array) => Uint8Array;
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
export declare const nobleHmacSha1: SyncHmacSha1;
