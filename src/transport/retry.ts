/**
 * Whether a failed attempt is followed by another: one pure decision, the table of the design's
 * section 4.
 *
 * @module
 */
import type { Again } from '../flow.ts'

/** What happened in this call so far. */
export interface RetryState {
  /** Requests sent. */
  readonly attempts: number
  /** Whether an earlier attempt may have run: then nothing is signed anew. */
  readonly isUnknown: boolean
  /** Kinds that were followed by another attempt before. */
  readonly done: ReadonlySet<Again['kind']>
  /** Milliseconds since the request's bytes were signed. */
  readonly ageMs: number
  /** Milliseconds left of the deadline. */
  readonly remainingMs: number
  /** A number in [0, 1) for the jitter. */
  readonly random: number
}

/** What the caller allows. */
export interface RetryRules {
  readonly maxAttempts: number
  readonly ambiguous: 'fail' | 'replay'
  readonly quota: boolean
  readonly internal: boolean
  /** Whether credentials come from a function, which can give fresh ones. */
  readonly canRefresh: boolean
}

/** Send again after a wait: signed anew, but for `ambiguous`, which sends the same bytes. */
export interface Retry {
  readonly kind: Again['kind']
  readonly waitMs: number
}

/** The same bytes are sent only well within the 15 minutes for which the gateway knows a nonce. */
const REPLAY_WITHIN_MS = 300_000

/** Decides whether a failed attempt is followed by another; undefined when it is not. */
export function decideRetry(
  again: Again | undefined,
  state: RetryState,
  rules: RetryRules,
): Retry | undefined {
  if (!again || state.isUnknown || state.attempts >= rules.maxAttempts) return undefined
  const { kind } = again
  const jitter = (baseMs: number): number => baseMs * 2 ** (state.attempts - 1) * state.random
  const isFirst = !state.done.has(kind)
  const isAllowed = {
    unsent: true,
    throttled: true,
    skew: isFirst,
    token: rules.canRefresh && isFirst,
    quota: rules.quota && isFirst,
    internal: rules.internal && isFirst,
    ambiguous: rules.ambiguous === 'replay' && state.ageMs < REPLAY_WITHIN_MS,
  }[kind]
  const waitMs = {
    unsent: jitter(50),
    throttled: Math.max(again.afterMs ?? 0, jitter(1000)),
    skew: 0,
    token: 0,
    quota: 1000 + jitter(1000),
    internal: jitter(50),
    ambiguous: 200,
  }[kind]
  // A wait that the deadline would cut is not begun: the failure at hand says more than a timeout.
  return isAllowed && waitMs < state.remainingMs ? { kind, waitMs } : undefined
}
