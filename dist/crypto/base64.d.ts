/**
 * Standard base64 (RFC 4648 section 4) on every runtime. Private.
 *
 * @module
 */
/** Encodes a few bytes, such as a signature, as padded base64. */
export declare function encodeBase64(bytes: Uint8Array): string;
/** Decodes base64; white space is skipped. Throws the host's error when it is none. */
export declare function decodeBase64(text: string): Uint8Array<ArrayBuffer>;
