/**
 * The rule of every limiter: turns one after the other, evenly spaced. Pure; private.
 *
 * It is the generic cell rate algorithm (GCRA) without a burst, which needs one number a key: when
 * the next turn comes. `redis-script.ts` says the same in Lua.
 *
 * @module
 */
import type { Reservation } from '../types.js';
import type { Booking } from './options.js';
/** One key's turns, in milliseconds of one clock. */
export interface Turns {
    /** When the next turn comes; in the past when nobody waits. */
    nextMs: number;
    /** What the clock showed last. */
    seenMs: number;
}
/** Starts a key whose first turn is now. */
export declare function startTurns(nowMs: number): Turns;
/** Books the next turn, unless it comes too late. */
export declare function bookTurn(turns: Turns, nowMs: number, booking: Booking): Reservation;
/** Puts the next turn off until `ms` from now, if it would come before. */
export declare function delayTurns(turns: Turns, nowMs: number, ms: number): void;
