import type { Outcome } from './errors.js';
/** Notes, invisibly, whether the paid operation ran on an error that is passed on as it came. */
export declare function markOutcome(error: unknown, value: Outcome): void;
/** Reads whether the paid operation ran: of our errors, and of those that passed through a client. */
export declare function readOutcome(error: unknown): Outcome | undefined;
