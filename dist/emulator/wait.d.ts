/**
 * Waiting that an abort ends: rejects with the signal's reason, and leaves no listener behind.
 *
 * @module
 */
/** Waits for a promise, or for the abort that comes first. */
export declare function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T>;
/** Sleeps for some milliseconds; an abort clears the timer too. */
export declare function sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
