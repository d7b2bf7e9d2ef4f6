import type { Limiter, LimiterOptions } from './options.js';
/**
 * Creates a limiter that lives in the memory of this process: for a script, a command or one
 * server. Every isolate and machine has its own; to share one rate among them use
 * `durableObjectLimiter` or `redisLimiter`.
 *
 * @param options - The purchased rate, and the part of it to use.
 * @returns A limiter. Keys whose turns are over take no memory.
 * @throws TypeError or RangeError naming the option that is wrong.
 * @example
 * ```ts
 * import { memoryLimiter } from 'saf-edge/limiter'
 *
 * const { reserve } = memoryLimiter({ ratePerSecond: 1, share: 1 })
 * const first = await reserve('key', { maxWaitMs: 5000 })
 * const second = await reserve('key', { maxWaitMs: 5000 })
 * console.log(first) // { ok: true, waitMs: 0 }
 * console.log(second.ok && second.waitMs > 500) // true
 * console.log((await reserve('key', { maxWaitMs: 500 })).ok) // false
 * ```
 */
export declare function memoryLimiter(options: LimiterOptions): Limiter;
