/* @ts-self-types="./store.d.ts" */
/**
 * What the front door asks of a store of idempotency records, and the rules that every store
 * follows. Types exported by `saf-edge/handler`.
 *
 * @module
 */
/**
 * Decides what a claim comes to, given what the store has.
 *
 * @param found - The record, if there is one.
 * @param nowEpochMs - The store's own clock: one clock decides about a lease from begin to end.
 * @returns The answer, and the record to keep if that changes.
 */
export function beginRecord(found, { owner, fingerprint, leaseMs, keepMs }, nowEpochMs) {
    if (!found || nowEpochMs >= found.expiresAt) {
        const ends = { leaseEndsAt: nowEpochMs + leaseMs, expiresAt: nowEpochMs + keepMs };
        return { begun: { state: 'new' }, record: { owner, fingerprint, ...ends } };
    }
    if (found.fingerprint !== fingerprint)
        return { begun: { state: 'conflict' } };
    if (found.result !== undefined)
        return { begun: { state: 'done', result: found.result } };
    if (found.owner === owner)
        return { begun: { state: 'new' } };
    return { begun: { state: nowEpochMs < found.leaseEndsAt ? 'running' : 'expired' } };
}
