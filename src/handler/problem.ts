/**
 * Everything the front door answers instead of a verdict, as problem details (RFC 9457).
 *
 * What may be said of the outcome: a key is claimed before the call, so only what comes after the
 * claim knows what became of it. Whatever refuses a request before, or fails to claim, knows
 * nothing: an earlier request with the same Idempotency-Key may have been paid, and a page that
 * reads `not-executed` then pays again. It is said there of a request without such a key alone,
 * since nothing is ever called for one.
 *
 * @module
 */
import type { Outcome } from '../errors.ts'

/** Tells the problems apart; stable, pages branch on it. */
export type ProblemCode =
  | 'method-not-allowed'
  | 'unsupported-media-type'
  | 'origin-not-allowed'
  | 'body-too-large'
  | 'not-authorized'
  | 'authorization-unavailable'
  | 'rate-limited'
  | 'limiter-unavailable'
  | 'body-timeout'
  | 'invalid-body'
  | 'photo-not-jpeg'
  | 'photo-too-large'
  | 'idempotency-key-required'
  | 'idempotency-key-reused'
  | 'in-progress'
  | 'store-unavailable'
  | 'misconfigured'
  | 'not-executed'
  | 'failed'
  | 'outcome-unknown'

/** Status and title of each problem. */
const PROBLEMS: Readonly<Record<ProblemCode, readonly [status: number, title: string]>> = {
  'method-not-allowed': [405, 'Only POST is answered here'],
  'unsupported-media-type': [
    415,
    'Send a form with its boundary or JSON, without content encoding',
  ],
  'origin-not-allowed': [403, 'This origin may not call here'],
  'body-too-large': [413, 'The body is too large'],
  'not-authorized': [403, 'You are not allowed to verify'],
  'authorization-unavailable': [503, 'Authorization does not answer'],
  'rate-limited': [429, 'Too many verifications'],
  'limiter-unavailable': [503, 'The limiter does not answer'],
  'body-timeout': [408, 'The body did not arrive in time'],
  'invalid-body': [400, 'The body cannot be read'],
  'photo-not-jpeg': [422, 'A photo is not a JPEG'],
  'photo-too-large': [422, 'A photo is too large'],
  'idempotency-key-required': [400, 'Send an Idempotency-Key of 1 to 255 visible ASCII characters'],
  'idempotency-key-reused': [422, 'This Idempotency-Key was used for something else'],
  'in-progress': [409, 'This verification is under way'],
  'store-unavailable': [503, 'The idempotency store does not answer'],
  misconfigured: [500, 'The endpoint is not set up correctly'],
  'not-executed': [503, 'The verification did not run'],
  failed: [502, 'The verification failed'],
  'outcome-unknown': [504, 'The verification may have run'],
}

/** A problem as pages get it, `application/problem+json` (RFC 9457). */
export interface Problem {
  /** A URN that ends with `code`. */
  readonly type: string
  /** The kind of problem in words: the same for the same code. */
  readonly title: string
  /** The HTTP status. */
  readonly status: number
  /** What went wrong; pages branch on this. */
  readonly code: ProblemCode
  /** What is wrong with this request. */
  readonly detail?: string
  /**
   * Whether the paid call ran. Absent while that is not decided: an earlier request with the same
   * Idempotency-Key may have been paid, so ask again with that key, and never with another.
   */
  readonly outcome?: Outcome
  /** The gateway's identifier of the last answer. */
  readonly requestId?: string
}

/** What is known of a problem apart from its code. */
export interface ProblemDetails {
  readonly detail?: string | undefined
  readonly outcome?: Outcome | undefined
  readonly requestId?: string | undefined
  /** When to ask again, in milliseconds from now. */
  readonly retryAfterMs?: number | undefined
}

/** A problem, and what its headers say. */
export interface ProblemAnswer {
  readonly status: number
  readonly body: Problem
  readonly retryAfterMs?: number | undefined
}

/** Ends a request early; private, never leaves the handler. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly answer: ProblemAnswer

  constructor(code: ProblemCode, details?: ProblemDetails) {
    super(code)
    this.answer = answerProblem(code, details)
  }
}

/** Answers with a problem. */
export function answerProblem(
  code: ProblemCode,
  { detail, outcome, requestId, retryAfterMs }: ProblemDetails = {},
): ProblemAnswer {
  const [status, title] = PROBLEMS[code]
  const type = `urn:problem-type:saf-edge:${code}`
  const body = { type, title, status, code, detail, outcome, requestId } as Problem // why: JSON leaves the rest out
  return { status, body, retryAfterMs }
}
