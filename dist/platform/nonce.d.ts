/**
 * Random nonces: the only place that reads randomness. Private.
 *
 * @module
 */
/** Draws a nonce: 16 random bytes as 32 lower-case hex digits. Needs no secure context. */
export declare function randomNonce(): string;
/** Draws a number in [0, 1) for jitter. */
export declare function randomFraction(): number;
