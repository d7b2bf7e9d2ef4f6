/**
 * The shapes that travel between the layers of a call: what transport brings back, and what may
 * follow. Types only, private.
 *
 * @module
 */
/** An answer as it came. */
export interface RawAnswer {
    readonly status: number;
    /** Reads a header by its name; null when there is none. */
    readonly headers: (name: string) => string | null;
    /** The decoded text. */
    readonly text: string;
}
/** What became of an attempt, other than the end of its deadline, which is thrown. */
export type Sent = ({
    readonly kind: 'answer';
    readonly error?: undefined;
} & RawAnswer) | ({
    readonly kind: 'lost';
} & Lost) | {
    readonly kind: 'rejected';
    readonly status?: undefined;
    readonly error: unknown;
};
/** What came instead of an answer, in words, and its code unless that is `ERR_SAF_BAD_RESPONSE`. */
export interface Lost {
    readonly what: string;
    readonly code?: 'ERR_SAF_REDIRECT' | 'ERR_SAF_TOO_LARGE';
    readonly status?: number;
    readonly error?: unknown;
}
/** What a failed request proves: that it was not sent, that TLS refused, or nothing. */
export type Proof = 'unsent' | 'untrusted' | 'nothing';
/** What a failure allows, apart from the caller's wishes. */
export interface Again {
    /**
     * - `unsent`: provably never left the host.
     * - `ambiguous`: may have arrived; only the same bytes may be sent again.
     * - `throttled`, `skew`, `token`, `quota`, `internal`: the gateway or service said so.
     */
    readonly kind: 'unsent' | 'ambiguous' | 'throttled' | 'skew' | 'token' | 'quota' | 'internal';
    /** The server's wish, in milliseconds. */
    readonly afterMs?: number | undefined;
}
