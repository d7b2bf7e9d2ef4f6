import type { IdempotencyStore } from './store.js';
/** What is used of a Durable Object namespace: a binding of the Worker. */
export interface IdempotencyNamespace {
    /** Gives the identifier of the object with a name. */
    idFromName(name: string): unknown;
    /** Gives the stub of an object. */
    get(id: unknown): {
        fetch(url: string, init: {
            readonly method: string;
            readonly body: string;
        }): Promise<{
            readonly ok: boolean;
            readonly status: number;
            json(): Promise<unknown>;
        }>;
    };
}
/**
 * Creates a store on a namespace of {@link SafIdempotencyObject}: exact for all isolates of a
 * Worker, everywhere. Each record is an object of its own, so none of them is a bottleneck.
 *
 * @param namespace - The binding, such as `env.RECORDS`.
 * @throws TypeError when it is no namespace. The store's methods reject when an object fails.
 * @example
 * ```ts
 * import { durableObjectStore } from 'saf-edge/handler'
 *
 * // In a Worker: createVerifyHandler({ idempotency: (env) => durableObjectStore(env.RECORDS), … })
 * const namespace = { idFromName: (name: string) => name, get: () => ({ fetch }) }
 * console.log(Object.keys(durableObjectStore(namespace)).join(' ')) // begin finish release
 * ```
 */
export declare function durableObjectStore(namespace: IdempotencyNamespace): IdempotencyStore;
