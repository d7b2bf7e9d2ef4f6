import type { RecordId } from './fingerprint.js';
import type { Config, Parts, Verdict } from './options.js';
import type { Problem } from './problem.js';
import type { Input } from './read-input.js';
import type { Tell } from './tell.js';
/** A verdict as pages may see it. */
export interface PublicVerdict extends Verdict {
    readonly code?: undefined;
    readonly outcome?: undefined;
}
/** An answer. */
export interface Answer {
    readonly status: number;
    readonly body: Problem | PublicVerdict;
    readonly isReplay?: boolean;
    readonly retryAfterMs?: number | undefined;
}
/** What one call needs. */
export interface Job {
    readonly config: Omit<Config<never>, 'options'>;
    readonly parts: Parts;
    readonly record: RecordId;
    readonly input: Input;
    readonly tell: Tell;
}
/**
 * Verifies, or repeats what came of it before.
 *
 * @throws Refusal when nothing was called: the key is taken, or the store does not answer.
 */
export declare function verifyOnce(job: Job): Promise<Answer>;
