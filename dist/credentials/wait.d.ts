/**
 * Waits for work that may be another request's: on Workers it neither ends nor fails once the
 * request that began it is over, so one's own timer runs beside it.
 *
 * @returns What the work gives; undefined when it gives nothing within the time.
 */
export declare function waitUpTo<T>(ms: number, work: Promise<T>): Promise<T | undefined>;
/** Waits for a number of milliseconds. */
export declare function pause(ms: number): Promise<void>;
