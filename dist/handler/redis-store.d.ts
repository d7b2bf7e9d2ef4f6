import type { IdempotencyStore } from './store.js';
/**
 * A Redis client, as far as it is used: ioredis, node-redis, Upstash REST, or an own object whose
 * `eval(script, keys, args)` gives the script's answer.
 */
export interface RedisClient {
    /** Runs a Lua script. */
    readonly eval: (...args: never[]) => unknown;
}
/** Options of {@link redisStore}. */
export interface RedisStoreOptions {
    /** What the keys begin with. @defaultValue 'saf-edge:idempotency:' */
    readonly prefix?: string | undefined;
}
/**
 * Creates a store in Redis 4 or newer: exact for every process that uses the same server. It must
 * keep what it is given (`maxmemory-policy noeviction`): a record that is lost is paid again.
 *
 * @param client - ioredis, node-redis (connected), Upstash REST, or anything with
 *   `eval(script, keys, args)`.
 * @param options - All optional.
 * @throws TypeError when the client has no `eval`. The store's methods reject as the client does.
 * @example
 * ```ts
 * import { redisStore } from 'saf-edge/handler'
 *
 * const client = { eval: async () => ['new'] } // new Redis(…) of ioredis, createClient(…), …
 * const claim = { owner: 'a', fingerprint: 'f', leaseMs: 1000, keepMs: 60_000 }
 * console.log((await redisStore(client).begin('key', claim)).state) // new
 * ```
 */
export declare function redisStore(client: RedisClient, { prefix }?: RedisStoreOptions): IdempotencyStore;
