/** Waits for work. Rejects as it does, or when time runs out; the work itself goes on then. */
export declare function within<T>(timeoutMs: number, work: () => T | Promise<T>): Promise<T>;
