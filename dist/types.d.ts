/**
 * Shapes that several layers share. Types only; exported by `saf-edge`.
 *
 * @module
 */
/** A key pair, or with a token an STS triple. */
export interface Credentials {
    readonly accessKeyId: string;
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
     * sent an abort means that the operation may have run.
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
