import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createEmulator } from '../../../src/emulator/index.ts'
import type { Scripted } from '../../../src/emulator/index.ts'
import { memoryStore } from '../../../src/handler/index.ts'
import type { IdempotencyStore } from '../../../src/handler/index.ts'
import { createSaf } from '../../../src/index.ts'
import type { Credentials } from '../../../src/index.ts'
import { openDoor, send } from './door.ts'

const headers = { 'idempotency-key': 'cd7a6ff0-2d02-4d1e-a7f5-9a51d3d1d5a7' }

describe('the status tells the outcome', () => {
  it.each<readonly [string, Scripted, number, string, number]>([
    ['the gateway throttles', 'Throttling.User', 503, 'not-executed', 0],
    ['the key is unknown', 'InvalidAccessKeyId.NotFound', 503, 'not-executed', 0],
    ['the quota is used up', { business: { Code: 402 } }, 503, 'not-executed', 0],
    ['the service fails', { business: { Code: 500, Data: {} } }, 502, 'failed', 1],
    ['the answer is lost', 'cut-body', 504, 'unknown', 1],
    ['the gateway fails', 'InternalError', 504, 'unknown', 0],
  ])('%s', async (...[, answer, status, outcome, paid]) => {
    const door = openDoor()
    door.emulator.script(answer)
    const { body, status: answered } = await send(door, { headers })
    expect([answered, body['outcome']]).toEqual([status, outcome])
    expect(door.paid()).toBe(paid)
    expect(door.events[0]).toMatchObject({ type: 'failed', part: 'call', error: { outcome } })
    const again = await send(door, { headers })
    if (outcome === 'not-executed') {
      expect([again.status, door.paid()]).toEqual([200, paid + 1])
    } else {
      expect([again.status, again.body, door.paid()]).toEqual([status, body, paid])
      expect(again.headers.get('idempotency-replayed')).toBe('true')
    }
  })

  it('and Retry-After whether the same request can succeed later', async () => {
    const door = openDoor()
    door.emulator.script('Throttling.User', 'InvalidAccessKeyId.NotFound')
    expect((await send(door)).headers.get('retry-after')).toBe('1')
    expect((await send(door)).headers.get('retry-after')).toBeNull()
  })

  it('and an error of another kind may have run', async () => {
    let calls = 0
    const verifyFace = (): Promise<never> => {
      calls++
      return Promise.reject(new Error('photo inside'))
    }
    const door = openDoor({ saf: { verifyFace } })
    for (const isReplay of [false, true]) {
      const { body, status } = await send(door, { headers })
      expect([status, body['code'], body['outcome']]).toEqual([504, 'outcome-unknown', 'unknown'])
      expect(door.events.at(-1)).toMatchObject({ isReplay })
    }
    expect(calls).toBe(1)
    expect(door.events[0]).toMatchObject({ type: 'failed', part: 'call' })
    expect(inspect(door.events[0])).not.toContain('inside')
  })

  it.each([undefined, 'maybe', 'not-executed'])(
    'and an error of another copy of the library says it: %s',
    async (outcome) => {
      let calls = 0
      const error = { [Symbol.for('saf-edge.error')]: true, code: 'ERR_SAF_NEW', outcome }
      const verifyFace = (): Promise<never> => (calls++, Promise.reject(error))
      const door = openDoor({ saf: { verifyFace } })
      const { body } = await send(door, { headers })
      await send(door, { headers })
      const isFree = outcome === 'not-executed'
      expect([body['outcome'], calls]).toEqual(isFree ? [outcome, 2] : ['unknown', 1])
    },
  )

  it('and what the client refuses before it sends anything leaves the key free', async () => {
    let paid = 0
    const { client } = createEmulator({
      onRequest: ({ executed }) => void (paid += Number(executed)),
    })
    let isDown = true
    const { accessKeyId, accessKeySecret, ...rest } = client
    const credentials = async (): Promise<Credentials> => {
      if (isDown) throw new TypeError('fetch failed')
      return { accessKeyId, accessKeySecret }
    }
    const idempotency = memoryStore()
    const recovering = createSaf({ ...rest, credentials })
    for (const saf of [createSaf({ ...client, maxPhotoBytes: 10 }), recovering]) {
      const { body, status } = await send(openDoor({ saf, idempotency }), { headers })
      expect([status, body['code'], body['outcome']]).toEqual([503, 'not-executed', 'not-executed'])
    }
    isDown = false
    const door = openDoor({ saf: recovering, idempotency })
    expect((await send(door, { headers })).status).toBe(200)
    expect(paid).toBe(1)
  })

  it('and a client that hangs is given up: it may have run', async () => {
    const options = { saf: { verifyFace: () => new Promise<never>(() => {}) }, timeoutMs: 1 }
    const { body, status } = await send(openDoor(options))
    expect([status, body['outcome']]).toEqual([504, 'unknown'])
  })

  it('and the client is told how long it has', async () => {
    const seen: unknown[] = []
    const verifyFace = async (_: unknown, options: object): Promise<never> => {
      seen.push(options)
      throw new Error('enough')
    }
    await send(openDoor({ saf: { verifyFace }, timeoutMs: 1234 }))
    expect(seen).toEqual([{ timeoutMs: 1234 }])
  })
})

