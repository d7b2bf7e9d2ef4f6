/**
 * Waits for a turn at the caller's own limiter, which may be far away, slow, or gone.
 *
 * @module
 */
import type { RateLimiter, Reservation } from '../types.js';
import type { Deadline } from './deadline.js';
/**
 * Books a turn early enough for the deadline. Undefined when the limiter failed.
 *
 * @throws The deadline's reason, when that ended.
 */
export declare function reserveTurn(limiter: RateLimiter, key: string, deadline: Deadline): Promise<Reservation | undefined>;
/** Tells the limiter that the gateway refused; a limiter that fails here changes nothing. */
export declare function penalizeTurns(limiter: RateLimiter | undefined, [key, ms]: readonly [key: string, ms: number], deadline: Deadline): Promise<void>;
