/**
 * `SafIdempotencyObject`: a Durable Object that holds one idempotency record. Exported by
 * `saf-edge/handler`.
 *
 * @module
 */
import { isObject } from '../codec/check.ts'
import { readClock } from '../platform/clock.ts'
import { beginRecord } from './store.ts'
import type { Claim, IdempotencyRecord } from './store.ts'

/** What is used of a Durable Object's state. */
export interface IdempotencyObjectState {
  /** The object's own storage. */
  readonly storage: {
    get(key: string): Promise<unknown>
    put(key: string, value: unknown): Promise<unknown>
    deleteAll(): Promise<unknown>
    setAlarm(atEpochMs: number): Promise<unknown>
    deleteAlarm(): Promise<unknown>
  }
}

/** What `durableObjectStore` sends to the object. */
export type IdempotencyMessage =
  | { readonly do: 'begin'; readonly claim: Claim }
  | { readonly do: 'finish'; readonly owner: string; readonly result: string }
  | { readonly do: 'release'; readonly owner: string }

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
  readonly #storage: IdempotencyObjectState['storage']

  /** Is called by the platform. */
  constructor(state: IdempotencyObjectState) {
    this.#storage = state.storage
  }

  /** Answers `durableObjectStore`, in JSON. */
  async fetch(request: Request): Promise<Response> {
    const message = (await request.json()) as IdempotencyMessage // why: only our Worker has access
    const found = readRecord(await this.#storage.get('record'))
    if (message.do === 'begin') {
      const { begun, record } = beginRecord(found, message.claim, readClock())
      if (record) {
        // Not awaited apart: both are written, or neither.
        const writes = [
          this.#storage.put('record', record),
          this.#storage.setAlarm(record.expiresAt),
        ]
        await Promise.all(writes)
      }
      return Response.json(begun)
    }
    if (found?.owner === message.owner) {
      if (message.do === 'finish') {
        await this.#storage.put('record', { ...found, result: message.result })
      } else if (found.result === undefined) await this.alarm()
    }
    return Response.json({})
  }

  /** Forgets the record: the platform calls it when that expires. */
  async alarm(): Promise<void> {
    await Promise.all([this.#storage.deleteAll(), this.#storage.deleteAlarm()])
  }
}

function readRecord(value: unknown): IdempotencyRecord | undefined {
  return isObject(value) ? (value as unknown as IdempotencyRecord) : undefined // why: written above
}
