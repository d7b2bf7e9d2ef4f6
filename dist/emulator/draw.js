/* @ts-self-types="./draw.d.ts" */
/**
 * Faults that come by themselves, drawn from a seeded generator.
 *
 * @module
 */
import { readInteger, wrong } from './read.js';
import { readScripted } from './scripted.js';
/**
 * Checks the faults.
 *
 * @throws TypeError naming what is wrong.
 */
export function readFaults(faults) {
    const isOptions = typeof faults === 'object' && faults !== null && 'kinds' in faults;
    const list = faults === undefined ? [] : [faults].flat();
    // why: what is no options object is one kind or a list of them; each is checked below.
    const options = isOptions ? faults : { kinds: list };
    const { kinds, rate = 1, every, seed = 1 } = options;
    if (!Array.isArray(kinds))
        throw wrong('faults.kinds', 'array', kinds);
    if (typeof rate !== 'number' || !(rate >= 0 && rate <= 1)) {
        throw wrong('faults.rate', 'number from 0 to 1', rate);
    }
    if (!Number.isSafeInteger(seed))
        throw wrong('faults.seed', 'integer', seed);
    return {
        kinds: kinds.map((kind) => readScripted(kind, 'faults')),
        rate,
        every: every === undefined ? 0 : readInteger('faults.every', every, 1),
        seed,
    };
}
/** Draws per call: none, or one of the kinds. The same seed gives the same faults. */
export function createDraw({ kinds, rate, every, seed, }) {
    const next = createRandom(seed);
    let calls = 0;
    return () => {
        calls++;
        if (kinds.length === 0)
            return undefined;
        const isHit = every > 0 ? calls % every === 0 : next() < rate;
        return isHit ? kinds[Math.floor(next() * kinds.length)] : undefined;
    };
}
/** Seeded numbers from 0 inclusive to 1 exclusive (mulberry32). */
function createRandom(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}
