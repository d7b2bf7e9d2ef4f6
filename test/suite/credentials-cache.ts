/**
 * Contract of `cachedCredentials`: one refresh for all, and nobody waits for ever.
 *
 * @module
 */
import { deepEqual, equal, ok, rejects, throws } from './harness.ts'
import type { Library, Suite, Test } from './harness.ts'
import { AT_EPOCH_MS, SECRETS } from './stub.ts'

type Cached = ReturnType<Library['credentials']['cachedCredentials']>
type CacheOptions = Parameters<Library['credentials']['cachedCredentials']>[1]

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** A provider of numbered triples that last an hour, with a clock that the test sets. */
interface Bench {
  readonly clock: { now: number }
  readonly cached: Cached
  /** What the provider was called with. */
  readonly calls: unknown[]
  /** What the next calls of the provider do instead. */
  readonly script: ((number: number) => unknown)[]
}

function createBench(lib: Library, options: CacheOptions = {}): Bench {
  const clock = { now: AT_EPOCH_MS }
  const calls: unknown[] = []
  const script: Bench['script'] = []
  const provider = async (context?: unknown) => {
    const number = calls.push(context)
    const act = script.shift() ?? ((count: number) => triple(count, clock.now + HOUR_MS))
    return (await act(number)) as typeof SECRETS // why: a script may be wrong on purpose
  }
  const platform = { now: () => clock.now }
  const cached = lib.credentials.cachedCredentials(provider, { platform, ...options })
  return { clock, cached, calls, script }
}

function triple(number: number, expiresAtEpochMs: number): object {
  return { ...SECRETS, accessKeyId: `STS.${number}`, expiresAtEpochMs }
}

function refuse(number: number): never {
  throw new Error(`refused ${number}`)
}

function hang(): Promise<never> {
  return new Promise(() => {})
}

async function readId(cached: Cached, context?: { readonly forceRefresh: boolean }) {
  return (await cached(context)).accessKeyId
}

/** Registers the tests of the cache. */
export const cached: Suite = (test, lib) => {
  testSharing(test, lib)
  testExpiry(test, lib)
  testFailures(test, lib)
  testLostRefreshes(test, lib)
  testWrongUse(test, lib)
}

function testSharing(test: Test, lib: Library): void {
  test('cachedCredentials makes one call of 50 on a cold cache', async () => {
    const { cached: get, calls } = createBench(lib)
    const ids = await Promise.all(Array.from({ length: 50 }, () => readId(get)))
    deepEqual([...new Set(ids)], ['STS.1'])
    equal(calls.length, 1)
  })

  test('cachedCredentials tells all who waited of the same failure', async () => {
    const { cached: get, calls, script } = createBench(lib)
    script.push(refuse)
    const results = await Promise.allSettled(Array.from({ length: 50 }, () => get()))
    const reasons = results.map((result) => result.status === 'rejected' && result.reason)
    equal(new Set(reasons).size, 1)
    ok(reasons[0] instanceof Error && reasons[0].message === 'refused 1')
    equal(calls.length, 1)
  })

  test('cachedCredentials keeps what does not expire', async () => {
    const { cached: get, calls, clock, script } = createBench(lib)
    script.push(() => SECRETS)
    equal(await get(), SECRETS)
    clock.now += 1000 * HOUR_MS
    equal(await get(), SECRETS)
    equal(calls.length, 1)
  })
}

function testExpiry(test: Test, lib: Library): void {
  test('cachedCredentials refreshes five minutes before expiry, and not earlier', async () => {
    const { cached: get, calls, clock } = createBench(lib)
    equal(await readId(get), 'STS.1')
    clock.now += HOUR_MS - 5 * MINUTE_MS - 1
    equal(await readId(get), 'STS.1')
    clock.now += 1
    equal(await readId(get), 'STS.2')
    equal(calls.length, 2)
  })

  for (const [refreshBeforeMs, id] of [
    [0, 'STS.1'],
    [MINUTE_MS, 'STS.2'],
  ] as const) {
    test(`cachedCredentials refreshes ${refreshBeforeMs} ms before expiry when told so`, async () => {
      const { cached: get, clock } = createBench(lib, { refreshBeforeMs })
      await get()
      clock.now += HOUR_MS - MINUTE_MS
      equal(await readId(get), id)
      clock.now += MINUTE_MS
      ok((await readId(get)) !== 'STS.1', 'an expired one is never given')
    })
  }

  test('cachedCredentials lets one call wait for a refresh, while the others go on', async () => {
    const { cached: get, calls, clock, script } = createBench(lib)
    await get()
    clock.now += HOUR_MS - MINUTE_MS
    let finish: (value: object) => void = () => {}
    script.push(() => new Promise<object>((resolve) => (finish = resolve)))
    const first = readId(get)
    deepEqual(await Promise.all([readId(get), readId(get)]), ['STS.1', 'STS.1'])
    finish(triple(2, clock.now + HOUR_MS))
    equal(await first, 'STS.2')
    equal(await readId(get), 'STS.2')
    equal(calls.length, 2)
  })

  test('cachedCredentials refreshes when it is told that a token was refused', async () => {
    const { cached: get, calls } = createBench(lib)
    equal(await readId(get), 'STS.1')
    equal(await readId(get, { forceRefresh: false }), 'STS.1')
    const forced = { forceRefresh: true }
    deepEqual(await Promise.all([readId(get, forced), readId(get, forced)]), ['STS.2', 'STS.2'])
    equal(await readId(get), 'STS.2')
    deepEqual(calls, [undefined, forced])
  })

  test('cachedCredentials gives no refused token again, even if the refresh fails', async () => {
    const { cached: get, script } = createBench(lib)
    await get()
    script.push(refuse)
    await rejects(get({ forceRefresh: true }), (error) => equal(error.message, 'refused 2'))
    equal(await readId(get), 'STS.3')
  })
}

