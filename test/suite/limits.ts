/**
 * Contract of `limiter`: who waits, for how long, and what a limiter that fails costs.
 *
 * @module
 */
import { deepEqual, equal, ok, rejects } from './harness.ts'
import type { Library, Suite, Test } from './harness.ts'
import { AT_EPOCH_MS, faceInput, gatewayError, json, SECRETS, stub } from './stub.ts'

type SafOptions = Parameters<Library['main']['createSaf']>[0]

type Limiter = NonNullable<SafOptions['limiter']>

const OK = { Code: 200, Message: 'OK', RequestId: 'R-1', Data: '{}' }

const never = (): Promise<never> => new Promise(() => {})

/** Keeps the host busy for a while. */
function stall(): void {
  const until = Date.now() + 120
  while (Date.now() < until) void 0
}

/** Registers the tests of limiters. */
export const limits: Suite = (test, lib) => {
  testTurns(test, lib)
  testRefusals(test, lib)
  testFailures(test, lib)
}

function testTurns(test: Test, lib: Library): void {
  test('takes a turn before each request, within what is left of the deadline', async () => {
    const asked: Parameters<Limiter['reserve']>[] = []
    const limiter: Limiter = {
      async reserve(...args) {
        asked.push(args)
        return { ok: true, waitMs: 0 }
      },
    }
    const headers = { 'x-acs-retry-after': '1' }
    const { saf, sent } = stub(
      lib,
      (_, index) => (index === 0 ? gatewayError('Throttling', { headers }) : json(OK)),
      { limiter, timeoutMs: 20_000, retry: { maxAttempts: 2 } },
    )
    await saf.executeRequest('a', {})
    equal(sent.length, 2)
    equal(asked.length, 2)
    // Three seconds are kept for the request: a paid answer after the deadline is lost.
    ok(asked.every(([, { maxWaitMs }]) => maxWaitMs > 10_000 && maxWaitMs <= 17_000))
    ok(
      asked.every(([, { signal }]) => signal),
      'a signal',
    )
  })

  test('waits as long as it is told, and signs afterwards', async () => {
    const order: string[] = []
    const platform = {
      now: () => Date.now(),
      nonce() {
        order.push('nonce')
        return lib.main.systemPlatform.nonce()
      },
    }
    const limiter: Limiter = {
      async reserve() {
        order.push('turn')
        return { ok: true, waitMs: 60 }
      },
    }
    const { saf } = stub(lib, () => json(OK), { limiter, platform })
    const startedAt = Date.now()
    await saf.executeRequest('a', {})
    ok(Date.now() - startedAt >= 55, 'waited')
    // A busy host may miss its turn and book another.
    ok(/^(turn ){1,3}nonce$/.test(order.join(' ')), order.join(' '))
  })

  test('books another turn when a busy host woke it too late for its own', async () => {
    let bookings = 0
    const limiter: Limiter = {
      async reserve() {
        if (++bookings === 1) setTimeout(stall, 0)
        return { ok: true, waitMs: 10 }
      },
    }
    const { saf, sent } = stub(lib, () => json(OK), { limiter })
    await saf.executeRequest('a', {})
    equal(sent.length, 1)
    ok(bookings === 2 || bookings === 3, `${bookings} bookings`)
  })

  test('what another call learned of the clock while this one waited is not learned anew', async () => {
    let isFirst = true
    let letGo: () => void = () => {}
    const learned = new Promise<void>((resolve) => (letGo = resolve))
    const limiter: Limiter = {
      async reserve() {
        const waits = isFirst
        isFirst = false
        if (waits) await learned
        return { ok: true, waitMs: 0 }
      },
    }
    const date = new Date(AT_EPOCH_MS + 3_600_000).toUTCString()
    const expired = (): Response => gatewayError('InvalidTimeStamp.Expired', { headers: { date } })
    const { saf, sent } = stub(
      lib,
      ({ form }) =>
        form.get('Service') === 'b' && form.get('Timestamp') === '2026-11-24T07:00:00Z'
          ? json(OK)
          : expired(),
      { limiter },
    )
    const waiting = saf.executeRequest('a', {}).catch((error: unknown) => error)
    await saf.executeRequest('b', {})
    letGo()
    equal(Reflect.get(Object(await waiting), 'code'), 'ERR_SAF_CLOCK_SKEW')
    const own = sent.filter(({ form }) => form.get('Service') === 'a')
    deepEqual(
      own.map(({ form }) => form.get('Timestamp')),
      ['2026-11-24T07:00:00Z'],
    )
  })

  test('names the turn by host, service and a hash of a long-lived key', async () => {
    const keyOf = async (options: SafOptions, service = 'a'): Promise<string> => {
      let name = ''
      const limiter: Limiter = {
        async reserve(key) {
          name = key
          return { ok: true, waitMs: 0 }
        },
      }
      const { saf } = stub(lib, () => json(OK), { ...options, limiter })
      await saf.executeRequest(service, {})
      return name
    }
    const pair = { securityToken: undefined, dangerouslyAllowBrowser: true }
    const one = await keyOf(pair)
    ok(one.startsWith('saf.ap-southeast-1.aliyuncs.com/a/'), one)
    equal(await keyOf(pair), one)
    ok((await keyOf({ ...pair, accessKeyId: 'LTAIanother' })) !== one, 'another key')
    ok((await keyOf(pair, 'b')) !== one, 'another service')
    // Each isolate has an STS triple of its own, and shares what was purchased.
    equal(await keyOf({ accessKeyId: 'STS.1' }), await keyOf({ accessKeyId: 'STS.2' }))
    ok(!one.includes(SECRETS.accessKeyId) && !/canary/.test(one), 'no identifier, no secret')
  })

  test('tells the limiter when the gateway refuses, and for how long', async () => {
    const told: number[] = []
    const limiter: Limiter = {
      reserve: async () => ({ ok: true, waitMs: 0 }),
      penalize: (_, ms) => void told.push(ms),
    }
    const headers = { 'x-acs-retry-after': '1500' }
    const answers = [gatewayError('Throttling', { headers }), json({ Code: 402, RequestId: 'R' })]
    const { saf } = stub(lib, (_, index) => answers[index] ?? json(OK), { limiter, retry: false })
    await rejects(saf.executeRequest('a', {}), () => {})
    await rejects(saf.executeRequest('a', {}), (error) => equal(error.code, 'ERR_SAF_QUOTA'))
    await saf.executeRequest('a', {})
    deepEqual(told, [1500, 1000])
  })
}

