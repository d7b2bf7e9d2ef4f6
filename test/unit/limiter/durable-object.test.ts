import type { DurableObjectNamespace, DurableObjectState } from '@cloudflare/workers-types'
import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest'
import { durableObjectLimiter } from '../../../src/limiter/index.ts'
import type { LimiterNamespace, LimiterObjectState } from '../../../src/limiter/index.ts'
import { createNamespace } from './namespace.ts'

/** One turn in 100 ms. */
const OPTIONS = { ratePerSecond: 10, share: 1 }
const LONG = { maxWaitMs: 60_000 }
const START = Date.UTC(2026, 0, 1)

beforeEach(() => {
  vi.useFakeTimers({ now: START, toFake: ['performance', 'Date', 'setTimeout', 'clearTimeout'] })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('durableObjectLimiter', () => {
  it('loses no turn to another caller when the object loses its memory', async () => {
    const namespace = createNamespace()
    const { penalize, reserve } = durableObjectLimiter(namespace, OPTIONS)
    let nextAt = 0
    for (let at = 0; at < 200; at += 1) {
      if (at % 7 === 0) namespace.evict('key')
      if (at % 50 === 0) await penalize('key', 3000)
      vi.advanceTimersByTime((at * 37) % 150)
      const turn = await reserve('key', LONG)
      const turnAt = Date.now() + (turn.ok ? turn.waitMs : NaN)
      expect(turnAt).toBeGreaterThanOrEqual(nextAt)
      nextAt = turnAt + 100
    }
  })

  it('an object that lost its memory loses no more than the turns of a second', async () => {
    const namespace = createNamespace()
    const { reserve } = durableObjectLimiter(namespace, OPTIONS)
    for (let at = 0; at < 25; at += 1) await reserve('key', LONG)
    namespace.evict('key')
    const turn = await reserve('key', LONG)
    expect(turn.ok && turn.waitMs).toBeGreaterThanOrEqual(2500)
    expect(turn.ok && turn.waitMs).toBeLessThanOrEqual(3600)
  })

  it('an object that restarts again and again without booking does not move the next turn', async () => {
    const namespace = createNamespace()
    const { reserve } = durableObjectLimiter(namespace, OPTIONS)
    await reserve('key', LONG)
    for (let at = 0; at < 50; at += 1) {
      namespace.evict('key')
      expect(await reserve('key', { maxWaitMs: 0 })).toEqual({ ok: false, retryAfterMs: 1100 })
    }
  })

  it('writes about once a second, not once a turn', async () => {
    const namespace = createNamespace()
    const { reserve } = durableObjectLimiter(namespace, OPTIONS)
    for (let at = 0; at < 300; at += 1) {
      vi.advanceTimersByTime(100)
      await reserve('key', LONG)
    }
    expect(namespace.stored('key').writes).toBeGreaterThan(20)
    expect(namespace.stored('key').writes).toBeLessThan(35)
  })

  it('answers when what it booked is stored, not before', async () => {
    const namespace = createNamespace()
    const { writes } = namespace.stored('key')
    const { reserve } = durableObjectLimiter(namespace, OPTIONS)
    const failing = vi.spyOn(namespace.stored('key').values, 'set').mockImplementation(() => {
      throw new Error('disk full')
    })
    await expect(reserve('key', LONG)).rejects.toThrow('disk full')
    failing.mockRestore()
    expect(namespace.stored('key').writes).toBe(writes + 1)
  })

  it.each([3_600_000, 10])('a clock set back by %i ms starves nobody', async (backMs) => {
    const namespace = createNamespace()
    const { reserve } = durableObjectLimiter(namespace, OPTIONS)
    await reserve('key', LONG)
    vi.setSystemTime(Date.now() - backMs)
    expect(await reserve('key', LONG)).toEqual({ ok: true, waitMs: 100 })
    vi.advanceTimersByTime(150)
    expect(await reserve('key', LONG)).toEqual({ ok: true, waitMs: 50 })
    namespace.evict('key')
    vi.setSystemTime(Date.now() - backMs)
    const turn = await reserve('key', LONG)
    expect(turn.ok && turn.waitMs).toBeGreaterThanOrEqual(100)
    expect(turn.ok && turn.waitMs).toBeLessThanOrEqual(1300)
  })

  it('turns booked after the clock was set back are not lost with the memory', async () => {
    const namespace = createNamespace()
    const { reserve } = durableObjectLimiter(namespace, OPTIONS)
    await reserve('key', LONG)
    vi.setSystemTime(START - 3_600_000)
    for (let at = 1; at <= 50; at += 1) await reserve('key', LONG)
    namespace.evict('key')
    const turn = await reserve('key', LONG)
    expect(turn.ok && turn.waitMs).toBeGreaterThanOrEqual(5100)
    expect(turn.ok && turn.waitMs).toBeLessThanOrEqual(6200)
  })

  it('refusals while the clock is set back wait no longer either', async () => {
    const { reserve } = durableObjectLimiter(createNamespace(), OPTIONS)
    await reserve('key', LONG)
    vi.setSystemTime(START - 3_600_000)
    expect(await reserve('key', { maxWaitMs: 0 })).toEqual({ ok: false, retryAfterMs: 100 })
    vi.advanceTimersByTime(60)
    expect(await reserve('key', { maxWaitMs: 0 })).toEqual({ ok: false, retryAfterMs: 40 })
  })

  it('an object that is not ours, or answers nonsense, is an error that says so', async () => {
    const answering = (status: number, body: string): LimiterNamespace => ({
      idFromName: (name) => name,
      get: () => ({ fetch: async () => new Response(body, { status }) }),
    })
    const reserve = async (status: number, body: string): Promise<unknown> =>
      durableObjectLimiter(answering(status, body), OPTIONS).reserve('key', LONG)
    await expect(reserve(404, 'secret')).rejects.toThrow(
      "the limiter's Durable Object answered 404: is its class SafLimiterObject?",
    )
    const strange = [
      '',
      '<html>',
      'null',
      '[]',
      '{"ok":true}',
      '{"ok":1,"waitMs":1}',
      '{"ok":false}',
    ]
    for (const body of [...strange, '{"ok":true,"waitMs":"1"}', '{"ok":true,"waitMs":-1}']) {
      await expect(reserve(200, body)).rejects.toThrow('did not answer as SafLimiterObject does')
    }
  })

  it('an object that is gone rejects with what the platform says', async () => {
    const gone = new Error('Durable Object reset')
    const namespace: LimiterNamespace = {
      idFromName: (name) => name,
      get: () => ({ fetch: async () => Promise.reject(gone) }),
    }
    const { penalize, reserve } = durableObjectLimiter(namespace, OPTIONS)
    await expect(reserve('key', LONG)).rejects.toBe(gone)
    await expect(penalize('key', 1)).rejects.toBe(gone)
  })

  it('an object that hangs is given up after 5 seconds, or at an abort', async () => {
    const namespace: LimiterNamespace = {
      idFromName: (name) => name,
      get: () => ({ fetch: async () => new Promise(() => {}) }),
    }
    const { reserve } = durableObjectLimiter(namespace, OPTIONS)
    const controller = new AbortController()
    const aborted = reserve('key', { ...LONG, signal: controller.signal })
    const reason = { why: 'closed' }
    controller.abort(reason)
    await expect(aborted).rejects.toBe(reason)
    const hanging = expect(reserve('key', LONG)).rejects.toThrow(/did not answer within 5000 ms/)
    await vi.advanceTimersByTimeAsync(5000)
    await hanging
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('SafLimiterObject', () => {
  it.each([
    ['GET', '/reserve?costMs=1&maxWaitMs=1', 404],
    ['PUT', '/reserve?costMs=1&maxWaitMs=1', 404],
    ['POST', '/', 404],
    ['POST', '/none', 404],
    ['POST', '/Reserve', 404],
    ['POST', '/reserve/', 404],
    ['POST', '/__proto__', 404],
    ['POST', '/reserve', 400],
    ['POST', '/reserve?costMs=0&maxWaitMs=1', 400],
    ['POST', '/reserve?costMs=-1&maxWaitMs=1', 400],
    ['POST', '/reserve?costMs=Infinity&maxWaitMs=1', 400],
    ['POST', '/reserve?costMs=1e300&maxWaitMs=1', 400],
    ['POST', '/reserve?costMs=1&maxWaitMs=Infinity', 400],
    ['POST', '/reserve?costMs=1&maxWaitMs=-2', 400],
    ['POST', '/reserve?costMs=1&maxWaitMs=x', 400],
    ['POST', '/reserve?costMs=1', 400],
    ['POST', '/penalize', 400],
    ['POST', '/penalize?ms=-1', 400],
    ['POST', '/penalize?ms=NaN', 400],
    ['POST', '/penalize?ms=1e300', 400],
  ])('refuses %s %s with %i, and books nothing', async (method, path, status) => {
    const namespace = createNamespace()
    const object = namespace.object('key')
    const answer = await object.fetch(new Request(`https://limiter${path}`, { method }))
    expect(answer.status).toBe(status)
    expect(await answer.text()).toBe('')
    expect(namespace.stored('key').writes).toBe(0)
    const { reserve } = durableObjectLimiter(namespace, OPTIONS)
    expect(await reserve('key', { maxWaitMs: 0 })).toEqual({ ok: true, waitMs: 0 })
  })

  it('deletes what it stored a minute after its last turn, and goes on afterwards', async () => {
    const namespace = createNamespace()
    const { reserve } = durableObjectLimiter(namespace, OPTIONS)
    await reserve('key', LONG)
    const stored = namespace.stored('key')
    const firstAlarm = stored.alarmAtEpochMs ?? NaN
    expect(firstAlarm).toBe(START + 100 + 1000 + 60_000)
    // Still in use when the alarm comes.
    vi.setSystemTime(firstAlarm - 10)
    await reserve('key', LONG)
    vi.setSystemTime(firstAlarm)
    await namespace.object('key').alarm()
    expect(stored.values.size).toBe(1)
    expect(stored.alarmAtEpochMs).toBeGreaterThan(firstAlarm + 60_000)
    vi.setSystemTime(stored.alarmAtEpochMs ?? NaN)
    await namespace.object('key').alarm()
    expect(stored.values.size).toBe(0)
    await reserve('key', LONG)
    expect(stored.values.size).toBe(1)
    expect(stored.alarmAtEpochMs).toBe(Date.now() + 61_100)
  })

  it('an alarm that wakes it without its memory keeps turns that are ahead', async () => {
    const namespace = createNamespace()
    const { penalize, reserve } = durableObjectLimiter(namespace, OPTIONS)
    await penalize('key', 600_000)
    namespace.evict('key')
    const object = namespace.object('key')
    await vi.advanceTimersByTimeAsync(0)
    await object.alarm()
    expect(namespace.stored('key').alarmAtEpochMs).toBeGreaterThan(START + 600_000)
    const turn = await reserve('key', { maxWaitMs: 0 })
    expect(!turn.ok && turn.retryAfterMs).toBeGreaterThanOrEqual(600_000)
  })

  it.each([['text'], [null], [[]], [{}], [{ nextMs: NaN, seenMs: 0 }], [{ nextMs: 1e99 }]])(
    'a stored %j that is not its own starts the key anew',
    async (value) => {
      const namespace = createNamespace()
      namespace.stored('key').values.set('turns', value)
      const { reserve } = durableObjectLimiter(namespace, OPTIONS)
      expect(await reserve('key', { maxWaitMs: 0 })).toEqual({ ok: true, waitMs: 0 })
    },
  )

  it('shows nothing of its insides', () => {
    const object = createNamespace().object('key')
    expect(JSON.stringify(object)).toBe('{}')
    expect(Object.getOwnPropertyNames(object)).toEqual([])
  })

  it("fits Cloudflare's own types", () => {
    expectTypeOf<DurableObjectNamespace>().toExtend<LimiterNamespace>()
    expectTypeOf<DurableObjectState>().toExtend<LimiterObjectState>()
  })
})
