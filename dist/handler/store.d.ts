/**
 * What the front door asks of a store of idempotency records, and the rules that every store
 * follows. Types exported by `saf-edge/handler`.
 *
 * @module
 */
/** Keeps one record per key. Each method is atomic, for every isolate and machine that shares it. */
export interface IdempotencyStore {
    /**
     * Claims a key, or tells what became of it. The same owner may claim twice, since an answer can
     * get lost on its way.
     */
    readonly begin: (key: string, claim: Claim) => Promise<Begun>;
    /** Keeps what came of a claim; nothing happens unless the owner is the one that holds it. */
    readonly finish: (key: string, owner: string, result: string) => Promise<void>;
    /** Forgets a claim without a result, so that the key may be used again; else as `finish`. */
    readonly release: (key: string, owner: string) => Promise<void>;
}
/** Who wants to call, for what, and how long that may take. */
export interface Claim {
    /** Drawn for each request. */
    readonly owner: string;
    /** An HMAC of what is verified. */
    readonly fingerprint: string;
    /** Milliseconds after which a claim without a result is given up: nobody knows what it did. */
    readonly leaseMs: number;
    /** Milliseconds after which the record is forgotten. */
    readonly keepMs: number;
}
/**
 * - `new`: the claim holds, the caller may call.
 * - `running`: somebody else holds it.
 * - `expired`: somebody held it and never said what came of it.
 * - `done`: what came of it.
 * - `conflict`: the key was used for something else.
 */
export type Begun = {
    readonly state: 'new' | 'running' | 'expired' | 'conflict';
} | {
    readonly state: 'done';
    readonly result: string;
};
/** What a store keeps. */
export interface IdempotencyRecord {
    readonly owner: string;
    readonly fingerprint: string;
    readonly leaseEndsAt: number;
    readonly expiresAt: number;
    readonly result?: string | undefined;
}
/**
 * Decides what a claim comes to, given what the store has.
 *
 * @param found - The record, if there is one.
 * @param nowEpochMs - The store's own clock: one clock decides about a lease from begin to end.
 * @returns The answer, and the record to keep if that changes.
 */
export declare function beginRecord(found: IdempotencyRecord | undefined, { owner, fingerprint, leaseMs, keepMs }: Claim, nowEpochMs: number): {
    readonly begun: Begun;
    readonly record?: IdempotencyRecord;
};
