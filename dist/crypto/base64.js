/* @ts-self-types="./base64.d.ts" */
/**
 * Standard base64 (RFC 4648 section 4) on every runtime. Private.
 *
 * @module
 */
/** Bytes turned into text at a time: `String.fromCharCode` takes its input as arguments. */
const CHUNK = 8192 * 3;
/** Encodes bytes as padded base64. */
export function encodeBase64(bytes) {
    const native = bytes; // why: newer than our lib
    if (native.toBase64)
        return native.toBase64();
    let text = '';
    for (let at = 0; at < bytes.length; at += CHUNK) {
        text += btoa(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
    }
    return text;
}
/** Decodes base64; white space is skipped. Throws the host's error when it is none. */
export function decodeBase64(text) {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at++)
        bytes[at] = binary.charCodeAt(at);
    return bytes;
}