function testFailures(test: Test, lib: Library): void {
  test('cachedCredentials goes on with what it has when a refresh fails, until that expires', async () => {
    const { cached: get, calls, clock, script } = createBench(lib, { maxWaitMs: 1 })
    await get()
    clock.now += HOUR_MS - 5 * MINUTE_MS
    script.push(refuse)
    equal(await readId(get), 'STS.1')
    clock.now += 5 * MINUTE_MS - 1
    script.push(refuse)
    equal(await readId(get), 'STS.1')
    equal(calls.length, 3)
    clock.now += 1
    await rejects(get(), (error) => equal(error.message, 'refused 3'))
    clock.now += HOUR_MS
    script.push(refuse)
    await rejects(get(), (error) => equal(error.message, 'refused 4'))
  })

  test('cachedCredentials leaves the provider alone after failures, each time longer', async () => {
    const { cached: get, calls, clock, script } = createBench(lib, { refreshBeforeMs: HOUR_MS - 1 })
    await get()
    clock.now += 1
    for (const backOffMs of [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]) {
      script.push(refuse)
      const before = calls.length
      for (let turn = 0; turn < 20; turn++) equal(await readId(get), 'STS.1')
      equal(calls.length, before + 1, `calls within the back-off of ${backOffMs} ms`)
      clock.now += backOffMs / 2 - 1
      equal(await readId(get), 'STS.1')
      equal(calls.length, before + 1, `calls after less than half of ${backOffMs} ms`)
      clock.now += backOffMs / 2 + 1
    }
    equal(await readId(get), 'STS.10', 'the refresh that works')
    clock.now += 1
    script.push(refuse)
    await get()
    clock.now += 1000
    equal(await readId(get), 'STS.12', 'a success ends the back-off')
  })

  test('cachedCredentials is not held back by a clock that was set back', async () => {
    const { cached: get, clock, script } = createBench(lib, { maxWaitMs: 1 })
    script.push(refuse)
    await rejects(get(), (error) => equal(error.message, 'refused 1'))
    clock.now -= MINUTE_MS
    equal(await readId(get), 'STS.2')
  })

  test('cachedCredentials tries again after a failure with nothing to give, once it has waited', async () => {
    const { cached: get, calls, script } = createBench(lib)
    script.push(refuse)
    await rejects(get(), (error) => equal(error.message, 'refused 1'))
    const startedMs = performance.now()
    deepEqual(await Promise.all([readId(get), readId(get)]), ['STS.2', 'STS.2'])
    ok(performance.now() - startedMs > 400, 'half a second is the shortest back-off')
    equal(calls.length, 2)
  })

  test('cachedCredentials fails at once when the back-off is longer than it would wait', async () => {
    const { cached: get, calls, script } = createBench(lib, { maxWaitMs: 1 })
    script.push(refuse)
    await rejects(get(), (error) => equal(error.message, 'refused 1'))
    await rejects(get(), (error) => equal(error.message, 'refused 1'))
    equal(calls.length, 1)
  })
}

