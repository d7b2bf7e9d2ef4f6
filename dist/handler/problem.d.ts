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
import type { Outcome } from '../errors.js';
/** Tells the problems apart; stable, pages branch on it. */
export type ProblemCode = 'method-not-allowed' | 'unsupported-media-type' | 'origin-not-allowed' | 'body-too-large' | 'not-authorized' | 'authorization-unavailable' | 'rate-limited' | 'limiter-unavailable' | 'body-timeout' | 'invalid-body' | 'photo-not-jpeg' | 'photo-too-large' | 'idempotency-key-required' | 'idempotency-key-reused' | 'in-progress' | 'store-unavailable' | 'misconfigured' | 'not-executed' | 'failed' | 'outcome-unknown';
/** A problem as pages get it, `application/problem+json` (RFC 9457). */
export interface Problem {
    /** A URN that ends with `code`. */
    readonly type: string;
    /** The kind of problem in words: the same for the same code. */
    readonly title: string;
    /** The HTTP status. */
    readonly status: number;
    /** What went wrong; pages branch on this. */
    readonly code: ProblemCode;
    /** What is wrong with this request. */
    readonly detail?: string;
    /**
     * Whether the paid call ran. Absent while that is not decided: an earlier request with the same
     * Idempotency-Key may have been paid, so ask again with that key, and never with another.
     */
    readonly outcome?: Outcome;
    /** The gateway's identifier of the last answer. */
    readonly requestId?: string;
}
/** What is known of a problem apart from its code. */
export interface ProblemDetails {
    readonly detail?: string | undefined;
    readonly outcome?: Outcome | undefined;
    readonly requestId?: string | undefined;
    /** When to ask again, in milliseconds from now. */
    readonly retryAfterMs?: number | undefined;
}
/** A problem, and what its headers say. */
export interface ProblemAnswer {
    readonly status: number;
    readonly body: Problem;
    readonly retryAfterMs?: number | undefined;
}
/** Ends a request early; private, never leaves the handler. */
export declare class Refusal extends Error {
    readonly name = "Refusal";
    readonly answer: ProblemAnswer;
    constructor(code: ProblemCode, details?: ProblemDetails);
}
/** Answers with a problem. */
export declare function answerProblem(code: ProblemCode, { detail, outcome, requestId, retryAfterMs }?: ProblemDetails): ProblemAnswer;
