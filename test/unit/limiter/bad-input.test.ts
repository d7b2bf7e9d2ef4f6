import { describe, expect, it } from 'vitest'
import { durableObjectLimiter, memoryLimiter, redisLimiter } from '../../../src/limiter/index.ts'
import type { Limiter, LimiterOptions } from '../../../src/limiter/index.ts'
import { createNamespace } from './namespace.ts'

const client = {
  asked: 0,
  async eval(): Promise<number> {
    this.asked += 1
    return 0
  },
}
const kinds: Record<string, (options: LimiterOptions) => Limiter> = {
  memoryLimiter,
  durableObjectLimiter: (options) => durableObjectLimiter(createNamespace(), options),
  redisLimiter: (options) => redisLimiter(client, options),
}

describe.each(Object.entries(kinds))('%s: what is wrong is named', (_, create) => {
  it.each([
    [undefined, 'TypeError', '"options" expected object, got undefined'],
    [{}, 'TypeError', '"ratePerSecond" expected number above 0, got undefined'],
    [{ ratePerSecond: '10' }, 'TypeError', '"ratePerSecond" expected number above 0, got string'],
    [{ ratePerSecond: NaN }, 'TypeError', '"ratePerSecond" expected number above 0, got NaN'],
    [{ ratePerSecond: 0 }, 'RangeError', '"ratePerSecond" expected number above 0, got 0'],
    [{ ratePerSecond: -1 }, 'RangeError', '"ratePerSecond" expected number above 0, got -1'],
    [{ ratePerSecond: Infinity }, 'RangeError', '"ratePerSecond" expected number above 0, got Inf'],
    [{ ratePerSecond: 1e-300 }, 'RangeError', '"ratePerSecond" expected more than one request in'],
    [{ ratePerSecond: 1, share: 0 }, 'RangeError', '"share" expected number above 0 and at most 1'],
    [{ ratePerSecond: 1, share: 1.01 }, 'RangeError', 'and at most 1, got 1.01'],
    [{ ratePerSecond: 1, share: NaN }, 'TypeError', 'and at most 1, got NaN'],
    [{ ratePerSecond: 1, share: null }, 'TypeError', 'and at most 1, got null'],
  ])('options %j', (options, name, message) => {
    const act = (): unknown => create(options as LimiterOptions) // why: wrong on purpose
    expect(act).toThrow(expect.objectContaining({ name }))
    expect(act).toThrow(message)
  })

  it.each([
    [{ cost: 0 }, 'RangeError', '"cost" expected positive integer, got 0'],
    [{ cost: -1 }, 'RangeError', '"cost" expected positive integer, got -1'],
    [{ cost: 1.5 }, 'RangeError', '"cost" expected positive integer'],
    [{ cost: NaN }, 'TypeError', '"cost" expected positive integer, got NaN'],
    [{ cost: 1e15 }, 'RangeError', '"cost" expected positive integer, of turns that fit'],
    [{ cost: '1' }, 'TypeError', '"cost" expected positive integer, got string'],
    [{ maxWaitMs: undefined }, 'TypeError', '"maxWaitMs" expected milliseconds, got undefined'],
    [{ maxWaitMs: NaN }, 'TypeError', '"maxWaitMs" expected milliseconds, got NaN'],
    [{ maxWaitMs: '1' }, 'TypeError', '"maxWaitMs" expected milliseconds, got string'],
  ])('reserve %j', async (wrong, name, message) => {
    const { reserve } = create({ ratePerSecond: 10 })
    const options = { maxWaitMs: 0, ...wrong } as { maxWaitMs: number } // why: wrong on purpose
    await expect(reserve('key', options)).rejects.toMatchObject({ name })
    await expect(reserve('key', options)).rejects.toThrow(message)
  })

  it('reserve without options', async () => {
    const { reserve } = create({ ratePerSecond: 10 })
    const act = reserve as (key: string) => Promise<unknown> // why: wrong on purpose
    await expect(act('key')).rejects.toThrow('"options" expected object, got undefined')
  })

  it.each([
    ['', 'TypeError', '"key" expected text, got empty text'],
    [undefined, 'TypeError', '"key" expected text, got undefined'],
    [1, 'TypeError', '"key" expected text, got number'],
    ['x'.repeat(513), 'RangeError', '"key" expected at most 512 characters, got 513'],
    ['secret\ud800', 'TypeError', '"key" expected text without lone surrogates, got string'],
  ])('key %j', async (key, name, message) => {
    const { penalize, reserve } = create({ ratePerSecond: 10 })
    const wrong = key as string // why: wrong on purpose
    for (const act of [() => reserve(wrong, { maxWaitMs: 0 }), () => penalize(wrong, 1)]) {
      await expect(act()).rejects.toMatchObject({ name })
      await expect(act()).rejects.toThrow(message)
    }
  })

  it.each([
    [-1, 'RangeError', '"ms" expected milliseconds from 0, got -1'],
    [NaN, 'TypeError', '"ms" expected milliseconds from 0, got NaN'],
    ['1', 'TypeError', '"ms" expected milliseconds from 0, got string'],
  ])('penalize %j', async (ms, name, message) => {
    const act = create({ ratePerSecond: 10 }).penalize('key', ms as number) // why: wrong on purpose
    await expect(act).rejects.toMatchObject({ name, message })
  })
})

it('redisLimiter: what is wrong never reaches Redis', () => {
  expect(client.asked).toBe(0)
})

it.each([[undefined], [null], [{}], [{ eval: 1 }], ['redis://127.0.0.1']])(
  'redisLimiter: refuses the client %j at once',
  (wrong) => {
    const act = (): unknown => redisLimiter(wrong as typeof client, { ratePerSecond: 1 }) // why: wrong on purpose
    expect(act).toThrow(TypeError)
    expect(act).toThrow('"client" expected Redis client with "eval", got ')
  },
)

it.each([[undefined], [null], [{}], [{ get() {} }]])(
  'durableObjectLimiter: refuses the namespace %j at once',
  (wrong) => {
    const namespace = wrong as ReturnType<typeof createNamespace> // why: wrong on purpose
    const act = (): unknown => durableObjectLimiter(namespace, { ratePerSecond: 1 })
    expect(act).toThrow(TypeError)
    expect(act).toThrow('"namespace" expected Durable Object namespace, got ')
  },
)
