/* @ts-self-types="./base64.d.ts" */
/**
 * Standard base64 (RFC 4648 section 4) on every runtime. Private.
 *
 * @module
 */
/** Encodes a few bytes, such as a signature, as padded base64. */
export function encodeBase64(bytes) {
    return btoa(String.fromCharCode(...bytes));
}
/** Decodes base64; white space is skipped. Throws the host's error when it is none. */
export function decodeBase64(text) {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at++)
        bytes[at] = binary.charCodeAt(at);
    return bytes;
}
