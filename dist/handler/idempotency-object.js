/* @ts-self-types="./idempotency-object.d.ts" */
/**
 * `SafIdempotencyObject`: a Durable Object that holds one idempotency record. Exported by
 * `saf-edge/handler`.
 *
 * @module
 */
import { isObject } from '../sign/core.js';
import { readClock } from '../core.js';
import { beginRecord } from './store.js';
/**
 * A Durable Object class: export it from the Worker, name it in the configuration, and give its
 * namespace to `durableObjectStore`. One object per record, which deletes itself when the record
 * expires. It is atomic since the platform lets no other event in while storage is awaited.
 *
 * @example
 * ```ts
 * // wrangler.jsonc: "durable_objects": { "bindings":
 * //   [{ "name": "RECORDS", "class_name": "SafIdempotencyObject" }] }
 * export { SafIdempotencyObject } from 'saf-edge/handler'
 * ```
 */
export class SafIdempotencyObject {
    #storage;
    /** Is called by the platform. */
    constructor(state) {
        this.#storage = state.storage;
    }
    /** Answers `durableObjectStore`, in JSON. */
    async fetch(request) {
        const message = (await request.json()); // why: only our Worker has access
        const found = readRecord(await this.#storage.get('record'));
        if (message.do === 'begin') {
            const { begun, record } = beginRecord(found, message.claim, readClock());
            if (record) {
                // Not awaited apart: both are written, or neither.
                const writes = [
                    this.#storage.put('record', record),
                    this.#storage.setAlarm(record.expiresAt),
                ];
                await Promise.all(writes);
            }
            return Response.json(begun);
        }
        if (found?.owner === message.owner) {
            if (message.do === 'finish') {
                await this.#storage.put('record', { ...found, result: message.result });
            }
            else if (found.result === undefined)
                await this.alarm();
        }
        return Response.json({});
    }
    /** Forgets the record: the platform calls it when that expires. */
    async alarm() {
        await Promise.all([this.#storage.deleteAll(), this.#storage.deleteAlarm()]);
    }
}
function readRecord(value) {
    return isObject(value) ? value : undefined; // why: written above
}
