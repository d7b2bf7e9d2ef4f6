import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { redisLimiter } from '../../../src/limiter/index.ts'
import type { RedisEvalClient } from '../../../src/limiter/index.ts'
import { REDIS_SCRIPT } from '../../../src/limiter/redis-script.ts'
import { bookTurn, delayTurns, startTurns } from '../../../src/limiter/turns.ts'
import { hasRedis, mayLackRedis, startRedis } from './redis-server.ts'
import type { RedisServer } from './redis-server.ts'

/** One turn in 100 seconds. */
const SLOW = { ratePerSecond: 0.01, share: 1 }
const LONG = { maxWaitMs: Infinity }
const KEY = 'saf-edge:limiter:key'

describe('redisLimiter: on a real Redis', () => {
  const title = mayLackRedis ? ' (no redis-server on the PATH)' : ''
  const test = mayLackRedis ? it.skip : it
  let redis: RedisServer

  beforeAll(async () => {
    if (!mayLackRedis && !hasRedis) throw new Error('no redis-server on the PATH')
    if (hasRedis) redis = await startRedis()
  })

  afterAll(async () => redis?.stop())

  afterEach(async () => {
    await redis?.command('FLUSHALL')
  })

  test(`keeps one text a key, in whole microseconds, that expires with its last turn${title}`, async () => {
    const { reserve } = redisLimiter(redis.client, SLOW)
    await reserve('key', LONG)
    await reserve('key', LONG)
    expect(await redis.command('KEYS', '*')).toEqual([KEY])
    expect(await redis.command('GET', KEY)).toMatch(/^\d{16} \d{16}$/)
    const expiresMs = Number(await redis.command('PTTL', KEY))
    expect(expiresMs).toBeLessThanOrEqual(200_000)
    expect(expiresMs).toBeGreaterThan(180_000)
  })

  test(`a key whose turns are over takes no memory${title}`, async () => {
    const { reserve } = redisLimiter(redis.client, { ratePerSecond: 100 })
    for (let at = 0; at < 20; at += 1) await reserve(`key ${at}`, LONG)
    await expect.poll(async () => redis.command('DBSIZE')).toBe(0)
  })

  test(`asking without booking leaves no key behind${title}`, async () => {
    const { penalize, reserve } = redisLimiter(redis.client, SLOW)
    await reserve('key', { maxWaitMs: -1 })
    await penalize('key', 0)
    expect(await redis.command('DBSIZE')).toBe(0)
  })

  test(`a server whose clock was set back starves nobody${title}`, async () => {
    const [seconds] = (await redis.command('TIME')) as readonly string[] // why: what TIME answers
    const seen = (Number(seconds) + 3600) * 1e6
    await redis.command('SET', KEY, `${seen + 50e6} ${seen}`)
    const { reserve } = redisLimiter(redis.client, SLOW)
    expect(await reserve('key', { maxWaitMs: 0 })).toEqual({ ok: false, retryAfterMs: 50_000 })
    const turn = await reserve('key', LONG)
    expect(turn.ok && turn.waitMs).toBeGreaterThan(35_000)
    expect(turn.ok && turn.waitMs).toBeLessThanOrEqual(50_000)
    const next = await reserve('key', LONG)
    expect(next.ok && next.waitMs).toBeLessThanOrEqual(150_000)
  })

  test(`a text that is not its own starts the key anew${title}`, async () => {
    const { reserve } = redisLimiter(redis.client, SLOW)
    for (const text of ['', 'x', '1', '1 2 3', '1e99 1', '-1 -1', 'nan nan']) {
      await redis.command('SET', KEY, text)
      expect(await reserve('key', { maxWaitMs: 0 })).toEqual({ ok: true, waitMs: 0 })
    }
  })

  test(`a key of another type rejects with what Redis says, and is left alone${title}`, async () => {
    await redis.command('LPUSH', KEY, 'x')
    const { penalize, reserve } = redisLimiter(redis.client, SLOW)
    await expect(reserve('key', LONG)).rejects.toThrow('WRONGTYPE')
    await expect(penalize('key', 1)).rejects.toThrow('WRONGTYPE')
    expect(await redis.command('LLEN', KEY)).toBe(1)
  })

  test(`the script decides as the rule in memory does, whatever the clock does${title}`, async () => {
    const script = REDIS_SCRIPT.replace("redis.call('TIME')", '{ ARGV[4], 0 }').replace(
      ", 'PX', px",
      '',
    )
    expect(script).not.toContain('TIME')
    expect(script).not.toContain('PX')
    const act = fc.record({
      // Whole seconds: what TIME says below them is another word. At times the clock goes back.
      passSeconds: fc.oneof(fc.nat(3), fc.nat(3), fc.integer({ min: -4000, max: 4000 })),
      costSeconds: fc.integer({ min: 1, max: 5 }),
      maxWaitMs: fc.nat(9000),
      penaltySeconds: fc.constantFrom(0, 0, 0, 4),
    })
    let runs = 0
    const property = fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
      const key = `differential ${++runs}`
      let seconds = 1_800_000_000
      const turns = startTurns(seconds * 1000)
      for (const { costSeconds, maxWaitMs, passSeconds, penaltySeconds } of acts) {
        seconds += passSeconds
        const args = [costSeconds * 1e6, maxWaitMs, penaltySeconds * 1e6, seconds].map(String)
        const answer = Number(await redis.client.eval(script, [key], args))
        const booking = { costMs: costSeconds * 1000, maxWaitMs }
        const expected = bookTurn(turns, seconds * 1000, booking)
        delayTurns(turns, seconds * 1000, penaltySeconds * 1000)
        expect(answer).toBe(expected.ok ? expected.waitMs : -1 - expected.retryAfterMs)
      }
    })
    await fc.assert(property, { numRuns: 60, seed: 8 })
  })

  test(`a Redis that is gone rejects with what the client says${title}`, async () => {
    const other = await startRedis()
    const { penalize, reserve } = redisLimiter(other.client, SLOW)
    expect((await reserve('key', LONG)).ok).toBe(true)
    await other.stop()
    await expect(reserve('key', LONG)).rejects.toThrow('ECONNREFUSED')
    await expect(penalize('key', 1)).rejects.toThrow('ECONNREFUSED')
  })
})