describe('a store', () => {
  const fail = (): Promise<never> => Promise.reject(new Error('store is gone'))
  const hang = (): Promise<never> => new Promise(() => {})

  it.each([
    ['fails', fail],
    ['hangs', hang],
  ])('that %s lets nobody through', async (_, begin) => {
    const store = { ...memoryStore(), begin }
    const door = openDoor({ idempotency: store, stepTimeoutMs: 20 })
    const { body, status } = await send(door, { headers })
    expect([status, body['code']]).toEqual([503, 'store-unavailable'])
    expect(JSON.stringify(body)).not.toContain('gone')
    expect(door.paid()).toBe(0)
  })

  it('whose answer to a claim was lost gives the key back', async () => {
    const inner = memoryStore()
    let isLost = true
    const store: IdempotencyStore = {
      ...inner,
      async begin(...args) {
        const begun = await inner.begin(...args)
        if (!isLost) return begun
        isLost = false
        throw new Error('connection lost')
      },
    }
    const door = openDoor({ idempotency: store })
    expect((await send(door, { headers })).status).toBe(503)
    expect((await send(door, { headers })).status).toBe(200)
    expect(door.paid()).toBe(1)
  })

  it('that fails once after the call is asked again', async () => {
    const inner = memoryStore()
    let failures = 0
    const store: IdempotencyStore = {
      ...inner,
      finish: (...args) => (failures++ === 0 ? fail() : inner.finish(...args)),
    }
    const door = openDoor({ idempotency: store })
    expect((await send(door, { headers })).status).toBe(200)
    expect((await send(door, { headers })).headers.get('idempotency-replayed')).toBe('true')
    expect(door.paid()).toBe(1)
  })

  it.each([
    ['fails', fail],
    ['hangs', hang],
  ])(
    'that %s after the call does not cost the page its verdict, nor a second call',
    async (...[, finish]) => {
      let time = 0
      const store = { ...memoryStore({ now: () => time }), finish }
      const door = openDoor({ idempotency: store, stepTimeoutMs: 20 })
      expect((await send(door, { headers })).body).toMatchObject({ passed: true })
      expect(door.events[0]).toMatchObject({ type: 'failed', part: 'store' })
      expect((await send(door, { headers })).status).toBe(409)
      time = 3_600_000
      for (const _ of [1, 2]) {
        const { body, status } = await send(door, { headers })
        expect([status, body['outcome']]).toEqual([504, 'unknown'])
      }
      expect(door.paid()).toBe(1)
    },
  )

  it.each(['', 'null', '{"status":200}', 'not JSON'])(
    'that gives %j for what it kept does not say what came of the call',
    async (result) => {
      const begin: IdempotencyStore['begin'] = async () => ({ state: 'done', result })
      const door = openDoor({ idempotency: { ...memoryStore(), begin } })
      const { body, status } = await send(door)
      expect([status, body['outcome'], door.paid()]).toEqual([504, 'unknown', 0])
    },
  )

  it('holds a key longer than a call can take', async () => {
    const leases: number[] = []
    const inner = memoryStore()
    const store: IdempotencyStore = {
      ...inner,
      begin(key, claim) {
        leases.push(claim.leaseMs, claim.keepMs)
        return inner.begin(key, claim)
      },
    }
    await send(openDoor({ idempotency: store }))
    await send(openDoor({ idempotency: { store, keepMs: 100_000 }, timeoutMs: 60_000 }))
    expect(leases).toEqual([31_000, 86_400_000, 76_000, 100_000])
  })

  it('frees the key a day later: then it is another verification', async () => {
    let time = 0
    const door = openDoor({ idempotency: memoryStore({ now: () => time }) })
    await send(door, { headers })
    time = 86_399_999
    await send(door, { headers })
    expect(door.paid()).toBe(1)
    time = 86_400_000
    await send(door, { headers })
    expect(door.paid()).toBe(2)
  })

  it.each([99, 204, 301, 200.5, 500])('that kept the status %s kept none of ours', async (kept) => {
    const result = JSON.stringify({ status: kept, body: { passed: true } })
    const begin: IdempotencyStore['begin'] = async () => ({ state: 'done', result })
    const { body, status } = await send(openDoor({ idempotency: { ...memoryStore(), begin } }))
    expect([status, body['outcome']]).toEqual([504, 'unknown'])
  })

  it('whose claim arrives after it was given up lets the key go', async () => {
    const inner = memoryStore()
    let arrive: (() => void) | undefined
    const late: IdempotencyStore = {
      ...inner,
      async begin(...args) {
        await new Promise<void>((resolve) => void (arrive = resolve))
        return inner.begin(...args)
      },
    }
    const door = openDoor({ idempotency: late, stepTimeoutMs: 20 })
    expect((await send(door, { headers })).body['code']).toBe('store-unavailable')
    arrive?.()
    await new Promise((resolve) => void setImmediate(resolve))
    const { status } = await send(openDoor({ idempotency: inner }), { headers })
    expect(status).toBe(200)
  })
})

describe('a verdict', () => {
  it('that contradicts itself is not passed', async () => {
    const verdict = { passed: true, decision: 'mismatch', requestId: 'r' }
    const door = openDoor({ saf: { verifyFace: async () => verdict } })
    expect((await send(door)).body).toMatchObject({ passed: false, decision: 'mismatch' })
  })
})
