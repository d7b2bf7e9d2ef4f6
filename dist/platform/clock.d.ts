/**
 * The host's clocks: the only place that reads time. Private.
 *
 * @module
 */
/** Reads the wall clock, in milliseconds since 1970. */
export declare function readClock(): number;
/** Reads a clock that never jumps, in milliseconds, for measuring waits. */
export declare function readElapsed(): number;
