/* @ts-self-types="./nonce.d.ts" */
/**
 * Random nonces: the only place that reads randomness. Private.
 *
 * @module
 */
/** Bytes of a nonce: 128 bits make a repetition within the gateway's window unthinkable. */
const NONCE_BYTES = 16;
/** Draws a nonce: 16 random bytes as 32 lower-case hex digits. Needs no secure context. */
export function randomNonce() {
    const bytes = globalThis.crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
/** Draws a number in [0, 1) for jitter. */
export function randomFraction() {
    const [word = 0] = globalThis.crypto.getRandomValues(new Uint32Array(1));
    return word / 2 ** 32;
}
