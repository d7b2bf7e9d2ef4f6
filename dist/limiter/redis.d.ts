import type { Limiter, LimiterOptions } from './options.js';
/**
 * A Redis client that can `eval`: ioredis, node-redis, Upstash REST, or an own object whose
 * `eval(script, keys, args)` gives the script's answer.
 */
export interface RedisEvalClient {
    /** Runs a Lua script. */
    readonly eval: (...args: never[]) => unknown;
}
/**
 * Creates a limiter for many machines, on any platform: all of them ask the same Redis, version 5
 * or newer, or what speaks its protocol. One script, once a turn, by the server's own clock; the
 * caller sleeps by itself, so nothing polls. Keys expire with their last turn.
 *
 * @param client - ioredis, node-redis (connected), Upstash REST, or anything with
 *   `eval(script, keys, args)`. It is not closed.
 * @param options - The purchased rate, and the part of it to use: the same on every machine.
 * @returns A limiter. Its methods reject as the client does, or when no answer comes within 5
 *   seconds.
 * @throws TypeError or RangeError naming what is wrong.
 * @example
 * ```ts
 * import { redisLimiter } from 'saf-edge/limiter'
 *
 * // In place of `createClient()` of redis, `new Redis()` of ioredis or of @upstash/redis.
 * const client = { eval: async (script: string, keys: string[]) => script && keys.length - 1 }
 * const limiter = redisLimiter(client, { ratePerSecond: 10 })
 * console.log(await limiter.reserve('key', { maxWaitMs: 5000 })) // { ok: true, waitMs: 0 }
 * ```
 */
export declare function redisLimiter(client: RedisEvalClient, options: LimiterOptions): Limiter;
