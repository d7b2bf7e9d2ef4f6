/**
 * Shapes that several layers share. Types only; exported by `saf-edge`.
 *
 * @module
 */
/** A key pair, or with a token an STS triple. */
export interface Credentials {
    /** The AccessKey ID, which requests carry. */
    readonly accessKeyId: string;
    /** Its secret, which signs them and is never sent. */
    readonly accessKeySecret: string;
    /** The STS token. Without it the pair is taken for a long-lived key. */
    readonly securityToken?: string | undefined;
}
/** Gives credentials; `forceRefresh` asks for others than those it gave last. */
export type CredentialsFunction = (context?: {
    readonly forceRefresh?: boolean | undefined;
}) => Credentials | Promise<Credentials>;
/** The part of `fetch` that is used; a proxy, a service binding or an emulator fits too. */
export type FetchLike = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
/** Options of one call. */
export interface CallOptions {
    /**
     * Aborts the call; what `signal.reason` holds is thrown untouched. After the first request was
     * sent an abort means that the operation may have run, also when the reason is the error of another
     * call, whose `outcome` is that call's.
     */
    readonly signal?: AbortSignal | undefined;
    /** Milliseconds for the whole call. @defaultValue the client's `timeoutMs` */
    readonly timeoutMs?: number | undefined;
}
/** What may be tried again. Every part is off unless it is safe for a call that is billed. */
export interface RetryOptions {
    /** Requests of one call, the first included. @defaultValue 3 */
    readonly maxAttempts?: number | undefined;
    /**
     * After a failure that may have reached the gateway: `'fail'`, or `'replay'` to send the same
     * signed bytes once more within five minutes; the nonce lets the gateway run them once only.
     *
     * @defaultValue 'fail'
     */
    readonly ambiguous?: 'fail' | 'replay' | undefined;
    /** Milliseconds one request may take up to its headers. @defaultValue the whole deadline */
    readonly attemptTimeoutMs?: number | undefined;
    /** Tries once more after code 402 (quota used up). @defaultValue false */
    readonly quota?: boolean | undefined;
    /** Tries once more after code 500 in a complete answer without Data. @defaultValue false */
    readonly internal?: boolean | undefined;
}
/** Lets a client wait its turn, before each request. */
export interface RateLimiter {
    /**
     * Books a turn. The caller waits `waitMs` and then sends; nothing polls.
     *
     * @param key - Whose turn: a hash of the access key, and the service. Holds no secret.
     * @returns `waitMs` from now on; or, when that would be later than `maxWaitMs`, nothing is booked
     *   and `retryAfterMs` says when to ask again.
     */
    readonly reserve: (key: string, options: {
        /** Turns to book. @defaultValue 1 */
        readonly cost?: number | undefined;
        readonly maxWaitMs: number;
        readonly signal?: AbortSignal | undefined;
    }) => Promise<Reservation>;
    /** Is told that the gateway refused: nobody's turn comes before `ms` from now. */
    readonly penalize?: ((key: string, ms: number) => void | Promise<void>) | undefined;
}
/** A turn in `waitMs`, or none before `retryAfterMs`, both in milliseconds from now. */
export type Reservation = {
    readonly ok: true;
    readonly waitMs: number;
} | {
    readonly ok: false;
    readonly retryAfterMs: number;
};
