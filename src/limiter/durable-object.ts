/**
 * A limiter whose turns a Durable Object hands out. Exported by `saf-edge/limiter`.
 *
 * @module
 */
import { check, isObject } from '../codec/check.ts'
import type { Reservation } from '../types.ts'
import { askEngine } from './engine.ts'
import { readBooking, readPenalty, readTurnMs } from './options.ts'
import type { Limiter, LimiterOptions } from './options.ts'

/** The part of a Durable Object's stub that is used. */
export interface LimiterStub {
  /** Asks the object. */
  fetch(
    url: string,
    init: { readonly method: string },
  ): Promise<{ readonly status: number; text(): Promise<string> }>
}

/** The part of a `DurableObjectNamespace` that is used: a binding of `SafLimiterObject`. */
export interface LimiterNamespace {
  /** Gives the identifier of the object with a name. */
  idFromName(name: string): unknown
  /** Gives the stub of an object. */
  get(id: unknown): LimiterStub
}

/**
 * Creates a limiter for Cloudflare Workers: every isolate asks the same Durable Object, one a key.
 * It asks once a turn; the caller sleeps by itself, so nothing polls and no request waits for
 * another's.
 *
 * @param namespace - The binding of `SafLimiterObject`.
 * @param options - The purchased rate, and the part of it to use: the same in every Worker.
 * @returns A limiter. Its methods reject when the object does not answer, or not within 5 seconds.
 * @throws TypeError or RangeError naming what is wrong.
 * @example
 * ```ts
 * import { durableObjectLimiter, SafLimiterObject } from 'saf-edge/limiter'
 * import type { LimiterNamespace } from 'saf-edge/limiter'
 *
 * // wrangler.jsonc binds LIMITER to the class SafLimiterObject of this Worker.
 * export { SafLimiterObject }
 * export default {
 *   async fetch(request: Request, env: { LIMITER: LimiterNamespace }): Promise<Response> {
 *     const limiter = durableObjectLimiter(env.LIMITER, { ratePerSecond: 10 })
 *     const turn = await limiter.reserve('key', { maxWaitMs: 5000, signal: request.signal })
 *     return Response.json(turn)
 *   },
 * }
 * ```
 */
export function durableObjectLimiter(
  namespace: LimiterNamespace,
  options: LimiterOptions,
): Limiter {
  const { get, idFromName } = Object(namespace)
  const isNamespace = typeof idFromName === 'function' && typeof get === 'function'
  check(isNamespace, 'namespace', 'Durable Object namespace', namespace)
  const turnMs = readTurnMs(options)
  const ask = async (key: string, question: string): Promise<string> => {
    // A stub belongs to the request that made it, so none is kept.
    const stub = namespace.get(namespace.idFromName(key))
    const answer = await stub.fetch(`https://limiter/${question}`, { method: 'POST' })
    const text = await answer.text()
    if (answer.status === 200) return text
    throw new Error(
      `the limiter's Durable Object answered ${answer.status}: is its class SafLimiterObject?`,
    )
  }
  return {
    async reserve(key, wish) {
      const { costMs, maxWaitMs } = readBooking(key, wish, turnMs)
      const question = `reserve?costMs=${costMs}&maxWaitMs=${maxWaitMs}`
      return readReservation(await askEngine(ENGINE, () => ask(key, question), wish.signal))
    },
    async penalize(key, ms) {
      const question = `penalize?ms=${readPenalty(key, ms)}`
      await askEngine(ENGINE, () => ask(key, question))
    },
  }
}

const ENGINE = "the limiter's Durable Object"

function readReservation(text: string): Reservation {
  const { ok, waitMs, retryAfterMs } = parse(text)
  if (ok === true && isWait(waitMs)) return { ok, waitMs }
  if (ok === false && isWait(retryAfterMs)) return { ok, retryAfterMs }
  throw new Error("the limiter's Durable Object did not answer as SafLimiterObject does")
}

function isWait(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < Infinity
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}
