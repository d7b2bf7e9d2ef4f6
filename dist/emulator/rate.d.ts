/**
 * Flow control: so many requests of a kind in any second.
 *
 * @module
 */
/** Counts requests. */
export interface Rate {
    /**
     * Lets a request through and counts it, or says how long to wait.
     *
     * @param kind - What is counted together, such as a product.
     * @returns Milliseconds until the next one is let through; 0 for this one.
     */
    readonly take: (kind: string, nowEpochMs: number) => number;
    readonly clear: () => void;
}
/** Creates counters; an infinite rate lets everything through and counts nothing. */
export declare function createRate(perSecond: number): Rate;
