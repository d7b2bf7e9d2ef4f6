import type { Claim } from './store.js';
/** What is used of a Durable Object's state. */
export interface IdempotencyObjectState {
    /** The object's own storage. */
    readonly storage: {
        get(key: string): Promise<unknown>;
        put(key: string, value: unknown): Promise<unknown>;
        deleteAll(): Promise<unknown>;
        setAlarm(atEpochMs: number): Promise<unknown>;
        deleteAlarm(): Promise<unknown>;
    };
}
/** What `durableObjectStore` sends to the object. */
export type IdempotencyMessage = {
    readonly do: 'begin';
    readonly claim: Claim;
} | {
    readonly do: 'finish';
    readonly owner: string;
    readonly result: string;
} | {
    readonly do: 'release';
    readonly owner: string;
};
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
export declare class SafIdempotencyObject {
    #private;
    /** Is called by the platform. */
    constructor(state: IdempotencyObjectState);
    /** Answers `durableObjectStore`, in JSON. */
    fetch(request: Request): Promise<Response>;
    /** Forgets the record: the platform calls it when that expires. */
    alarm(): Promise<void>;
}
