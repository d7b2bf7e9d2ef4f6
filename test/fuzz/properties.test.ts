/**
 * Drawn sequences of answers, errors and delays: what holds whatever a gateway does.
 *
 * `FUZZ=5000 npx vitest run test/fuzz/properties.test.ts` draws more, `SEED=7` others.
 *
 * @module
 */
import { inspect } from 'node:util'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSaf, isSafError } from '../../src/index.ts'
import type { RetryOptions, SafOptions } from '../../src/index.ts'
import { nobleHmacSha1 } from '../../src/sign/noble.ts'
import { createRng } from '../reference/prng.ts'
import { readSeed } from '../reference/seed.ts'
import { anyStep, CANARY, createModel } from './properties-model.ts'
import type { Step } from './properties-model.ts'

const TIMEOUT_MS = 3000
const seed = readSeed()
const RUNS = Number(process.env['FUZZ'] || 1200)

/** One call, against a gateway that goes wrong in these ways. */
interface Plan {
  readonly steps: readonly Step[]
  readonly retry: SafOptions['retry']
  /** The gateway stands for the host's own fetch. */
  readonly isHost: boolean
  /** The credentials are an STS triple, from a function. */
  readonly isRole: boolean
}

const anyRetry: fc.Arbitrary<RetryOptions> = fc.record({
  maxAttempts: fc.constantFrom(undefined, 1, 2, 5),
  ambiguous: fc.constantFrom('fail', 'replay'),
  attemptTimeoutMs: fc.constantFrom(undefined, 30, 300, 1000),
  quota: fc.boolean(),
  internal: fc.boolean(),
})

const anyPlan = (retry: fc.Arbitrary<SafOptions['retry']>): fc.Arbitrary<Plan> =>
  fc.record({
    steps: fc.array(anyStep, { minLength: 2, maxLength: 5 }),
    retry,
    isHost: fc.boolean(),
    isRole: fc.boolean(),
  })

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it(`properties: whatever happens, the operation runs once at most by default, seed ${seed}`, async () => {
  const byDefault = fc.constantFrom<SafOptions['retry']>(undefined, false, {})
  await check(byDefault, async (plan) => {
    const { executions } = await run(plan)
    expect(executions).toBeLessThanOrEqual(1)
  })
})

it(`properties: only "internal" may run the operation twice, seed ${seed}`, async () => {
  await check(anyRetry, async (plan) => {
    const { executions } = await run(plan)
    const mayRunTwice = typeof plan.retry === 'object' && plan.retry.internal === true
    expect(executions).toBeLessThanOrEqual(mayRunTwice ? 2 : 1)
  })
})

it(`properties: an error never says not-executed after the operation ran, seed ${seed}`, async () => {
  await check(
    anyRetry,
    async (plan) => {
      const { error, executions } = await run(plan)
      if (error === undefined) return
      const { outcome, retryable } = isSafError(error)
        ? error
        : { outcome: 'none', retryable: true }
      expect(['not-executed', 'failed', 'unknown']).toContain(outcome)
      if (executions > 0) expect(outcome).not.toBe('not-executed')
      if (outcome !== 'not-executed') expect(retryable).toBe(false)
      // It takes a run, a failure that may be tried again, and a refusal.
    },
    1,
  )
})

it(`properties: the deadline holds, and no timer outlives the call, seed ${seed}`, async () => {
  await check(anyRetry, async (plan) => {
    const { elapsedMs, timers } = await run(plan)
    expect(elapsedMs).toBeLessThanOrEqual(TIMEOUT_MS)
    expect(timers).toBe(0)
  })
})

it(`properties: errors and events show nothing secret, however printed, seed ${seed}`, async () => {
  await check(anyRetry, async (plan) => {
    const { error, events } = await run(plan)
    const shown = error === undefined ? [] : print(error)
    for (const text of [...shown, ...events.flatMap(print)]) expect(text).not.toContain(CANARY)
  })
})

function check(
  retry: fc.Arbitrary<SafOptions['retry']>,
  property: (plan: Plan) => Promise<void>,
  share = 0.3,
): Promise<void> {
  const numRuns = Math.ceil(RUNS * share)
  return fc.assert(fc.asyncProperty(anyPlan(retry), property), { seed, numRuns })
}

interface Ran {
  /** What the call rejected with. */
  readonly error: unknown
  readonly executions: number
  readonly elapsedMs: number
  /** Timers that the library left behind. */
  readonly timers: number
  readonly events: readonly object[]
}

/** Makes the call, in time that passes by itself. */
async function run({ steps, retry, isHost, isRole }: Plan): Promise<Ran> {
  const model = createModel(steps, isHost)
  if (isHost) vi.stubGlobal('fetch', model.fetch)
  drawFromSeed()
  const events: object[] = []
  const pair = { accessKeyId: `LTAI${CANARY}`, accessKeySecret: `${CANARY}Secret` }
  const saf = createSaf({
    ...(isRole ? { credentials: () => ({ ...pair, securityToken: `${CANARY}Token` }) } : pair),
    ...(!isHost && { fetch: model.fetch }),
    hmac: nobleHmacSha1,
    retry,
    timeoutMs: TIMEOUT_MS,
    maxResponseBytes: 65_536,
    onEvent: (event) => void events.push(event),
  })
  const startedMs = performance.now()
  let elapsedMs = Infinity
  const call = saf.executeRequest('email_risk', { email: `${CANARY}@b.c` }).then(
    () => undefined,
    (error: unknown) => error,
  )
  let timers = 0
  const done = call.then(() => {
    elapsedMs = performance.now() - startedMs
    timers = vi.getTimerCount() - model.timers()
  })
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS)
  await vi.advanceTimersByTimeAsync(0)
  if (elapsedMs === Infinity) throw new Error('the call outlived its deadline')
  await done
  const error = await call
  vi.clearAllTimers()
  return { error, executions: model.executions(), elapsedMs, timers, events }
}

/** Nonces and jitter of the run are drawn from the seed too. */
function drawFromSeed(): void {
  const rng = createRng(seed)
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    const bytes = new Uint8Array((array as Uint8Array).buffer) // why: no other kind is asked for
    bytes.forEach((_, at) => (bytes[at] = rng.below(256)))
    return array
  })
}

/** Every way in which a value reaches a log. */
function print(value: unknown): string[] {
  const error = value as Error // why: only read
  return [
    String(value),
    String(JSON.stringify(value)),
    inspect(value, { depth: Infinity, showHidden: true }),
    inspect(structuredClone(value), { depth: Infinity, showHidden: true }),
    inspect({ ...error }),
    JSON.stringify(
      Object.getOwnPropertyNames(error).map((name) => String(Reflect.get(error, name))),
    ),
    String(error.stack),
    inspect(error.cause, { showHidden: true }),
  ]
}
