/**
 * A Durable Object namespace in memory, around the real class.
 *
 * @module
 */
import { SafLimiterObject } from '../../../src/limiter/index.ts'
import type { LimiterNamespace } from '../../../src/limiter/index.ts'

/** What an object stored, and how often. */
export interface Stored {
  readonly values: Map<string, unknown>
  writes: number
  alarmAtEpochMs?: number | undefined
}

/** A namespace whose objects can lose their memory. */
export interface TestNamespace extends LimiterNamespace {
  readonly stored: (name: string) => Stored
  readonly object: (name: string) => SafLimiterObject
  /** Drops an object; its storage stays. */
  readonly evict: (name: string) => void
}

/** Creates an empty namespace. */
export function createNamespace(): TestNamespace {
  const storages = new Map<string, Stored>()
  const objects = new Map<string, { object: SafLimiterObject; ready: Promise<unknown> }>()
  const stored = (name: string): Stored => {
    const known = storages.get(name) ?? { values: new Map(), writes: 0 }
    storages.set(name, known)
    return known
  }
  const start = (name: string): { object: SafLimiterObject; ready: Promise<unknown> } => {
    const known = objects.get(name)
    if (known) return known
    let ready: Promise<unknown> = Promise.resolve()
    const object = new SafLimiterObject({
      storage: createStorage(stored(name)),
      blockConcurrencyWhile: async (work) => {
        const done = work()
        ready = done
        return done
      },
    })
    const started = { object, ready }
    objects.set(name, started)
    return started
  }
  return {
    stored,
    object: (name) => start(name).object,
    evict: (name) => objects.delete(name),
    idFromName: (name) => ({ name }),
    get: (id) => ({
      async fetch(url, init) {
        const { object, ready } = start((id as { name: string }).name) // why: made above
        await ready
        return object.fetch(new Request(url, init))
      },
    }),
  }
}

function createStorage(
  stored: Stored,
): ConstructorParameters<typeof SafLimiterObject>[0]['storage'] {
  return {
    get: async (key) => structuredClone(stored.values.get(key)),
    async put(key, value) {
      stored.writes += 1
      stored.values.set(key, structuredClone(value))
    },
    deleteAll: async () => stored.values.clear(),
    async setAlarm(atEpochMs) {
      stored.alarmAtEpochMs = atEpochMs
    },
  }
}
