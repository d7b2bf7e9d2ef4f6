/* @ts-self-types="./clock.d.ts" */
/**
 * The host's clocks: the only place that reads time. Private.
 *
 * @module
 */
/** Reads the wall clock, in milliseconds since 1970. */
export function readClock() {
    return Date.now();
}
/** Reads a clock that never jumps, in milliseconds, for measuring waits. */
export function readElapsed() {
    return performance.now();
}
