/**
 * Works on the items of a source, so many at once, and yields what comes of them.
 *
 * @module
 */
/** How a pool works. */
export interface PoolOptions<T, R> {
    /** Any iterable; it is asked for one item at a time. */
    readonly source: AsyncIterable<T> | Iterable<T | Promise<T>>;
    /**
     * Begins the work on an item; undefined when there is none to do. What it throws, or rejects with,
     * stops the pool. A result of undefined is not yielded.
     */
    readonly begin: (item: T) => Promise<R | undefined> | undefined;
    readonly concurrency: number;
    /** Whether results keep the order of the source. */
    readonly isOrdered: boolean;
}
/** A pool of work under way. */
export interface Pool<R> {
    /**
     * Yields the results, until the source has ended and all work is done; then throws what stopped
     * it, if anything did. Stops, and waits for what is under way, when its consumer leaves early.
     */
    readonly results: () => AsyncGenerator<R, void>;
    /** Begins nothing more. */
    readonly stop: () => void;
    /** Begins nothing more, and throws in the end. */
    readonly fail: (error: unknown) => void;
}
/** Creates a pool, which begins when its results are asked for. */
export declare function createPool<T, R>(options: PoolOptions<T, R>): Pool<R>;
