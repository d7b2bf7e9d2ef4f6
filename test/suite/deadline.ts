/**
 * Contract of deadlines and aborts.
 *
 * @module
 */
import { equal, ok, rejects } from './harness.ts'
import type { Suite } from './harness.ts'
import { faceInput, json, SECRETS, stub } from './stub.ts'

const never = (): Promise<never> => new Promise(() => {})

/** Registers the tests of deadlines. */
export const deadline: Suite = (test, lib) => {
  test('ends a request that is never answered: unknown', async () => {
    const { saf, sent } = stub(lib, never, { timeoutMs: 1500 })
    await rejects(saf.verifyFace(faceInput()), (error) => {
      equal(error.name, 'TransportError')
      equal(error.code, 'ERR_SAF_TIMEOUT')
      equal(error['outcome'], 'unknown')
      equal(error['attempts'], 1)
      equal(Object.keys(error).sort().join(), 'attempts,code,name,outcome,retryable')
    })
    ok(sent[0]?.init.signal?.aborted, 'the request was aborted')
  })

  test('ends a request whose fetch answers when it hears of the end: unknown', async () => {
    // Its own promise, without a step more: the deadline must come first.
    const fetch = (_: unknown, init?: RequestInit): Promise<Response> =>
      new Promise((resolve) => {
        const answer = (): void => resolve(new Response(null, { status: 302 }))
        init?.signal?.addEventListener('abort', answer)
      })
    const { accessKeyId, accessKeySecret } = SECRETS
    const key = { accessKeyId, accessKeySecret, dangerouslyAllowBrowser: true }
    const saf = lib.main.createSaf({ ...key, fetch, timeoutMs: 1500 })
    await rejects(saf.executeRequest('a', {}), (error) => {
      equal(error.code, 'ERR_SAF_TIMEOUT')
      equal(error['outcome'], 'unknown')
    })
  })

  test('ends a body that never ends, and cancels it: unknown', async () => {
    let cancelled = false
    const body = (): ReadableStream =>
      new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode('{"Code":')),
        cancel: () => {
          cancelled = true
        },
      })
    const { saf } = stub(lib, () => new Response(body()), { timeoutMs: 1500 })
    await rejects(saf.executeRequest('a', {}), (error) => {
      equal(error.code, 'ERR_SAF_TIMEOUT')
      equal(error['outcome'], 'unknown')
    })
    ok(cancelled, 'the stream was cancelled')
  })

  test('ends a wait for credentials with nothing sent: not-executed', async () => {
    const { saf, sent } = stub(lib, () => json({}), { timeoutMs: 20, credentials: never })
    await rejects(saf.executeRequest('a', {}), (error) => {
      equal(error.code, 'ERR_SAF_TIMEOUT')
      equal(error['outcome'], 'not-executed')
      equal(error['attempts'], 0)
      equal(error['retryable'], true)
    })
    equal(sent.length, 0)
  })

  test('covers a photo that is never read: not-executed', async () => {
    const { saf, sent } = stub(lib, () => json({}), { timeoutMs: 50 })
    const stuck = { size: 10, arrayBuffer: never } as unknown as Blob // why: wrong on purpose
    await rejects(saf.verifyFace({ ...faceInput(), refFaceContent: stuck }), (error) => {
      equal(error.code, 'ERR_SAF_TIMEOUT')
      equal(error['outcome'], 'not-executed')
    })
    equal(sent.length, 0)
  })

  test('sends nothing when signing outlasted it: not-executed', async () => {
    const slow = (key: Uint8Array, message: Uint8Array): Uint8Array => {
      const until = Date.now() + 60
      while (Date.now() < until) void 0
      return lib.noble.nobleHmacSha1(key, message)
    }
    const { saf, sent } = stub(lib, () => json({}), { timeoutMs: 30, hmac: slow })
    await rejects(saf.executeRequest('a', {}), (error) => {
      equal(error.code, 'ERR_SAF_TIMEOUT')
      equal(error['outcome'], 'not-executed')
    })
    equal(sent.length, 0)
  })

  test('ends a body of endless empty chunks, which leave no time for timers', async () => {
    const body = (): ReadableStream =>
      new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(0)) })
    const { saf } = stub(lib, () => new Response(body()), { timeoutMs: 200 })
    await rejects(saf.executeRequest('a', {}), (error) => equal(error.code, 'ERR_SAF_TIMEOUT'))
  })

  test('lets go of an answer that comes after it', async () => {
    let cancelled: (value: boolean) => void = () => {}
    const isCancelled = new Promise<boolean>((resolve) => (cancelled = resolve))
    let answerLate: (response: Response) => void = () => {}
    const { saf } = stub(lib, () => new Promise((resolve) => (answerLate = resolve)), {
      timeoutMs: 1500,
    })
    await rejects(saf.executeRequest('a', {}), (error) => equal(error.code, 'ERR_SAF_TIMEOUT'))
    answerLate(new Response(new ReadableStream({ cancel: () => cancelled(true) })))
    ok(await isCancelled, 'the late body was cancelled')
  })

  test('a failure that comes with an abort is the reason of the abort, not the failure', async () => {
    for (const fails of [true, false]) {
      const controller = new AbortController()
      const { saf } = stub(lib, () => {
        controller.abort('mine')
        if (fails) throw new Error('canary')
        const start = (stream: ReadableStreamDefaultController): void =>
          stream.error(new Error('canary'))
        return new Response(new ReadableStream({ start }))
      })
      const call = saf.executeRequest('a', {}, { signal: controller.signal })
      await rejects(call, (error) => equal(error, 'mine'))
    }
  })

  test('a call has its own timeoutMs', async () => {
    const { saf } = stub(lib, never)
    const call = saf.executeRequest('a', {}, { timeoutMs: 20 })
    await rejects(call, (error) => equal(error.code, 'ERR_SAF_TIMEOUT'))
  })

  test('replays after attemptTimeoutMs when asked to, with the same bytes', async () => {
    const { saf, sent } = stub(
      lib,
      (_, index) => (index === 0 ? never() : json({ Code: 200, RequestId: 'R' })),
      { retry: { ambiguous: 'replay', attemptTimeoutMs: 1500 } },
    )
    equal((await saf.executeRequest('a', {})).code, 200)
    equal(String(sent[0]?.form), String(sent[1]?.form))
  })

  test('does not replay after attemptTimeoutMs by default', async () => {
    const { saf, sent } = stub(lib, never, { retry: { attemptTimeoutMs: 1500 } })
    await rejects(saf.executeRequest('a', {}), (error) => {
      equal(error.code, 'ERR_SAF_TIMEOUT')
      equal(error['outcome'], 'unknown')
    })
    equal(sent.length, 1)
  })

  test('passes the reason of an abort through untouched, and sends nothing if it came first', async () => {
    const reason = { mine: true }
    const { saf, sent } = stub(lib, never)
    const call = saf.executeRequest('a', {}, { signal: AbortSignal.abort(reason) })
    await rejects(call, (error) => equal(error, reason))
    equal(sent.length, 0)
  })

  test('passes the reason of an abort through while a request is under way', async () => {
    const reason = new Error('mine')
    const controller = new AbortController()
    const { saf, sent } = stub(lib, () => {
      controller.abort(reason)
      return never()
    })
    const call = saf.executeRequest('a', {}, { signal: controller.signal })
    await rejects(call, (error) => equal(error, reason))
    ok(sent[0]?.init.signal?.aborted, 'the request was aborted')
  })

  test('an abort of the caller inside the body passes through too', async () => {
    const controller = new AbortController()
    const body = new ReadableStream({ pull: () => controller.abort('mine') })
    const { saf } = stub(lib, () => new Response(body))
    const call = saf.executeRequest('a', {}, { signal: controller.signal })
    await rejects(call, (error) => equal(error, 'mine'))
  })

  test('leaves no listener on the signal of the caller', async () => {
    let listeners = 0
    const { signal } = new AbortController()
    const { addEventListener, removeEventListener } = signal
    signal.addEventListener = (...given: unknown[]) => {
      listeners++
      addEventListener.apply(signal, given as never)
    }
    signal.removeEventListener = (...given: unknown[]) => {
      listeners--
      removeEventListener.apply(signal, given as never)
    }
    const { saf } = stub(lib, () => json({ Code: 200, RequestId: 'R' }))
    await saf.executeRequest('a', {}, { signal })
    equal(listeners, 0)
  })

  for (const [timeoutMs, name] of [
    [0, 'RangeError'],
    [-1, 'RangeError'],
    [1.5, 'RangeError'],
    [Number.NaN, 'RangeError'],
    [Infinity, 'RangeError'],
    [2 ** 31, 'RangeError'],
    ['1000', 'TypeError'],
    [null, 'TypeError'],
  ] as const) {
    test(`refuses ${String(timeoutMs)} (${typeof timeoutMs}) as timeoutMs of a call`, async () => {
      const { saf, sent } = stub(lib, () => json({}))
      const options = { timeoutMs } as { timeoutMs: number } // why: wrong on purpose
      await rejects(saf.executeRequest('a', {}, options), (error) => {
        equal(error.name, name)
        ok(String(error.message).startsWith('"timeoutMs" expected'), String(error.message))
      })
      equal(sent.length, 0)
    })
  }

  test('refuses a signal that is none', async () => {
    const { saf } = stub(lib, () => json({}))
    for (const signal of ['stop', 0, false, null, { aborted: false }]) {
      const options = { signal } as never // why: wrong on purpose
      await rejects(saf.executeRequest('a', {}, options), (error) => {
        equal(error.name, 'TypeError')
        ok(/"signal" expected AbortSignal/.test(String(error.message)), String(error.message))
      })
    }
  })
}
