/** A running deadline. Call `end()` when the work is over, or its timer and listener stay. */
export interface Deadline {
    /** Aborts when time runs out or the parent aborts; hand it to `fetch`. */
    readonly signal: AbortSignal;
    /** Waits for work, or rejects with `signal.reason` if the deadline comes first. */
    readonly race: <T>(work: T | Promise<T>) => Promise<T>;
    /** Throws as `race` rejects. Looks at the clock too: a busy host's timer comes late. */
    readonly throwIfOver: () => void;
    /** Waits; rejects as `race` does. */
    readonly sleep: (ms: number) => Promise<void>;
    /** Tells whether its own time ran out, as opposed to an abort from outside. */
    readonly isExpired: () => boolean;
    readonly remainingMs: () => number;
    /** Stops its own timer; an abort from outside still ends it. */
    readonly disarm: () => void;
    readonly end: () => void;
}
/**
 * Starts a deadline.
 *
 * @param timeoutMs - Milliseconds from now.
 * @param parent - A signal whose abort ends it too, with the parent's reason.
 * @param outer - The deadline behind `parent`, if it is one: its clock is looked at too.
 */
export declare function startDeadline(timeoutMs: number, parent?: AbortSignal, outer?: Deadline): Deadline;
