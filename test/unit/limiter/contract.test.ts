/**
 * What every limiter does, on its real engine: Redis is the program itself, the Durable Object the
 * real class on a storage in memory (`test/scale` runs it in Workers).
 *
 * Rates are so low that the milliseconds which a test takes do not matter.
 *
 * @module
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { durableObjectLimiter, memoryLimiter, redisLimiter } from '../../../src/limiter/index.ts'
import type { Limiter, LimiterOptions } from '../../../src/limiter/index.ts'
import { createNamespace } from './namespace.ts'
import { hasRedis, mayLackRedis, startRedis } from './redis-server.ts'
import type { RedisServer } from './redis-server.ts'

/** Milliseconds that a test may take. */
const SLACK_MS = 15_000

/** One turn in 100 seconds. */
const SLOW = { ratePerSecond: 0.01, share: 1 }

const namespace = createNamespace()
let redis: RedisServer | undefined

beforeAll(async () => {
  if (hasRedis) redis = await startRedis()
})

afterAll(async () => redis?.stop())

const kinds: Record<string, (options: LimiterOptions) => Limiter> = {
  memoryLimiter,
  durableObjectLimiter: (options) => durableObjectLimiter(namespace, options),
  redisLimiter(options) {
    if (!redis) throw new Error('no redis-server on the PATH: apt-get install redis-server')
    return redisLimiter(redis.client, options)
  },
}

/** Keys that were never used. */
let count = 0
const newKey = (): string => `key ${++count}`

