import type { IdempotencyStore } from './store.js';
/** Options of {@link memoryStore}. */
export interface MemoryStoreOptions {
    /** Reads the time, in milliseconds since 1970. @defaultValue the host's clock */
    readonly now?: (() => number) | undefined;
}
/**
 * Creates a store in memory: for one process that stays, and for tests. Isolates of a Worker come
 * and go, and share nothing: use `durableObjectStore` there.
 *
 * @param options - All optional.
 * @throws TypeError when `now` is not a function.
 * @example
 * ```ts
 * import { memoryStore } from 'saf-edge/handler'
 *
 * const store = memoryStore()
 * const claim = { owner: 'a', fingerprint: 'f', leaseMs: 1000, keepMs: 60_000 }
 * console.log((await store.begin('key', claim)).state) // new
 * console.log((await store.begin('key', { ...claim, owner: 'b' })).state) // running
 * ```
 */
export declare function memoryStore({ now }?: MemoryStoreOptions): IdempotencyStore;
