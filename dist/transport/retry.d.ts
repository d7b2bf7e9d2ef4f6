/**
 * Whether a failed attempt is followed by another: one pure decision, the table of the design's
 * section 4.
 *
 * @module
 */
import type { Again } from '../flow.js';
/** What happened in this call so far. */
export interface RetryState {
    /** Requests sent. */
    readonly attempts: number;
    /** Whether an earlier attempt may have run: then nothing is signed anew. */
    readonly isUnknown: boolean;
    /** Kinds that were followed by another attempt before. */
    readonly done: ReadonlySet<Again['kind']>;
    /** Milliseconds since the request's bytes were signed. */
    readonly ageMs: number;
    /** Milliseconds left of the deadline. */
    readonly remainingMs: number;
    /** A number in [0, 1) for the jitter. */
    readonly random: number;
}
/** What the caller allows. */
export interface RetryRules {
    readonly maxAttempts: number;
    readonly ambiguous: 'fail' | 'replay';
    readonly quota: boolean;
    readonly internal: boolean;
    /** Whether credentials come from a function, which can give fresh ones. */
    readonly canRefresh: boolean;
}
/** Send again after a wait: signed anew, but for `ambiguous`, which sends the same bytes. */
export interface Retry {
    readonly kind: Again['kind'];
    readonly waitMs: number;
}
/** Decides whether a failed attempt is followed by another; undefined when it is not. */
export declare function decideRetry(again: Again | undefined, state: RetryState, rules: RetryRules): Retry | undefined;