function testLostRefreshes(test: Test, lib: Library): void {
  test('cachedCredentials takes over a refresh that never ends, once for all', async () => {
    const { cached: get, calls, script } = createBench(lib, { maxWaitMs: 20 })
    script.push(hang)
    const lost = get()
    const ids = await Promise.all(Array.from({ length: 50 }, () => readId(get)))
    deepEqual([...new Set(ids)], ['STS.2'])
    equal(calls.length, 2)
    equal(await Promise.race([lost, 'still waiting']), 'still waiting')
  })

  test('cachedCredentials takes over again and again, until one refresh ends', async () => {
    const { cached: get, calls, script } = createBench(lib, { maxWaitMs: 20 })
    script.push(hang, hang, hang)
    const ids = Array.from({ length: 5 }, () => readId(get))
    equal(await Promise.any(ids), 'STS.4')
    equal(calls.length, 4)
  })

  test('cachedCredentials goes on with what it has when a refresh is slow, and lets it land', async () => {
    const { cached: get, calls, clock, script } = createBench(lib, { maxWaitMs: 20 })
    await get()
    clock.now += HOUR_MS - MINUTE_MS
    let finish: (value: object) => void = () => {}
    script.push(() => new Promise<object>((resolve) => (finish = resolve)))
    equal(await readId(get), 'STS.1')
    equal(await readId(get), 'STS.1')
    equal(calls.length, 2)
    finish(triple(2, clock.now + 2 * MINUTE_MS))
    for (let turn = 0; turn < 20; turn++) await undefined
    equal(await readId(get), 'STS.3', 'nothing is held back after a success')
    equal(calls.length, 3)
  })

  test('cachedCredentials keeps the later triple when a lost refresh comes after all', async () => {
    const { cached: get, clock, script } = createBench(lib, { maxWaitMs: 20 })
    let finish: (value: object) => void = () => {}
    script.push(() => new Promise<object>((resolve) => (finish = resolve)))
    const lost = readId(get)
    equal(await readId(get), 'STS.2')
    finish(triple(1, clock.now + MINUTE_MS))
    equal(await lost, 'STS.1')
    equal(await readId(get), 'STS.2')
  })
}

function testWrongUse(test: Test, lib: Library): void {
  const { cachedCredentials } = lib.credentials
  const wrong: readonly (readonly [string, unknown[], string, string])[] = [
    ['no provider', [undefined], 'TypeError', '"provider" expected function'],
    ['options that are none', [hang, 7], 'TypeError', '"options" expected object'],
    [
      'a negative time',
      [hang, { refreshBeforeMs: -1 }],
      'RangeError',
      '"refreshBeforeMs" expected',
    ],
    ['no time to wait', [hang, { maxWaitMs: 0 }], 'RangeError', '"maxWaitMs" expected'],
    ['no clock', [hang, { platform: {} }], 'TypeError', '"platform.now" expected function'],
  ]
  for (const [what, given, name, message] of wrong) {
    test(`cachedCredentials refuses ${what}`, () => {
      throws(
        () => cachedCredentials(...(given as Parameters<typeof cachedCredentials>)), // why: wrong
        (error) => {
          equal(error.name, name)
          ok(String(error.message).startsWith(message), String(error.message))
        },
      )
    })
  }

  for (const [what, value, message] of [
    ['nothing', undefined, '"credentials" expected object'],
    [
      'an expiry in text',
      { ...SECRETS, expiresAtEpochMs: 'canary' },
      '"expiresAtEpochMs" expected',
    ],
    [
      'an expiry that is no number',
      { expiresAtEpochMs: Number.NaN },
      '"expiresAtEpochMs" expected',
    ],
  ] as const) {
    test(`cachedCredentials refuses a provider that gives ${what}`, async () => {
      const { cached: get, script } = createBench(lib)
      script.push(() => value)
      await rejects(get(), (error) => {
        equal(error.name, 'TypeError')
        ok(String(error.message).startsWith(message), String(error.message))
      })
    })
  }

  test('cachedCredentials keeps no key that no client can use, and asks again', async () => {
    const { cached: get, calls, clock, script } = createBench(lib)
    for (const [name, value] of [
      ['accessKeyId', undefined],
      ['accessKeySecret', 'canary\n'],
      ['securityToken', null],
    ] as const) {
      script.push(() => ({ ...SECRETS, [name]: value }))
      await rejects(get(), (error) => {
        equal(error.name, 'TypeError')
        ok(String(error.message).startsWith(`"${name}" expected text`), String(error.message))
        ok(!String(error.message).includes('canary'), 'the value is not shown')
      })
      clock.now += MINUTE_MS
    }
    equal(await readId(get), 'STS.4')
    clock.now += HOUR_MS - MINUTE_MS
    script.push(() => ({ ...SECRETS, accessKeyId: '' }))
    equal(await readId(get), 'STS.4', 'the old key serves until it expires')
    equal(calls.length, 5)
  })

  test('cachedCredentials refuses a clock that gives nonsense', async () => {
    const { cached: get, clock } = createBench(lib)
    clock.now = Number.NaN
    await rejects(get(), (error) => {
      equal(error.name, 'TypeError')
      ok(/^"platform.now" expected epoch milliseconds/.test(String(error.message)))
    })
  })
}
