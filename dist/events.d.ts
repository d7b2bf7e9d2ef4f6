/**
 * What a client tells while it works: names, codes, sizes and times, never contents. Exported by
 * `saf-edge`.
 *
 * @module
 */
import type { Outcome, SafErrorCode } from './errors.js';
import type { Again } from './flow.js';
/** What every event says. */
export interface SafEventBase {
    /** Counts a client's calls, from 1: events of one call have the same number. */
    readonly call: number;
    /** The action of the API, such as `ExecuteRequest`. */
    readonly action: string;
    /** The service of SAF, such as `intl_face_verify`; absent for other products. */
    readonly service?: string | undefined;
    /** Requests of this call so far. */
    readonly attempts: number;
    /** Milliseconds since the call began. */
    readonly elapsedMs: number;
}
/** A request was answered, or failed. */
export interface AttemptEvent extends SafEventBase {
    /** Tells this event from the others. */
    readonly type: 'attempt';
    /** Milliseconds from the request to the end of its answer. */
    readonly durationMs: number;
    /** Bytes of the request's body. */
    readonly requestBytes: number;
    /** The HTTP status, if there was an answer. */
    readonly status?: number | undefined;
    /** The gateway's name for this request, if it gave one. */
    readonly requestId?: string | undefined;
    /** What went wrong; absent when the answer is a result. */
    readonly code?: SafErrorCode | undefined;
    /** What this attempt left behind, when it went wrong. */
    readonly outcome?: Outcome | undefined;
}
/** Another request follows, after a wait. */
export interface RetryEvent extends SafEventBase {
    /** Tells this event from the others. */
    readonly type: 'retry';
    /** Why; `ambiguous` sends the same bytes again. */
    readonly kind: Again['kind'];
    /** Milliseconds until that request. */
    readonly waitMs: number;
}
/** Something holds the call back. */
export interface ThrottledEvent extends SafEventBase {
    /** Tells this event from the others. */
    readonly type: 'throttled';
    /**
     * - `gateway`: it refused; `quota`: the purchased volume is used up (402).
     * - `limiter`: the own limiter made the call wait, or refused it.
     * - `limiter-failed`: the own limiter failed or did not answer.
     */
    readonly by: 'gateway' | 'quota' | 'limiter' | 'limiter-failed';
    /** Milliseconds until a request may be sent again; 0 when the limiter failed. */
    readonly waitMs: number;
}
/** The gateway's clock differs; from now on the client corrects for it. */
export interface SkewEvent extends SafEventBase {
    /** Tells this event from the others. */
    readonly type: 'skew';
    /** How far the gateway's clock is ahead, in milliseconds. */
    readonly skewMs: number;
}
/** The `credentials` function gave credentials. */
export interface CredentialsEvent extends SafEventBase {
    /** Tells this event from the others. */
    readonly type: 'credentials';
    /** Milliseconds it took. */
    readonly durationMs: number;
    /** Whether it was asked for others than it gave last. */
    readonly forceRefresh: boolean;
}
/** The call is over: resolved, rejected or aborted. The last event of each call. */
export interface DoneEvent extends SafEventBase {
    /** Tells this event from the others. */
    readonly type: 'done';
    /** Whether the call resolved. */
    readonly ok: boolean;
    /** The error's code, when it is a `SafError`. */
    readonly code?: SafErrorCode | undefined;
    /** Whether the paid operation ran, when the call did not resolve; also after an abort. */
    readonly outcome?: Outcome | undefined;
}
/** Everything `onEvent` is told, told apart by `type`. */
export type SafEvent = AttemptEvent | RetryEvent | ThrottledEvent | SkewEvent | CredentialsEvent | DoneEvent;
/** An event without what all of them say. */
export type EventDetails = SafEvent extends infer Event ? Event extends SafEvent ? Omit<Event, keyof SafEventBase> : never : never;
