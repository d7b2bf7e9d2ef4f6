/* @ts-self-types="./memory-store.d.ts" */
/**
 * `memoryStore`: idempotency records of one process. Exported by `saf-edge/handler`.
 *
 * @module
 */
import { readClock } from '../core.js';
import { beginRecord } from './store.js';
/**
 * Creates a store in memory: for one process that stays, and for tests. Isolates of a Worker come
 * and go, and share nothing: use `durableObjectStore` there.
 *
 * @param options - All optional.
 * @throws TypeError when `now` is not a function.
 * @example
 * ```ts
 * import { memoryStore } from 'saf-edge/handler'
 *
 * const store = memoryStore()
 * const claim = { owner: 'a', fingerprint: 'f', leaseMs: 1000, keepMs: 60_000 }
 * console.log((await store.begin('key', claim)).state) // new
 * console.log((await store.begin('key', { ...claim, owner: 'b' })).state) // running
 * ```
 */
export function memoryStore({ now = readClock } = {}) {
    if (typeof now !== 'function')
        throw new TypeError(`"now" expected function, got ${typeof now}`);
    const records = new Map();
    return Object.freeze({
        async begin(key, claim) {
            const nowEpochMs = now();
            dropExpired(records, nowEpochMs);
            const { begun, record } = beginRecord(records.get(key), claim, nowEpochMs);
            if (record) {
                records.delete(key); // An old record's place is at the front; the new one goes to the end.
                records.set(key, record);
            }
            return begun;
        },
        async finish(key, owner, result) {
            const record = records.get(key);
            if (record?.owner === owner)
                records.set(key, { ...record, result });
        },
        async release(key, owner) {
            const record = records.get(key);
            if (record?.owner === owner && record.result === undefined)
                records.delete(key);
        },
    });
}
/** Records stand in the order in which they were made, and mostly that of their end. */
function dropExpired(records, nowEpochMs) {
    for (const [key, { expiresAt }] of records) {
        if (nowEpochMs < expiresAt)
            return;
        records.delete(key);
    }
}
