/**
 * The rule of every limiter: turns one after the other, evenly spaced. Pure; private.
 *
 * It is the generic cell rate algorithm (GCRA) without a burst, which needs one number a key: when
 * the next turn comes. `redis-script.ts` says the same in Lua.
 *
 * @module
 */
import type { Reservation } from '../types.ts'
import type { Booking } from './options.ts'

/** One key's turns, in milliseconds of one clock. */
export interface Turns {
  /** When the next turn comes; in the past when nobody waits. */
  nextMs: number
  /** What the clock showed last. */
  seenMs: number
}

/** Starts a key whose first turn is now. */
export function startTurns(nowMs: number): Turns {
  return { nextMs: nowMs, seenMs: nowMs }
}

/** Books the next turn, unless it comes too late. */
export function bookTurn(turns: Turns, nowMs: number, booking: Booking): Reservation {
  const waitMs = readWait(turns, nowMs)
  if (waitMs > booking.maxWaitMs) return { ok: false, retryAfterMs: waitMs }
  turns.nextMs = Math.max(turns.nextMs, nowMs) + booking.costMs
  return { ok: true, waitMs }
}

/** Puts the next turn off until `ms` from now, if it would come before. */
export function delayTurns(turns: Turns, nowMs: number, ms: number): void {
  readWait(turns, nowMs)
  turns.nextMs = Math.max(turns.nextMs, nowMs + ms)
}

/**
 * Reads how long it takes to the next turn. When the clock was set back, it takes as long as it did
 * when the clock was last read: never too short, and never the hour that the clock went back.
 */
function readWait(turns: Turns, nowMs: number): number {
  turns.nextMs -= Math.max(turns.seenMs - nowMs, 0)
  turns.seenMs = nowMs
  // Timers count whole milliseconds, and drop the rest.
  return Math.ceil(Math.max(turns.nextMs - nowMs, 0))
}
