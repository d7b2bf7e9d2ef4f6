/**
 * Contract of `onEvent`: what is told, in which order, and what never is.
 *
 * @module
 */
import { deepEqual, equal, ok, rejects } from './harness.ts'
import type { Library, Suite, Test } from './harness.ts'
import { AT_EPOCH_MS, faceInput, gatewayError, json, SECRETS, stub } from './stub.ts'

type SafEvent = Parameters<NonNullable<Parameters<Library['main']['createSaf']>[0]['onEvent']>>[0]

const OK = { Code: 200, Message: 'OK', RequestId: 'R-1', Data: '{"a":1}' }

const never = (): Promise<never> => new Promise(() => {})

/** Registers the tests of events. */
export const events: Suite = (test, lib) => {
  testOrder(test, lib)
  testEnds(test, lib)
  testHarmless(test, lib)
}

function testOrder(test: Test, lib: Library): void {
  test('tells an attempt and the end of a call, with sizes, times and identifiers', async () => {
    const { told, onEvent } = listen()
    const { saf, sent } = stub(lib, () => json(OK), { onEvent })
    await saf.executeRequest('email_risk', { email: 'a@b.c' })
    const [attempt, done, ...more] = told
    equal(more.length, 0)
    ok(attempt?.type === 'attempt', 'attempt')
    const body = sent[0]?.init.body as Uint8Array // why: the contract of the transport
    equal(attempt.requestBytes, body.length)
    equal(attempt.status, 200)
    equal(attempt.requestId, 'R-1')
    equal(attempt.code, undefined)
    equal(attempt.service, 'email_risk')
    equal(attempt.action, 'ExecuteRequest')
    ok(attempt.durationMs >= 0 && attempt.elapsedMs >= attempt.durationMs, 'times')
    ok(done?.type === 'done' && done.ok, 'done')
    equal(done.attempts, 1)
    equal(done.outcome, undefined)
  })

  test('numbers the calls of a client, and leaves the service out for other products', async () => {
    const { told, onEvent } = listen()
    const { rpc } = stub(lib, () => json({ RequestId: 'R' }), { onEvent })
    await rpc.call('DescribeRegions')
    await rpc.call('DescribeZones')
    deepEqual(
      told.map(({ action, call, service, type }) => [type, call, action, service]),
      [
        ['attempt', 1, 'DescribeRegions', undefined],
        ['done', 1, 'DescribeRegions', undefined],
        ['attempt', 2, 'DescribeZones', undefined],
        ['done', 2, 'DescribeZones', undefined],
      ],
    )
  })

  test('tells a refusal, the retry, its wait, and the attempt after it', async () => {
    const { told, onEvent } = listen()
    const headers = { 'x-acs-retry-after': '5' }
    const { saf } = stub(
      lib,
      (_, index) => (index === 0 ? gatewayError('Throttling', { headers }) : json(OK)),
      { onEvent, retry: { maxAttempts: 2 }, timeoutMs: 20_000 },
    )
    await saf.executeRequest('a', {})
    deepEqual(types(told), ['attempt', 'throttled', 'retry', 'attempt', 'done'])
    const [attempt, throttled, retry] = told
    ok(attempt?.type === 'attempt' && throttled?.type === 'throttled', 'types')
    equal(attempt.code, 'ERR_SAF_THROTTLED')
    equal(attempt.outcome, 'not-executed')
    equal(throttled.by, 'gateway')
    ok(retry?.type === 'retry' && retry.kind === 'throttled', 'kind')
    equal(retry.waitMs, throttled.waitMs)
    ok(retry.waitMs >= 5, 'the wait that the gateway asked for')
    equal(told[3]?.attempts, 2)
  })

  test('tells a corrected clock, and credentials that a function gave', async () => {
    const { told, onEvent } = listen()
    const date = new Date(AT_EPOCH_MS + 3_600_000).toUTCString()
    const { saf } = stub(
      lib,
      (_, index) =>
        index === 0 ? gatewayError('InvalidTimeStamp.Expired', { headers: { date } }) : json(OK),
      { onEvent, credentials: () => SECRETS },
    )
    await saf.executeRequest('a', {})
    const order = ['credentials', 'attempt', 'retry', 'skew', 'credentials', 'attempt', 'done']
    deepEqual(types(told), order)
    const skew = told.find((event) => event.type === 'skew')
    ok(skew && Math.abs(skew.skewMs - 3_600_000) < 1000, 'an hour')
    const given = told.filter((event) => event.type === 'credentials')
    ok(given.every(({ durationMs, forceRefresh }) => durationMs >= 0 && !forceRefresh))
  })
}

