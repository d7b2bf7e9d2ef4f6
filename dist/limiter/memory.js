/* @ts-self-types="./memory.d.ts" */
/**
 * A limiter for one process. Exported by `saf-edge/limiter`.
 *
 * @module
 */
import { readElapsed } from '../core.js';
import { readBooking, readPenalty, readTurnMs } from './options.js';
import { bookTurn, delayTurns, startTurns } from './turns.js';
/** Keys from which the forgotten ones are looked for. */
const MANY_KEYS = 1024;
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
export function memoryLimiter(options) {
    const turnMs = readTurnMs(options);
    const keys = new Map();
    let many = MANY_KEYS;
    const find = (key, nowMs) => {
        const known = keys.get(key);
        if (known)
            return known;
        if (keys.size >= many) {
            for (const [old, { nextMs }] of keys)
                if (nextMs <= nowMs)
                    keys.delete(old);
            // Twice as many before the next look: a look costs one step a key, at most.
            many = Math.max(2 * keys.size, MANY_KEYS);
        }
        const turns = startTurns(nowMs);
        keys.set(key, turns);
        return turns;
    };
    return {
        async reserve(key, wish) {
            const booking = readBooking(key, wish, turnMs);
            const nowMs = readElapsed();
            return bookTurn(find(key, nowMs), nowMs, booking);
        },
        async penalize(key, ms) {
            const penaltyMs = readPenalty(key, ms);
            const nowMs = readElapsed();
            delayTurns(find(key, nowMs), nowMs, penaltyMs);
        },
    };
}
