/**
 * What every limiter is made with and asked for: one contract, checked in one place.
 *
 * @module
 */
import { check, checkObject, quote } from '../codec/check.ts'
import type { RateLimiter, Reservation } from '../types.ts'

/** Options of every limiter. */
export interface LimiterOptions {
  /** The purchased rate, in requests a second. Turns are spaced evenly: there are no bursts. */
  readonly ratePerSecond: number
  /**
   * The part of the rate to use, above 0 and at most 1. A limiter spaces the sending; on their way
   * to the gateway requests come closer to each other, and the rest of the rate is room for that.
   *
   * @defaultValue 0.9
   */
  readonly share?: number | undefined
}

/** What `reserve` is asked for. */
export interface ReserveOptions {
  /** Turns to book, a positive integer; the caller waits for the first. @defaultValue 1 */
  readonly cost?: number | undefined
  /** Milliseconds the caller is ready to wait. Without end is 24.8 days, a timer's longest. */
  readonly maxWaitMs: number
  /**
   * Rejects with `signal.reason`. A turn that was being booked may be lost: it stays booked, and
   * nobody sends in it.
   */
  readonly signal?: AbortSignal | undefined
}

/** A {@link RateLimiter} that can be told that the gateway refused. */
export interface Limiter extends RateLimiter {
  /** Books a turn, or says when to ask again. */
  readonly reserve: (key: string, options: ReserveOptions) => Promise<Reservation>
  /**
   * Keeps turns that are not booked yet from coming before `ms` milliseconds from now. Whoever has
   * booked already sleeps by itself and keeps its turn.
   */
  readonly penalize: (key: string, ms: number) => Promise<void>
}

/** What to book, in milliseconds. */
export interface Booking {
  /** How long after this turn the next one comes. */
  readonly costMs: number
  readonly maxWaitMs: number
}

/** A timer's longest wait, in milliseconds: longer ones fire at once. */
export const MAX_WAIT_MS = 2_147_483_647

/** Longer keys are no keys: this is what Redis, Durable Objects and logs take without harm. */
const MAX_KEY_LENGTH = 512

/**
 * Reads the milliseconds from one turn to the next.
 *
 * @throws TypeError or RangeError naming the option.
 */
export function readTurnMs(options: LimiterOptions): number {
  checkObject(options, 'options')
  const { ratePerSecond, share = 0.9 } = options
  checkRange('ratePerSecond', ratePerSecond, { what: 'number above 0', max: Number.MAX_VALUE })
  checkRange('share', share, { what: 'number above 0 and at most 1', max: 1 })
  const turnMs = 1000 / (ratePerSecond * share)
  if (turnMs <= MAX_WAIT_MS) return turnMs
  throw new RangeError('"ratePerSecond" expected more than one request in 24 days')
}

/**
 * Reads what to book.
 *
 * @throws TypeError or RangeError naming what is wrong; `signal.reason` when it has aborted.
 */
export function readBooking(key: string, options: ReserveOptions, turnMs: number): Booking {
  checkKey(key)
  checkObject(options, 'options')
  const { cost = 1, maxWaitMs, signal } = options
  checkRange('cost', cost, { what: 'positive integer', max: Number.MAX_SAFE_INTEGER })
  const costMs = cost * turnMs
  if (!Number.isInteger(cost) || costMs > MAX_WAIT_MS) {
    throw new RangeError('"cost" expected positive integer, of turns that fit into 24 days')
  }
  const isNumber = typeof maxWaitMs === 'number' && !Number.isNaN(maxWaitMs)
  check(isNumber, 'maxWaitMs', 'milliseconds', maxWaitMs)
  if (signal?.aborted) throw signal.reason
  // Below 0 is a deadline that has passed meanwhile, and no mistake: nothing is booked.
  return { costMs, maxWaitMs: Math.max(Math.min(Math.floor(maxWaitMs), MAX_WAIT_MS), -1) }
}

/**
 * Reads for how long nobody shall have a turn; without end is a timer's longest wait.
 *
 * @throws TypeError or RangeError naming what is wrong.
 */
export function readPenalty(key: string, ms: number): number {
  checkKey(key)
  if (ms === 0) return 0
  checkRange('ms', ms, { what: 'milliseconds from 0', max: Infinity })
  return Math.min(ms, MAX_WAIT_MS)
}

/** Checks a key: a text that Redis, a Durable Object and a Map all tell from any other. */
function checkKey(key: unknown): void {
  check(typeof key === 'string' && key !== '', 'key', 'text', key)
  if (key.length > MAX_KEY_LENGTH) {
    throw new RangeError(`"key" expected at most ${MAX_KEY_LENGTH} characters, got ${key.length}`)
  }
  check(!/\p{Surrogate}/u.test(key), 'key', 'text without lone surrogates', key)
}

interface Range {
  readonly what: string
  readonly max: number
}

/** Checks a number above 0 and up to `max`. */
function checkRange(name: string, value: unknown, { max, what }: Range): void {
  check(typeof value === 'number' && !Number.isNaN(value), name, what, value)
  if (!(value > 0 && value <= max)) {
    throw new RangeError(`${quote(name)} expected ${what}, got ${value}`)
  }
}