describe.each(Object.entries(kinds))('%s', (kind, create) => {
  const needsRedis = kind === 'redisLimiter'
  const title = needsRedis && mayLackRedis ? ' (no redis-server on the PATH)' : ''
  const test = needsRedis && mayLackRedis ? it.skip : it

  /** Books turns one after the other and gives their waits; a refusal as a negative one. */
  async function book(
    limiter: Limiter,
    key: string,
    ...costs: readonly number[]
  ): Promise<number[]> {
    const waits: number[] = []
    for (const cost of costs) {
      const turn = await limiter.reserve(key, { cost, maxWaitMs: Infinity })
      waits.push(turn.ok ? turn.waitMs : -turn.retryAfterMs)
    }
    return waits
  }

  /** Expects whole milliseconds, up to what they would be if a test took no time. */
  function expectWaits(waits: readonly number[], expected: readonly number[]): void {
    expect(waits).toHaveLength(expected.length)
    waits.forEach((wait, at) => {
      const full = expected[at] ?? NaN
      expect(wait).toBeLessThanOrEqual(full)
      expect(wait).toBeGreaterThanOrEqual(Math.max(full - SLACK_MS, 0))
      expect(Number.isInteger(wait)).toBe(true)
    })
  }

  test(`gives the first turn at once and the next ones evenly${title}`, async () => {
    expectWaits(await book(create(SLOW), newKey(), 1, 1, 1), [0, 100_000, 200_000])
  })

  test(`uses nine tenths of the purchased rate unless told otherwise${title}`, async () => {
    const waits = await book(create({ ratePerSecond: 0.01 }), newKey(), 1, 1)
    expectWaits(waits, [0, 111_112])
    expect(waits[1]).toBeGreaterThan(100_000)
  })

  test(`books several turns at once: the next one comes after all of them${title}`, async () => {
    expectWaits(await book(create(SLOW), newKey(), 3, 1, 2, 1), [0, 300_000, 400_000, 600_000])
  })

  test(`books nothing when the turn comes too late, and says when it comes${title}`, async () => {
    const limiter = create(SLOW)
    const key = newKey()
    await book(limiter, key, 1)
    for (const maxWaitMs of [50_000, 0, -1, -Infinity]) {
      const turn = await limiter.reserve(key, { maxWaitMs })
      expect(turn.ok).toBe(false)
      expectWaits([turn.ok ? NaN : turn.retryAfterMs], [100_000])
    }
    expectWaits(await book(limiter, key, 1), [100_000])
  })

  test(`a deadline that has passed books nothing on a free key either${title}`, async () => {
    const limiter = create(SLOW)
    const key = newKey()
    const turn = await limiter.reserve(key, { maxWaitMs: -0.5 })
    expect(turn).toEqual({ ok: false, retryAfterMs: 0 })
    expect(await book(limiter, key, 1)).toEqual([0])
  })

  test(`a wait that is just long enough is granted${title}`, async () => {
    const limiter = create(SLOW)
    const key = newKey()
    await book(limiter, key, 1)
    expect((await limiter.reserve(key, { maxWaitMs: 100_000 })).ok).toBe(true)
  })

  test(`a wait is never longer than a timer can count${title}`, async () => {
    const limiter = create({ ratePerSecond: 0.000_001, share: 1 })
    const key = newKey()
    const waits = await book(limiter, key, 1, 1, 1, 1, 1)
    expectWaits(waits.slice(0, 3), [0, 1e9, 2e9])
    expect(waits[3]).toBeLessThan(-2_147_483_647)
    expect(waits[4]).toBeLessThan(-2_147_483_647)
  })

  test(`a penalty puts the next turn off for everybody, and never forward${title}`, async () => {
    const limiter = create(SLOW)
    const key = newKey()
    await limiter.penalize(key, 500_000)
    expectWaits(await book(limiter, key, 1, 1), [500_000, 600_000])
    await limiter.penalize(key, 1000)
    await limiter.penalize(key, 0)
    expectWaits(await book(limiter, key, 1), [700_000])
    await limiter.penalize(key, Infinity)
    const [wait] = await book(limiter, key, 1)
    expectWaits([wait ?? NaN], [2_147_483_647])
  })

  test(`a penalty of nothing changes nothing${title}`, async () => {
    const key = newKey()
    const limiter = create(SLOW)
    await limiter.penalize(key, 0)
    expect(await book(limiter, key, 1)).toEqual([0])
  })

  test(`keys do not disturb each other, whatever they look like${title}`, async () => {
    const limiter = create(SLOW)
    const keys = [
      '__proto__',
      'constructor',
      'a b',
      'a\nb',
      'a\0b',
      '"{x}"',
      '{x}',
      '💶',
      '\u00e9',
      'e\u0301',
    ]
    const long = ['x'.repeat(512), 'x'.repeat(511), '💶'.repeat(256)]
    for (const key of [...keys, ...long]) {
      expectWaits(await book(limiter, key, 1, 1), [0, 100_000])
    }
  })

  test(`an abort rejects with its own reason, and one that came before books nothing${title}`, async () => {
    const limiter = create(SLOW)
    const key = newKey()
    const reason = { why: 'the page was closed' }
    const aborted = limiter.reserve(key, { maxWaitMs: 1, signal: AbortSignal.abort(reason) })
    await expect(aborted).rejects.toBe(reason)
    expect(await book(limiter, key, 1)).toEqual([0])
  })

  test(`100 callers at once get 100 different turns${title}`, async () => {
    const { reserve } = create(SLOW)
    const key = newKey()
    const turns = await Promise.all(
      Array.from({ length: 100 }, async () => reserve(key, { maxWaitMs: Infinity })),
    )
    const waits = turns.map((turn) => (turn.ok ? turn.waitMs : NaN)).sort((a, b) => a - b)
    const expected = Array.from({ length: 100 }, (_, at) => at * 100_000)
    expectWaits(waits, expected)
  })

  test(`limiters of one engine share its turns; those in memory do not${title}`, async () => {
    const key = newKey()
    const [first, second] = [create(SLOW), create(SLOW)]
    const waits = [...(await book(first, key, 1)), ...(await book(second, key, 1))]
    expectWaits(waits, kind === 'memoryLimiter' ? [0, 0] : [0, 100_000])
  })
})
