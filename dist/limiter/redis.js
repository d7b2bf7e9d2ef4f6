/* @ts-self-types="./redis.d.ts" */
/**
 * A limiter whose turns a Redis hands out. Exported by `saf-edge/limiter`.
 *
 * @module
 */
import { prepareScript } from '../transport/redis-script.js';
import { askEngine } from './engine.js';
import { MAX_WAIT_MS, readBooking, readPenalty, readTurnMs } from './options.js';
import { REDIS_SCRIPT } from './redis-script.js';
/** Keeps the keys apart from a user's own. */
const PREFIX = 'saf-edge:limiter:';
const ENGINE = "the limiter's Redis";
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
export function redisLimiter(client, options) {
    const runScript = prepareScript(client, REDIS_SCRIPT);
    const turnMs = readTurnMs(options);
    const run = async (key, args, signal) => readAnswer(await askEngine(ENGINE, async () => runScript(PREFIX + key, args.map(String)), signal));
    return {
        async reserve(key, wish) {
            const { costMs, maxWaitMs } = readBooking(key, wish, turnMs);
            const answer = await run(key, [Math.ceil(costMs * 1000), maxWaitMs, 0], wish.signal);
            return answer < 0 ? { ok: false, retryAfterMs: -1 - answer } : { ok: true, waitMs: answer };
        },
        async penalize(key, ms) {
            await run(key, [0, MAX_WAIT_MS, Math.ceil(readPenalty(key, ms) * 1000)]);
        },
    };
}
function readAnswer(answer) {
    if (typeof answer !== 'object' && /^-?\d{1,15}$/.test(String(answer)))
        return Number(answer);
    throw new Error('"eval" of the Redis client did not give the number that the script answers');
}