function testEnds(test: Test, lib: Library): void {
  test('tells the end of a call that fails, with the code and the outcome of its error', async () => {
    const { told, onEvent } = listen()
    const { saf } = stub(lib, () => json({ Code: 403, RequestId: 'R' }), { onEvent })
    await rejects(saf.executeRequest('a', {}), () => {})
    const done = told.at(-1)
    ok(done?.type === 'done' && !done.ok, 'done')
    equal(done.code, 'ERR_SAF_FORBIDDEN')
    equal(done.outcome, 'not-executed')
  })

  test('tells the end of an aborted call: unknown after the first request was sent', async () => {
    const { told, onEvent } = listen()
    const abort = new AbortController()
    const { saf } = stub(
      lib,
      () => {
        abort.abort(new Error('gone'))
        return never()
      },
      { onEvent },
    )
    await rejects(saf.executeRequest('a', {}, { signal: abort.signal }), (error) =>
      equal(error.message, 'gone'),
    )
    deepEqual(types(told), ['attempt', 'done'])
    const done = told.at(-1)
    ok(done?.type === 'done' && !done.ok, 'done')
    equal(done.outcome, 'unknown')
    equal(done.code, undefined)
  })

  test("tells an abort by this call, not by the reason's own code and outcome", async () => {
    const other = new lib.main.TransportError('ERR_SAF_NETWORK', 'another call', {
      outcome: 'not-executed',
      attempts: 1,
    })
    const { told, onEvent } = listen()
    const abort = new AbortController()
    const answer = (): Promise<never> => {
      abort.abort(other)
      return never()
    }
    const { saf } = stub(lib, answer, { onEvent })
    const call = saf.verifyFace(faceInput(), { signal: abort.signal })
    equal(await call.catch((error: unknown) => error), other)
    const done = told.at(-1)
    ok(done?.type === 'done' && !done.ok, 'done')
    equal(done.code, undefined)
    equal(done.outcome, 'unknown')
  })

  test('tells the end of a call that was aborted before, and of one with a wrong photo', async () => {
    const { told, onEvent } = listen()
    const { saf, sent } = stub(lib, () => json(OK), { onEvent })
    const signal = AbortSignal.abort()
    await rejects(saf.executeRequest('a', {}, { signal }), () => {})
    const refFaceContent = new Uint8Array(3)
    await rejects(saf.verifyFace({ ...faceInput(), refFaceContent }), () => {})
    deepEqual(
      told.map((event) => [event.type, event.type === 'done' && event.outcome, event.attempts]),
      [
        ['done', 'not-executed', 0],
        ['done', 'not-executed', 0],
      ],
    )
    equal(sent.length, 0)
  })

  test('tells that a schema refused the answer, and ends one that never settles', async () => {
    const { told, onEvent } = listen()
    const { saf } = stub(lib, () => json(OK), { onEvent })
    const refuses = { '~standard': { validate: () => ({ issues: [{ message: 'no' }] }) } }
    const hangs = { '~standard': { validate: never } }
    await rejects(saf.executeRequest('a', {}, { schema: refuses }), (error) =>
      equal(error.code, 'ERR_SAF_SERVICE'),
    )
    await rejects(saf.executeRequest('a', {}, { schema: hangs, timeoutMs: 1500 }), (error) => {
      // The answer came: what it was, and that it is paid for, is not lost.
      equal(error.code, 'ERR_SAF_SERVICE')
      equal(error['outcome'], 'failed')
      equal(error['requestId'], 'R-1')
    })
    deepEqual(
      told.map((event) => [event.type, event.type === 'done' && event.outcome]),
      [
        ['attempt', false],
        ['done', 'failed'],
        ['attempt', false],
        ['done', 'failed'],
      ],
    )
  })

  test('tells a timeout in the middle of an attempt: unknown', async () => {
    const { told, onEvent } = listen()
    const { saf } = stub(lib, never, { onEvent, timeoutMs: 1500 })
    await rejects(saf.executeRequest('a', {}), () => {})
    deepEqual(types(told), ['attempt', 'done'])
    const [attempt, done] = told
    ok(attempt?.type === 'attempt' && attempt.outcome === 'unknown', 'attempt')
    ok(done?.type === 'done' && done.code === 'ERR_SAF_TIMEOUT', 'done')
    equal(done.outcome, 'unknown')
  })
}

function testHarmless(test: Test, lib: Library): void {
  test('no event shows a secret, a parameter, a photo or an answer', async () => {
    const { told, onEvent } = listen()
    const answers = [
      () => gatewayError('InvalidSecurityToken.Expired', { message: 'canaryMessage' }),
      () => gatewayError('SignatureDoesNotMatch', { message: 'canaryMessage' }),
    ]
    const { saf } = stub(lib, (_, index) => (answers[index] ?? (() => json(OK)))(), {
      onEvent,
      credentials: () => SECRETS,
    })
    await rejects(saf.executeRequest('a', { name: 'canaryName' }), () => {})
    const text = JSON.stringify(told)
    ok(told.length >= 5 && !/canary|LTAI|"a":1|%26/.test(text), text)
  })

  test('a hook that throws, or rejects, changes nothing', async () => {
    const hooks = [
      () => {
        throw new Error('hook')
      },
      () => Promise.reject(new Error('hook')),
    ]
    for (const onEvent of hooks) {
      const { saf } = stub(lib, () => json(OK), { onEvent: onEvent as () => void }) // why: wrong
      equal((await saf.executeRequest('a', {})).code, 200)
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  })

  test('a hook that changes an event changes no call', async () => {
    const onEvent = (event: SafEvent): void => {
      for (const name of Object.keys(event)) Reflect.set(event, name, 'canary')
    }
    const { saf, sent } = stub(lib, () => gatewayError('ServiceUnavailable'), { onEvent })
    await rejects(saf.executeRequest('a', {}), (error) => {
      equal(error['outcome'], 'unknown')
      equal(error['attempts'], 1)
    })
    equal(sent.length, 1)
  })
}

function listen(): { readonly told: SafEvent[]; readonly onEvent: (event: SafEvent) => void } {
  const told: SafEvent[] = []
  return { told, onEvent: (event) => void told.push(event) }
}

function types(told: readonly SafEvent[]): string[] {
  return told.map(({ type }) => type)
}
