import { describe, expect, it } from 'vitest'
import {
  durableObjectStore,
  memoryStore,
  redisStore,
  SafIdempotencyObject,
} from '../../../src/handler/index.ts'
import type { Claim, IdempotencyNamespace, IdempotencyStore } from '../../../src/handler/index.ts'

const CLAIM: Claim = { owner: 'a', fingerprint: 'f', leaseMs: 1000, keepMs: 60_000 }
const OTHER: Claim = { ...CLAIM, owner: 'b' }

/**
 * A namespace as the platform has it: one object per name, one event at a time. The real one is
 * tried in `test/scale-handler`.
 */
function createNamespace(): IdempotencyNamespace & { readonly count: () => number } {
  const objects = new Map<string, { object: SafIdempotencyObject; last: Promise<unknown> }>()
  const storages: Map<string, unknown>[] = []
  const create = (): SafIdempotencyObject => {
    const values = new Map<string, unknown>()
    storages.push(values)
    return new SafIdempotencyObject({
      storage: {
        get: async (key) => structuredClone(values.get(key)),
        put: async (key, value) => void values.set(key, structuredClone(value)),
        deleteAll: async () => values.clear(),
        setAlarm: async (atEpochMs) => void values.set('alarm', atEpochMs),
        deleteAlarm: async () => void values.delete('alarm'),
      },
    })
  }
  return {
    idFromName: (name: string) => name,
    get(given) {
      const id = String(given)
      const entry = objects.get(id) ?? { object: create(), last: Promise.resolve() }
      objects.set(id, entry)
      return {
        async fetch(url, init) {
          const answer = entry.last.then(() => entry.object.fetch(new Request(url, init)))
          entry.last = answer
          return answer
        },
      }
    },
    count: () => storages.filter(({ size }) => size > 0).length,
  }
}

const STORES: readonly (readonly [string, () => IdempotencyStore])[] = [
  ['memoryStore', memoryStore],
  ['durableObjectStore', () => durableObjectStore(createNamespace())],
]

describe.each(STORES)('%s', (_, create) => {
  it('gives a key to the first who claims it, also twice', async () => {
    const store = create()
    expect(await store.begin('k', CLAIM)).toEqual({ state: 'new' })
    expect(await store.begin('k', OTHER)).toEqual({ state: 'running' })
    expect(await store.begin('k', CLAIM)).toEqual({ state: 'new' })
    expect(await store.begin('other', OTHER)).toEqual({ state: 'new' })
  })

  it('gives a key to one of many who claim it at once', async () => {
    const store = create()
    const owners = Array.from({ length: 50 }, (_unused, at) => ({ ...CLAIM, owner: `owner-${at}` }))
    const begun = await Promise.all(owners.map((claim) => store.begin('k', claim)))
    expect(begun.filter(({ state }) => state === 'new')).toHaveLength(1)
    expect(begun.filter(({ state }) => state === 'running')).toHaveLength(49)
  })

  it('repeats what came of it, to the same fingerprint only', async () => {
    const store = create()
    await store.begin('k', CLAIM)
    await store.finish('k', 'a', '{"ü":1}')
    expect(await store.begin('k', OTHER)).toEqual({ state: 'done', result: '{"ü":1}' })
    expect(await store.begin('k', CLAIM)).toEqual({ state: 'done', result: '{"ü":1}' })
    expect(await store.begin('k', { ...OTHER, fingerprint: 'g' })).toEqual({ state: 'conflict' })
  })

  it('frees a key that is released, for anything', async () => {
    const store = create()
    await store.begin('k', CLAIM)
    await store.release('k', 'a')
    expect(await store.begin('k', { ...OTHER, fingerprint: 'g' })).toEqual({ state: 'new' })
  })

  it('listens to the owner only, and keeps a result', async () => {
    const store = create()
    await store.begin('k', CLAIM)
    await store.finish('k', 'b', 'wrong')
    await store.release('k', 'b')
    expect(await store.begin('k', OTHER)).toEqual({ state: 'running' })
    await store.finish('k', 'a', 'right')
    await store.release('k', 'a')
    expect(await store.begin('k', OTHER)).toEqual({ state: 'done', result: 'right' })
    await store.finish('unheard of', 'a', 'wrong')
    await store.release('unheard of', 'a')
    expect(await store.begin('unheard of', OTHER)).toEqual({ state: 'new' })
  })

  it('an expired lease stays expired: nobody runs it again', async () => {
    const store = create()
    await store.begin('k', { ...CLAIM, leaseMs: 0 })
    expect(await store.begin('k', OTHER)).toEqual({ state: 'expired' })
    expect(await store.begin('k', OTHER)).toEqual({ state: 'expired' })
    await store.finish('k', 'a', 'late')
    expect(await store.begin('k', OTHER)).toEqual({ state: 'done', result: 'late' })
  })

  it('a forgotten record is as if it had never been', async () => {
    const store = create()
    await store.begin('k', { ...CLAIM, keepMs: 0 })
    expect(await store.begin('k', { ...OTHER, fingerprint: 'g' })).toEqual({ state: 'new' })
  })
})

