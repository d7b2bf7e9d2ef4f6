/**
 * A soak: many calls against the emulator, a tenth of which meet a fault. Nothing may be left
 * behind, and nothing may run twice.
 *
 * @module
 */
import { getEventListeners, setMaxListeners } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createEmulator } from '../../src/emulator/index.ts'
import type { Emulator, Scripted } from '../../src/emulator/index.ts'
import { createSaf, isSafError, systemPlatform } from '../../src/index.ts'
import type { Saf, SafOptions } from '../../src/index.ts'
import { nobleHmacSha1 } from '../../src/sign/noble.ts'

/** How much to do, and with which client. */
export interface SoakOrder {
  readonly calls: number
  readonly seed: number
  readonly retry?: SafOptions['retry']
}

/** What a soak came to. */
export interface SoakReport {
  /** Calls by `ok`, or by code and outcome. */
  readonly outcomes: ReadonlyMap<string, number>
  /** Results of calls that ran more than once. */
  readonly twice: readonly string[]
  /** Results of calls that ran, though they said they did not. */
  readonly wrong: readonly string[]
  /** Rejections that nobody handled. */
  readonly rejections: readonly unknown[]
  /** Timers that were neither cleared nor over. */
  readonly timers: number
  /** Listeners left on the signal that every call was given. */
  readonly listeners: number
  /** Bytes in use after each third. */
  readonly heaps: readonly number[]
}

const AT_A_TIME = 50
const TIMEOUT_MS = 250

/** Ways in which a call can go wrong, before and after the operation ran. */
const KINDS: readonly Scripted[] = [
  'network-error',
  { fault: 'network-error', before: true },
  'no-answer',
  { fault: 'no-answer', before: true },
  'stalled-body',
  'cut-body',
  'wrong-length',
  'malformed',
  'empty',
  'html-502',
  { fault: 'html-503', before: true },
  'redirect',
  'gzip-bomb',
  'data-missing',
  'xml',
  'api-502',
  { gateway: 'Throttling.User', retryAfterMs: 1 },
  { gateway: 'Throttling.User', retryAfterMs: 60_000 },
  { gateway: 'SignatureNonceUsed' },
  'clock-skew',
  'sts-expiry',
  { business: { Code: 402 } },
  { business: { Code: 500 } },
]

/** A gateway that has one call at a time, so that what it runs is known to be that call's. */
interface Lane {
  readonly emulator: Emulator
  executions: number
}

/** Makes the calls. */
export async function soak({ calls, seed, retry }: SoakOrder): Promise<SoakReport> {
  const rejections: unknown[] = []
  const onRejection = (reason: unknown): void => void rejections.push(reason)
  process.on('unhandledRejection', onRejection)
  const timers = countTimers()
  const outcomes = new Map<string, number>()
  const twice: string[] = []
  const wrong: string[] = []
  const heaps: number[] = []
  const { signal } = new AbortController()
  setMaxListeners(0, signal)
  const lanes = Array.from({ length: AT_A_TIME }, (_, at) => createLane(seed + at))
  const saf = createClient(lanes, retry)
  const callOnce = async (lane: Lane, at: number): Promise<void> => {
    lane.executions = 0
    const result = await call(saf, `lane${at}@b.c`, signal)
    outcomes.set(result, (outcomes.get(result) ?? 0) + 1)
    if (lane.executions > 1) twice.push(result)
    if (lane.executions > 0 && result.endsWith('not-executed')) wrong.push(result)
  }
  try {
    for (let third = 0; third < 3; third++) {
      let left = Math.ceil(calls / 3)
      const work = async (lane: Lane, at: number): Promise<void> => {
        while (left-- > 0) await callOnce(lane, at)
        // It forgets its nonces, which it would know for 15 minutes.
        lane.emulator.reset()
      }
      await Promise.all(lanes.map(work))
      heaps.push(measureHeap())
    }
  } finally {
    process.off('unhandledRejection', onRejection)
    timers.restore()
  }
  const listeners = getEventListeners(signal, 'abort').length
  return { outcomes, twice, wrong, rejections, timers: timers.count(), listeners, heaps }
}

function createLane(seed: number): Lane {
  const emulator = createEmulator({
    // Synchronous: the host's own would take half of the time.
    hmac: nobleHmacSha1,
    faults: { kinds: KINDS, rate: 0.1, seed },
    onRequest: ({ executed }) => {
      if (executed) lane.executions++
    },
  })
  const lane: Lane = { emulator, executions: 0 }
  return lane
}

/** One client for all lanes: what a call asks for tells its lane. */
function createClient(lanes: readonly Lane[], retry: SafOptions['retry']): Saf {
  const decoder = new TextDecoder()
  let drawn = 0
  return createSaf({
    ...lanes[0]?.emulator.client,
    fetch: (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
      const body = decoder.decode(init.body as Uint8Array) // why: the transport's contract
      const lane = lanes[Number(/lane(\d+)/.exec(body)?.[1])]
      if (!lane) throw new Error(`no lane in ${body}`)
      return lane.emulator.fetch(url, init)
    },
    hmac: nobleHmacSha1,
    // Cheaper than what the host draws.
    platform: { ...systemPlatform, nonce: () => `soak-${++drawn}` },
    timeoutMs: TIMEOUT_MS,
    retry,
    // A bomb is put away early.
    maxResponseBytes: 65_536,
  })
}

/** Makes a call; gives `ok`, or code and outcome. */
async function call(saf: Saf, email: string, signal: AbortSignal): Promise<string> {
  try {
    const { code } = await saf.executeRequest('email_risk', { email }, { signal })
    return code === 200 ? 'ok' : `code ${code}`
  } catch (error) {
    if (!isSafError(error)) throw error
    return `${error.code} ${error.outcome}`
  }
}

/** Counts timers that are set and have neither come nor been cleared. */
function countTimers(): { readonly count: () => number; readonly restore: () => void } {
  const { setTimeout: set, clearTimeout: clear } = globalThis
  const open = new Set<unknown>()
  const setCounted = (act: () => void, ms?: number): unknown => {
    const timer = set(() => {
      open.delete(timer)
      act()
    }, ms)
    open.add(timer)
    return timer
  }
  const clearCounted = (timer: Parameters<typeof clear>[0]): void => {
    open.delete(timer)
    clear(timer)
  }
  Object.assign(globalThis, { setTimeout: setCounted, clearTimeout: clearCounted })
  return {
    count: () => open.size,
    restore: () => void Object.assign(globalThis, { setTimeout: set, clearTimeout: clear }),
  }
}

/** Bytes in use after everything that can go has gone. */
function measureHeap(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void // why: the flag puts it there
  for (let left = 3; left > 0; left--) collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
