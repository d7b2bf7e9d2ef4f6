/**
 * `createEmulator`: SAF's gateway as a `fetch`. Exported by `saf-edge/emulator`.
 *
 * @module
 */
import { readElapsed } from '../platform/clock.ts'
import { isEpochMs } from '../codec/time.ts'
import type { FetchLike } from '../types.ts'
import { drawRequestId } from './answer.ts'
import { findSignal, readArrival, readRequest } from './arrival.ts'
import type { World } from './auth.ts'
import { answerRequest } from './gateway.ts'
import { createKeyRing } from './key-ring.ts'
import { addEntry, describeRequest } from './log.ts'
import type { LogEntry } from './log.ts'
import { createNonces } from './nonces.ts'
import { readOptions } from './options.ts'
import type { EmulatorOptions } from './options.ts'
import { createRate } from './rate.ts'
import { wrong } from './read.ts'
import { createScript } from './script.ts'
import type { Script } from './script.ts'
import type { Scripted } from './scripted.ts'
import { pause, send, sendFront } from './send.ts'
import type { Scene } from './send.ts'

/** What to spread into the options of a client. */
export interface EmulatorClient {
  /** Nothing listens there: `fetch` answers. */
  readonly endpoint: 'http://127.0.0.1'
  /** The endpoint is on loopback. */
  readonly allowCustomEndpoint: true
  /** The first key of the option `accessKeys`. */
  readonly accessKeyId: string
  /** Its secret. */
  readonly accessKeySecret: string
  /** Its token, when it has one. */
  readonly securityToken?: string
  /** The emulator's own `fetch`. */
  readonly fetch: FetchLike
}

/** SAF's gateway, embedded. */
export interface Emulator {
  /**
   * Answers a request, in both forms that `fetch` takes; works detached. Rejects as the host's
   * `fetch` does: with the signal's reason on abort, with a TypeError for arguments that are no
   * request, and with one when a fault drops the connection.
   */
  readonly fetch: FetchLike
  /** What to spread into `createSaf`: endpoint, first key, and this `fetch`. */
  readonly client: EmulatorClient
  /** What arrived, oldest first, redacted; the last 1000 requests. */
  readonly log: readonly LogEntry[]
  /**
   * Says what the next calls get, one each. What is `face` or `business` alone waits for a call that
   * the gateway lets through to the service; everything else meets the next call, whatever it is.
   *
   * @throws TypeError for what it does not know; then nothing is queued.
   */
  readonly script: (...answers: readonly Scripted[]) => void
  /** Forgets nonces, issued keys, script and log, and starts the faults anew. */
  readonly reset: () => void
}

/**
 * Creates an emulator of SAF's gateway: no sockets, every runtime, nothing kept outside of it.
 *
 * What a face verification comes to is decided, first match first, by `script`, by a resource code
 * (`00990001` match, `…2` mismatch, `…3` spoof, `…4` unreadable, `…5` noReference; `00990402`,
 * `…403`, `…404` and `…500` answer that code), and by the outcome that each of `testFaces` carries.
 * Any other JPEG, and what is none, answers `PROCESSING`. Good resource codes are `00`, two digits
 * and `0000`.
 *
 * Where the vendor is silent it is strict: a parameter that comes twice, an escape that is no UTF-8
 * and a body that is no form are refused. STS issues keys for any role, but for those whose name
 * starts with `missing` or `denied`.
 *
 * @param options - All optional; see {@link EmulatorOptions}.
 * @throws TypeError naming the option that is wrong.
 * @example
 * ```ts
 * import { createSaf } from 'saf-edge'
 * import { createEmulator, testFaces } from 'saf-edge/emulator'
 *
 * const emulator = createEmulator()
 * emulator.script({ face: 'spoof' })
 * const saf = createSaf({ ...emulator.client })
 * const { decision } = await saf.verifyFace({
 *   refFaceContent: testFaces.idPhoto,
 *   authFaceContent: testFaces.match,
 *   resourceCode: '00840000',
 * })
 * console.log(decision, emulator.log.length) // attack 1
 * ```
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const config = readOptions(options)
  const keys = createKeyRing(config.accessKeys)
  const [nonces, unsignedNonces] = [createNonces(), createNonces()]
  const rate = createRate(config.ratePerSecond)
  const apiRate = createRate(config.apiRatePerSecond)
  const script = createScript(config.faults)
  const log: LogEntry[] = []
  const state: State = { config, keys, nonces, unsignedNonces, rate, apiRate, script, log }
  const fetch: FetchLike = (input, init) => serve(input, init, state)
  const [first] = config.accessKeys
  const [accessKeyId, { secret, securityToken }] = first ?? ['', { secret: '' }]
  return Object.freeze({
    fetch,
    client: Object.freeze({
      endpoint: 'http://127.0.0.1',
      allowCustomEndpoint: true,
      accessKeyId,
      accessKeySecret: secret,
      ...(securityToken === undefined ? undefined : { securityToken }),
      fetch,
    }),
    log,
    script: (...answers: readonly Scripted[]) => script.add(answers),
    reset() {
      for (const part of [nonces, unsignedNonces, keys, rate, apiRate]) part.clear()
      script.reset()
      log.length = 0
    },
  })
}

/** What an emulator remembers. */
interface State extends Omit<World, 'nowEpochMs'> {
  readonly script: Script
  readonly log: LogEntry[]
}

async function serve(
  input: string | URL | Request,
  init: RequestInit | undefined,
  state: State,
): Promise<Response> {
  const { config, script, log } = state
  const signal = findSignal(input, init)
  if (signal?.aborted) throw signal.reason
  const startedMs = readElapsed()
  const arrival = await readArrival(readRequest(input, init), config, signal)
  const isApi = arrival.page === undefined && arrival.method !== 'OPTIONS'
  const plan = (isApi ? script.takeOnArrival() : undefined) ?? {}
  const atEpochMs = readNow(config.now, plan.skewMs)
  const requestId = drawRequestId()
  const handling = { world: { ...state, nowEpochMs: atEpochMs }, requestId, plan, script }
  const answer = isApi ? await answerRequest(arrival, handling) : undefined
  let status: number | undefined
  try {
    // The operation ran, or did not; a caller who does not wait changes nothing about that.
    await pause(plan.latencyMs ?? config.latencyMs, signal)
    const scene: Scene = { config, plan, requestId, atEpochMs, signal }
    const response = answer ? await send(answer, scene) : sendFront(arrival, scene)
    status = response.status
    return response
  } finally {
    const durationMs = Math.round(readElapsed() - startedMs)
    const facts = { atEpochMs, status, requestId, fault: plan.fault ?? plan.gateway, durationMs }
    addEntry(log, { ...describeRequest(arrival, answer), ...facts }, config.onRequest)
  }
}

function readNow(now: () => number, skewMs = 0): number {
  const atEpochMs = now() + skewMs
  if (!isEpochMs(atEpochMs)) throw wrong('now', 'function that gives epoch milliseconds', atEpochMs)
  return atEpochMs
}
