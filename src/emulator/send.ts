/**
 * Sends an answer: written, with its headers, and as its fault wants.
 *
 * @module
 */
import { randomNonce } from '../platform/nonce.ts'
import type { Answer } from './answer.ts'
import type { Arrival } from './arrival.ts'
import { findFault, sendWire } from './faults.ts'
import { PROFILES, writeHeaders } from './headers.ts'
import type { Config } from './options.ts'
import { writePage } from './pages.ts'
import type { Wire } from './pages.ts'
import type { ScriptedAnswer } from './scripted.ts'
import { render } from './render.ts'
import { sleep } from './wait.ts'

/** What sending an answer depends on. */
export interface Scene {
  readonly config: Config
  readonly plan: ScriptedAnswer
  readonly requestId: string
  readonly atEpochMs: number
  readonly signal: AbortSignal | undefined
}

/** Waits as long as an answer takes. */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (ms > 0) await sleep(ms, signal)
  else if (signal?.aborted) throw signal.reason
}

/** Writes an answer of the API and sends it, as its fault wants. */
export async function send(answer: Answer, scene: Scene): Promise<Response> {
  const { config, plan, requestId, atEpochMs } = scene
  const fault = plan.fault === undefined ? {} : findFault(plan.fault)
  const { status, format, root, fields, retryAfterMs } = fault.change?.(answer) ?? answer
  const wire: Wire = {
    status,
    headers: writeHeaders({
      format,
      requestId,
      traceId: randomNonce(),
      atEpochMs,
      corsProfile: config.corsProfile,
      retryAfterMs,
    }),
    text: render(format, root, fields),
  }
  return fault.send ? fault.send(wire, scene) : sendWire(wire)
}

/** Sends what the front end answers by itself: its pages, and preflights. */
export function sendFront({ page, url }: Arrival, { config, atEpochMs }: Scene): Response {
  const shown = page === 414 ? url.href : undefined
  if (page !== undefined) return sendWire(writePage(page, atEpochMs, shown))
  return new Response(null, { headers: PROFILES[config.corsProfile] })
}
