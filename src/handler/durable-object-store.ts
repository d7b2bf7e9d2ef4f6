/**
 * `durableObjectStore`: idempotency records in Durable Objects. Exported by `saf-edge/handler`.
 *
 * @module
 */
import { check, isObject } from '../codec/check.ts'
import type { IdempotencyMessage } from './idempotency-object.ts'
import type { Begun, IdempotencyStore } from './store.ts'

/** What is used of a Durable Object namespace: a binding of the Worker. */
export interface IdempotencyNamespace {
  /** Gives the identifier of the object with a name. */
  idFromName(name: string): unknown
  /** Gives the stub of an object. */
  get(id: unknown): {
    fetch(
      url: string,
      init: { readonly method: string; readonly body: string },
    ): Promise<{ readonly ok: boolean; readonly status: number; json(): Promise<unknown> }>
  }
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
export function durableObjectStore(namespace: IdempotencyNamespace): IdempotencyStore {
  const { idFromName, get } = Object(namespace)
  const isNamespace = typeof idFromName === 'function' && typeof get === 'function'
  check(isNamespace, 'namespace', 'Durable Object namespace (is the binding there?)', namespace)
  const send = async (key: string, message: IdempotencyMessage): Promise<unknown> => {
    const object = namespace.get(namespace.idFromName(key))
    const body = JSON.stringify(message)
    const response = await object.fetch('https://saf-edge.invalid/', { method: 'POST', body })
    if (response.ok) return response.json()
    throw new Error(`the Durable Object of the idempotency record answered ${response.status}`)
  }
  return Object.freeze<IdempotencyStore>({
    async begin(key, claim) {
      const begun = await send(key, { do: 'begin', claim })
      check(isObject(begun) && typeof begun['state'] === 'string', 'answer', 'state', begun)
      return begun as unknown as Begun // why: written by our own class
    },
    async finish(key, owner, result) {
      await send(key, { do: 'finish', owner, result })
    },
    async release(key, owner) {
      await send(key, { do: 'release', owner })
    },
  })
}
