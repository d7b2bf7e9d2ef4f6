import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { memoryLimiter } from '../../../src/limiter/index.ts'
import { countMost } from './windows.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'Date'] })
})

afterEach(() => {
  vi.useRealTimers()
})

it('memoryLimiter: spaces turns by 1000 / (rate × share) ms, rounded up', async () => {
  const { reserve } = memoryLimiter({ ratePerSecond: 10 })
  const waits: number[] = []
  for (let at = 0; at < 10; at += 1) {
    const turn = await reserve('key', { maxWaitMs: 10_000 })
    waits.push(turn.ok ? turn.waitMs : NaN)
  }
  expect(waits).toEqual([0, 112, 223, 334, 445, 556, 667, 778, 889, 1000])
})

it('memoryLimiter: a second without callers does not let two of them go at once', async () => {
  const { reserve } = memoryLimiter({ ratePerSecond: 10, share: 1 })
  await reserve('key', { maxWaitMs: 0 })
  vi.advanceTimersByTime(1000)
  expect(await reserve('key', { maxWaitMs: 0 })).toEqual({ ok: true, waitMs: 0 })
  expect(await reserve('key', { maxWaitMs: 0 })).toEqual({ ok: false, retryAfterMs: 100 })
  vi.advanceTimersByTime(99)
  expect(await reserve('key', { maxWaitMs: 0 })).toEqual({ ok: false, retryAfterMs: 1 })
  vi.advanceTimersByTime(1)
  expect(await reserve('key', { maxWaitMs: 0 })).toEqual({ ok: true, waitMs: 0 })
})

it('memoryLimiter: takes no notice of the wall clock', async () => {
  const { reserve } = memoryLimiter({ ratePerSecond: 10, share: 1 })
  await reserve('key', { maxWaitMs: 0 })
  vi.setSystemTime(0)
  expect(await reserve('key', { maxWaitMs: 1000 })).toEqual({ ok: true, waitMs: 100 })
  vi.setSystemTime(4e12)
  expect(await reserve('key', { maxWaitMs: 1000 })).toEqual({ ok: true, waitMs: 200 })
})

it('memoryLimiter: whatever callers do, no second has more than was purchased', async () => {
  const act = fc.record({
    passMs: fc.oneof(fc.nat(20), fc.nat(3000)),
    maxWaitMs: fc.nat(2000),
    cost: fc.constantFrom(1, 1, 1, 1, 2),
    penaltyMs: fc.constantFrom(0, 0, 0, 0, 700),
  })
  const property = fc.asyncProperty(
    fc.array(act, { minLength: 20, maxLength: 200 }),
    fc.integer({ min: 1, max: 50 }),
    async (acts, ratePerSecond) => {
      const { penalize, reserve } = memoryLimiter({ ratePerSecond })
      const sentAtMs: number[] = []
      for (const { cost, maxWaitMs, passMs, penaltyMs } of acts) {
        vi.advanceTimersByTime(passMs)
        if (penaltyMs > 0) await penalize('key', penaltyMs)
        const turn = await reserve('key', { cost, maxWaitMs })
        if (!turn.ok) {
          expect(turn.retryAfterMs).toBeGreaterThan(maxWaitMs)
          continue
        }
        expect(turn.waitMs).toBeLessThanOrEqual(maxWaitMs)
        expect(turn.waitMs).toBeGreaterThanOrEqual(penaltyMs)
        const atMs = performance.now() + turn.waitMs
        for (let copy = 0; copy < cost; copy += 1)
          sentAtMs.push(atMs + copy * (1000 / ratePerSecond))
      }
      expect(countMost(sentAtMs, 1000)).toBeLessThanOrEqual(ratePerSecond)
    },
  )
  await fc.assert(property, { numRuns: 200, seed: 8 })
})

it('memoryLimiter: forgets keys whose turns are over, and no others', async () => {
  const { reserve } = memoryLimiter({ ratePerSecond: 1, share: 1 })
  const deleted = vi.spyOn(Map.prototype, 'delete')
  const added = vi.spyOn(Map.prototype, 'set')
  try {
    let most = 0
    await reserve('busy', { maxWaitMs: 0, cost: 1_000_000 })
    for (let at = 0; at < 100_000; at += 1) {
      vi.advanceTimersByTime(1)
      await reserve(`key ${at}`, { maxWaitMs: 0 })
      most = Math.max(most, added.mock.calls.length - deleted.mock.calls.length)
      if (at % 1000 === 0) expect((await reserve('busy', { maxWaitMs: 0 })).ok).toBe(false)
    }
    // About 1000 keys have turns ahead at a time.
    expect(most).toBeLessThan(3000)
    expect(deleted.mock.calls.length).toBeGreaterThan(90_000)
  } finally {
    vi.restoreAllMocks()
  }
})
