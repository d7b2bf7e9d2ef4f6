/* @ts-self-types="./options.d.ts" */
/**
 * What every limiter is made with and asked for: one contract, checked in one place.
 *
 * @module
 */
import { check, checkObject, quote } from '../sign/core.js';
/** A timer's longest wait, in milliseconds: longer ones fire at once. */
export const MAX_WAIT_MS = 2_147_483_647;
/** Longer keys are no keys: this is what Redis, Durable Objects and logs take without harm. */
const MAX_KEY_LENGTH = 512;
/**
 * Reads the milliseconds from one turn to the next.
 *
 * @throws TypeError or RangeError naming the option.
 */
export function readTurnMs(options) {
    checkObject(options, 'options');
    const { ratePerSecond, share = 0.9 } = options;
    checkRange('ratePerSecond', ratePerSecond, { what: 'number above 0', max: Number.MAX_VALUE });
    checkRange('share', share, { what: 'number above 0 and at most 1', max: 1 });
    const turnMs = 1000 / (ratePerSecond * share);
    if (turnMs <= MAX_WAIT_MS)
        return turnMs;
    throw new RangeError('"ratePerSecond" expected more than one request in 24 days');
}
/**
 * Reads what to book.
 *
 * @throws TypeError or RangeError naming what is wrong; `signal.reason` when it has aborted.
 */
export function readBooking(key, options, turnMs) {
    checkKey(key);
    checkObject(options, 'options');
    const { cost = 1, maxWaitMs, signal } = options;
    checkRange('cost', cost, { what: 'positive integer', max: Number.MAX_SAFE_INTEGER });
    const costMs = cost * turnMs;
    if (!Number.isInteger(cost) || costMs > MAX_WAIT_MS) {
        throw new RangeError('"cost" expected positive integer, of turns that fit into 24 days');
    }
    const isNumber = typeof maxWaitMs === 'number' && !Number.isNaN(maxWaitMs);
    check(isNumber, 'maxWaitMs', 'milliseconds', maxWaitMs);
    if (signal?.aborted)
        throw signal.reason;
    // Below 0 is a deadline that has passed meanwhile, and no mistake: nothing is booked.
    return { costMs, maxWaitMs: Math.max(Math.min(Math.floor(maxWaitMs), MAX_WAIT_MS), -1) };
}
/**
 * Reads for how long nobody shall have a turn; without end is a timer's longest wait.
 *
 * @throws TypeError or RangeError naming what is wrong.
 */
export function readPenalty(key, ms) {
    checkKey(key);
    if (ms === 0)
        return 0;
    checkRange('ms', ms, { what: 'milliseconds from 0', max: Infinity });
    return Math.min(ms, MAX_WAIT_MS);
}
/** Checks a key: a text that Redis, a Durable Object and a Map all tell from any other. */
function checkKey(key) {
    check(typeof key === 'string' && key !== '', 'key', 'text', key);
    if (key.length > MAX_KEY_LENGTH) {
        throw new RangeError(`"key" expected at most ${MAX_KEY_LENGTH} characters, got ${key.length}`);
    }
    check(!/\p{Surrogate}/u.test(key), 'key', 'text without lone surrogates', key);
}
/** Checks a number above 0 and up to `max`. */
function checkRange(name, value, { max, what }) {
    check(typeof value === 'number' && !Number.isNaN(value), name, what, value);
    if (!(value > 0 && value <= max)) {
        throw new RangeError(`${quote(name)} expected ${what}, got ${value}`);
    }
}
