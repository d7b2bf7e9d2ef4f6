import type { RateLimiter, Reservation } from '../types.js';
/** Options of every limiter. */
export interface LimiterOptions {
    /** The purchased rate, in requests a second. Turns are spaced evenly: there are no bursts. */
    readonly ratePerSecond: number;
    /**
     * The part of the rate to use, above 0 and at most 1. A limiter spaces the sending; on their way
     * to the gateway requests come closer to each other, and the rest of the rate is room for that.
     *
     * @defaultValue 0.9
     */
    readonly share?: number | undefined;
}
/** What `reserve` is asked for. */
export interface ReserveOptions {
    /** Turns to book, a positive integer; the caller waits for the first. @defaultValue 1 */
    readonly cost?: number | undefined;
    /** Milliseconds the caller is ready to wait. Without end is 24.8 days, a timer's longest. */
    readonly maxWaitMs: number;
    /**
     * Rejects with `signal.reason`. A turn that was being booked may be lost: it stays booked, and
     * nobody sends in it.
     */
    readonly signal?: AbortSignal | undefined;
}
/** A {@link RateLimiter} that can be told that the gateway refused. */
export interface Limiter extends RateLimiter {
    /** Books a turn, or says when to ask again. */
    readonly reserve: (key: string, options: ReserveOptions) => Promise<Reservation>;
    /**
     * Keeps turns that are not booked yet from coming before `ms` milliseconds from now. Whoever has
     * booked already sleeps by itself and keeps its turn.
     */
    readonly penalize: (key: string, ms: number) => Promise<void>;
}
/** What to book, in milliseconds. */
export interface Booking {
    /** How long after this turn the next one comes. */
    readonly costMs: number;
    readonly maxWaitMs: number;
}
/** A timer's longest wait, in milliseconds: longer ones fire at once. */
export declare const MAX_WAIT_MS = 2147483647;
/**
 * Reads the milliseconds from one turn to the next.
 *
 * @throws TypeError or RangeError naming the option.
 */
export declare function readTurnMs(options: LimiterOptions): number;
/**
 * Reads what to book.
 *
 * @throws TypeError or RangeError naming what is wrong; `signal.reason` when it has aborted.
 */
export declare function readBooking(key: string, options: ReserveOptions, turnMs: number): Booking;
/**
 * Reads for how long nobody shall have a turn; without end is a timer's longest wait.
 *
 * @throws TypeError or RangeError naming what is wrong.
 */
export declare function readPenalty(key: string, ms: number): number;