describe('redisLimiter: client shapes', () => {
  /** Collects what `eval` is called with, and on what. */
  function createClient(
    answer: unknown,
    more: object = {},
  ): { calls: unknown[][]; eval: () => unknown } {
    const client = {
      calls: [] as unknown[][],
      eval(this: unknown, ...args: unknown[]): unknown {
        expect(this).toBe(client)
        client.calls.push(args)
        return answer
      },
      ...more,
    }
    return client
  }

  it('ioredis gets the number of keys and a list', async () => {
    const client = createClient(Promise.resolve(7), { defineCommand() {} })
    const limiter = redisLimiter(client, { ratePerSecond: 10 })
    expect(await limiter.reserve('key', { maxWaitMs: 1500.7 })).toEqual({ ok: true, waitMs: 7 })
    await limiter.penalize('key', 2.5)
    expect(client.calls).toEqual([
      [REDIS_SCRIPT, 1, KEY, '111112', '1500', '0'],
      [REDIS_SCRIPT, 1, KEY, '0', '2147483647', '2500'],
    ])
  })

  it('node-redis gets an object, and Upstash two arrays: it is the same', async () => {
    const client = createClient(Promise.resolve(-13))
    const limiter = redisLimiter(client, { ratePerSecond: 10, share: 1 })
    expect(await limiter.reserve('key', LONG)).toEqual({ ok: false, retryAfterMs: 12 })
    const [[script, keys, args] = []] = client.calls
    const expected = ['100000', '2147483647', '0']
    expect(script).toBe(REDIS_SCRIPT)
    expect(keys).toMatchObject({ keys: [KEY], arguments: expected })
    expect(Array.isArray(keys) && [...keys]).toEqual([KEY])
    expect(JSON.stringify(keys)).toBe(JSON.stringify([KEY]))
    expect(args).toEqual(expected)
  })

  it('a client whose eval is overloaded, as that of node-redis 4, is one', async () => {
    type Options = { readonly keys?: readonly string[] }
    type Overloaded = (
      ...args: [script: string, options?: Options] | [isolated: Options, script: string]
    ) => Promise<number>
    const client: { readonly eval: Overloaded } = { eval: async () => 7 }
    const { reserve } = redisLimiter(client, { ratePerSecond: 10 })
    expect(await reserve('key', LONG)).toEqual({ ok: true, waitMs: 7 })
  })

  it('an answer may be a text or a bigint, and need not be a promise', async () => {
    for (const answer of ['7', 7n, 7]) {
      const { reserve } = redisLimiter(createClient(answer), { ratePerSecond: 10 })
      expect(await reserve('key', LONG)).toEqual({ ok: true, waitMs: 7 })
    }
  })

  it.each([[undefined], [null], ['OK'], [''], [[0, 1]], [1.5], [NaN], [Infinity], [true], [{}]])(
    'the answer %j is an error that says so',
    async (answer) => {
      const { reserve } = redisLimiter(createClient(answer), { ratePerSecond: 10 })
      await expect(reserve('key', LONG)).rejects.toThrow('did not give the number')
    },
  )

  it('an error of the client passes untouched, thrown or rejected', async () => {
    const error = new Error('NOAUTH Authentication required.')
    const throwing: RedisEvalClient = {
      eval() {
        throw error
      },
    }
    for (const client of [createClient(Promise.reject(error)), throwing]) {
      await expect(redisLimiter(client, SLOW).reserve('key', LONG)).rejects.toBe(error)
    }
  })

  it('an answer leaves no timer and no listener behind', async () => {
    vi.useFakeTimers()
    try {
      const { reserve } = redisLimiter(createClient(7), SLOW)
      const { signal } = new AbortController()
      const removed = vi.spyOn(signal, 'removeEventListener')
      const added = vi.spyOn(signal, 'addEventListener')
      await reserve('key', { ...LONG, signal })
      expect(vi.getTimerCount()).toBe(0)
      expect(added).toHaveBeenCalledOnce()
      expect(removed).toHaveBeenCalledWith(...(added.mock.calls[0] ?? []))
    } finally {
      vi.useRealTimers()
    }
  })

  it('a client that queues for ever is given up after 5 seconds, or at an abort', async () => {
    vi.useFakeTimers()
    try {
      const { penalize, reserve } = redisLimiter(createClient(new Promise(() => {})), SLOW)
      const controller = new AbortController()
      const aborted = reserve('key', { ...LONG, signal: controller.signal })
      const reason = { why: 'closed' }
      controller.abort(reason)
      await expect(aborted).rejects.toBe(reason)
      const hanging = [reserve('key', LONG), penalize('key', 1)].map(async (work) =>
        expect(work).rejects.toThrow("the limiter's Redis did not answer within 5000 ms"),
      )
      await vi.advanceTimersByTimeAsync(5000)
      await Promise.all(hanging)
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })
})