describe('memoryStore', () => {
  it('forgets what has expired', async () => {
    let time = 0
    const store = memoryStore({ now: () => time })
    await store.begin('k', CLAIM)
    time = 999
    expect(await store.begin('k', OTHER)).toEqual({ state: 'running' })
    time = 1000
    expect(await store.begin('k', OTHER)).toEqual({ state: 'expired' })
    time = 60_000
    await store.begin('another', CLAIM)
    await store.finish('k', 'a', 'too late')
    expect(await store.begin('k', OTHER)).toEqual({ state: 'new' })
  })

  it('refuses a clock that is none', () => {
    expect(() => memoryStore({ now: 1 as never })).toThrow('"now" expected function')
  })
})

describe('durableObjectStore', () => {
  it('keeps one object per record, which deletes itself', async () => {
    const namespace = createNamespace()
    const store = durableObjectStore(namespace)
    await store.begin('k', CLAIM)
    await store.begin('l', CLAIM)
    expect(namespace.count()).toBe(2)
    await store.release('k', 'a')
    expect(namespace.count()).toBe(1)
  })

  it('sets an alarm for the end of the record', async () => {
    const values = new Map<string, unknown>()
    let alarm = 0
    const object = new SafIdempotencyObject({
      storage: {
        get: async (key) => values.get(key),
        put: async (key, value) => void values.set(key, value),
        deleteAll: async () => values.clear(),
        setAlarm: async (atEpochMs) => void (alarm = atEpochMs),
        deleteAlarm: async () => {},
      },
    })
    const body = JSON.stringify({ do: 'begin', claim: CLAIM })
    const startedMs = Date.now()
    await object.fetch(new Request('https://object.invalid', { method: 'POST', body }))
    expect(alarm - startedMs).toBeGreaterThanOrEqual(CLAIM.keepMs)
    expect(alarm - startedMs).toBeLessThan(CLAIM.keepMs + 5000)
    await object.alarm()
    expect(values.size).toBe(0)
  })

  it('rejects when the object fails, and at once without a namespace', async () => {
    const failing = { fetch: async () => new Response('no', { status: 500 }) }
    const store = durableObjectStore({ idFromName: (name) => name, get: () => failing })
    await expect(store.begin('k', CLAIM)).rejects.toThrow('answered 500')
    expect(() => durableObjectStore(undefined as never)).toThrow('"namespace" expected Durable')
  })
})

describe('redisStore', () => {
  const asked: unknown[][] = []
  const evaluate = async (...args: unknown[]): Promise<unknown> => {
    asked.push(args.slice(1))
    return ['new']
  }
  const upstash = { eval: evaluate }

  it('calls ioredis with the number of keys and a list', async () => {
    const ioredis = { ...upstash, defineCommand() {}, sendCommand() {} }
    await redisStore(ioredis, { prefix: 'p:' }).release('k', 'a')
    expect(asked.pop()).toEqual([1, 'p:k', 'release', 'a'])
  })

  it.each([
    ['node-redis', { ...upstash, sendCommand() {} }],
    ['Upstash', upstash],
  ])('calls %s with two lists, the first of which is node-redis’s options', async (_, given) => {
    await redisStore(given, { prefix: 'p:' }).release('k', 'a')
    const [keys, ...rest] = asked.pop() ?? []
    expect([keys, ...rest]).toEqual([['p:k'], ['release', 'a']])
    const { keys: listed, arguments: texts } = Object(keys)
    expect({ keys: listed, arguments: texts }).toEqual({
      keys: ['p:k'],
      arguments: ['release', 'a'],
    })
  })

  it('calls a client that has both commands and lists, as Deno’s, with lists', async () => {
    const deno = {
      sendCommand: async (name: string, args: readonly string[]) => (
        asked.push([name, ...args]),
        ['new']
      ),
      async eval(script: string, keys: readonly string[], args: readonly string[]) {
        return deno.sendCommand('EVAL', [script, String(keys.length), ...keys, ...args].slice(1))
      },
    }
    await redisStore(deno, { prefix: 'p:' }).release('k', 'a')
    expect(asked.pop()).toEqual(['EVAL', '1', 'p:k', 'release', 'a'])
  })

  it('sends texts only', async () => {
    await redisStore(upstash).begin('k', CLAIM)
    const texts = ['begin', 'a', 'f', '59000', '60000']
    expect(asked.pop()).toEqual([['saf-edge:idempotency:k'], texts])
  })

  it('keeps the client’s this, and rejects an answer that is not the script’s', async () => {
    const client = {
      answer: ['later'] as unknown,
      async eval(this: { answer: unknown }) {
        return this.answer
      },
    }
    const store = redisStore(client)
    await expect(store.begin('k', CLAIM)).rejects.toThrow('"eval" expected')
    client.answer = 'OK'
    await expect(store.begin('k', CLAIM)).rejects.toThrow('"eval" expected list')
    expect(() => redisStore({} as never)).toThrow('"client" expected Redis client')
  })
})