function testRefusals(test: Test, lib: Library): void {
  test('fails with ERR_SAF_LIMITED, nothing sent, when there is no turn in time', async () => {
    const limiter: Limiter = { reserve: async () => ({ ok: false, retryAfterMs: 1234.5 }) }
    const { saf, sent } = stub(lib, () => json(OK), { limiter })
    await rejects(saf.verifyFace(faceInput()), (error) => {
      equal(error.name, 'TransportError')
      equal(error.code, 'ERR_SAF_LIMITED')
      equal(error['outcome'], 'not-executed')
      equal(error['retryable'], true)
      equal(error['attempts'], 0)
      ok(error.message?.includes('1235 ms'), error.message)
    })
    equal(sent.length, 0)
  })

  test('takes a turn after the deadline for none, however late: not-executed', async () => {
    for (const waitMs of [60_000, 3e9, Number.MAX_VALUE]) {
      const limiter: Limiter = { reserve: async () => ({ ok: true, waitMs }) }
      const { saf, sent } = stub(lib, () => json(OK), { limiter, timeoutMs: 10_000 })
      await rejects(saf.executeRequest('a', {}), (error) => {
        equal(error.code, 'ERR_SAF_LIMITED')
        equal(error['outcome'], 'not-executed')
      })
      equal(sent.length, 0)
    }
  })

  test("a caller's abort ends a wait for a turn, untouched", async () => {
    const reason = new Error('gone')
    const abort = new AbortController()
    const limiter: Limiter = {
      reserve: () => {
        abort.abort(reason)
        return never()
      },
    }
    const { saf, sent } = stub(lib, () => json(OK), { limiter })
    await rejects(saf.executeRequest('a', {}, { signal: abort.signal }), (error) =>
      equal(error as unknown, reason),
    )
    equal(sent.length, 0)
  })

  test('stays unknown when the replay of an unknown attempt gets no turn', async () => {
    let turns = 0
    const limiter: Limiter = {
      reserve: async () =>
        ++turns === 1 ? { ok: true, waitMs: 0 } : { ok: false, retryAfterMs: 9 },
    }
    const { saf, sent } = stub(lib, () => Promise.reject(new TypeError('lost')), {
      limiter,
      retry: { ambiguous: 'replay' },
    })
    await rejects(saf.executeRequest('a', {}), (error) => {
      equal(error.code, 'ERR_SAF_LIMITED')
      equal(error['outcome'], 'unknown')
      equal(error['retryable'], false)
      equal(error['attempts'], 1)
    })
    equal(sent.length, 1)
  })
}

