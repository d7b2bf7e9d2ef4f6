/** The client that every row uses: the library as users call it, and when it sent what. */
import { createSaf } from '../../src/index.ts'

/** The purchased rate, in requests a second. */
export const RATE = 10

/** What the gateway answers: a result without data. */
export const ANSWER = { RequestId: 'R', Code: 200, Message: 'OK', Data: '{}' }

/** Runs once through the code that a call needs, so that the first turn is not late. */
export async function warmUp(gateway) {
  const answer = await fetch(gateway)
  await answer.text()
  const { call } = createClient({ gateway, send: async () => Response.json(ANSWER) })
  await call()
}

/**
 * Creates a client that writes down when it sends.
 *
 * @returns `call()` resolves with what became of a call; `sentAt` holds epoch milliseconds, read
 *   when the request is handed to `fetch`.
 */
export function createClient({ gateway, limiter, onLimiterError, send }) {
  const sentAt = []
  const failures = []
  const saf = createSaf({
    endpoint: gateway,
    allowCustomEndpoint: true,
    accessKeyId: 'testid',
    accessKeySecret: 'testsecret',
    limiter,
    onLimiterError,
    onEvent({ by, type }) {
      if (type === 'throttled' && by !== 'limiter') failures.push(by)
    },
    async fetch(url, init) {
      sentAt.push(Date.now())
      return send ? send() : fetch(url, init)
    },
  })
  return {
    sentAt,
    /** What went wrong at the limiter or the gateway. */
    failures,
    async call() {
      try {
        await saf.executeRequest('email_risk', { email: 'somebody@example.com' })
        return { ok: true }
      } catch ({ code, message, outcome }) {
        return { ok: false, code, message, outcome }
      }
    },
  }
}

/** Calls again and again, as `count` users would, until a time. */
export async function callUntil(call, { atEpochMs, count }) {
  const results = []
  const user = async () => {
    while (Date.now() < atEpochMs) results.push(await call())
  }
  await Promise.all(Array.from({ length: count }, user))
  return results
}
