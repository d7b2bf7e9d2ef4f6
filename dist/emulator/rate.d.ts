/**
 * Flow control of an account: so many requests in any second.
 *
 * @module
 */
/** Counts requests. */
export interface Rate {
    /** Milliseconds until the next request is let through; 0 lets this one through and counts it. */
    readonly take: (nowEpochMs: number) => number;
    readonly clear: () => void;
}
/** Creates a counter; an infinite rate lets everything through and counts nothing. */
export declare function createRate(perSecond: number): Rate;