function testFailures(test: Test, lib: Library): void {
  const broken: readonly (readonly [string, Limiter['reserve']])[] = [
    ['rejects', () => Promise.reject(new Error('canary'))],
    [
      'throws',
      () => {
        throw new Error('canary')
      },
    ],
    ['never answers', never],
    ['answers nonsense', async () => ({ ok: true, waitMs: Number.NaN })],
    ['answers nothing', async () => undefined as never],
  ]
  for (const [what, reserve] of broken) {
    test(`a limiter that ${what} stops nothing by default, and the hook is told`, async () => {
      const told: string[] = []
      const { saf, sent } = stub(lib, () => json(OK), {
        limiter: { reserve },
        timeoutMs: 3000,
        onEvent: (event) => void told.push(event.type === 'throttled' ? event.by : event.type),
      })
      equal((await saf.executeRequest('a', {})).code, 200)
      equal(sent.length, 1)
      deepEqual(told, ['limiter-failed', 'attempt', 'done'])
    })

    test(`a limiter that ${what} stops the call with onLimiterError: 'closed'`, async () => {
      const { saf, sent } = stub(lib, () => json(OK), {
        limiter: { reserve },
        onLimiterError: 'closed',
        timeoutMs: 3000,
      })
      await rejects(saf.executeRequest('a', {}), (error) => {
        equal(error.code, 'ERR_SAF_LIMITED')
        equal(error['outcome'], 'not-executed')
        ok(!/canary/.test(`${error.message}${JSON.stringify(error)}`), 'nothing of its error')
      })
      equal(sent.length, 0)
    })
  }

  test('a limiter that hangs when told of a refusal delays no retry', async () => {
    const limiter: Limiter = { reserve: async () => ({ ok: true, waitMs: 0 }), penalize: never }
    const headers = { 'x-acs-retry-after': '1' }
    const { saf, sent } = stub(
      lib,
      (_, index) => (index === 0 ? gatewayError('Throttling', { headers }) : json(OK)),
      { limiter, timeoutMs: 4000, retry: { maxAttempts: 2 } },
    )
    await saf.executeRequest('a', {})
    equal(sent.length, 2)
  })

  test('a limiter that cannot be told of a refusal changes no error', async () => {
    for (const penalize of [() => Promise.reject(new Error('canary')), never]) {
      const limiter: Limiter = { reserve: async () => ({ ok: true, waitMs: 0 }), penalize }
      const { saf } = stub(lib, () => gatewayError('Throttling'), {
        limiter,
        retry: false,
        timeoutMs: 3000,
      })
      await rejects(saf.executeRequest('a', {}), (error) => {
        equal(error.code, 'ERR_SAF_THROTTLED')
        equal(error['outcome'], 'not-executed')
      })
    }
  })
}
