/**
 * A gateway that goes wrong in drawn ways, and knows what it ran: the model of the property tests.
 *
 * @module
 */
import fc from 'fast-check'
import type { FetchLike } from '../../src/index.ts'

/** What no error and no event may ever show. */
export const CANARY = 'canary7f3a'

/** What becomes of one request. */
export interface Step {
  readonly kind: keyof typeof ANSWERS | keyof typeof REJECTIONS | keyof typeof HANGS
  /** Whether the operation runs, where the kind leaves that open. */
  readonly runs: boolean
  /** Milliseconds until anything comes back. */
  readonly delayMs: number
  /** Milliseconds of `x-acs-retry-after`, and seconds of skew in `Date`. */
  readonly amount: number
}

/** Whether the operation runs: always, never, or as drawn. */
type Runs = 'runs' | 'not' | 'drawn'
type Make = (step: Step) => Response | Promise<Response>

const text = `${CANARY} StringToSign=POST&%2F&AccessKeyId%3D${CANARY}`

/** Answers, by name. */
const ANSWERS = {
  ok: ['runs', () => api({ Code: 200, Message: 'OK', Data: { score: 1 } })],
  'ok, no Data': ['runs', () => api({ Code: 200 })],
  'bad parameters': ['not', () => api({ Code: 400, Message: text, Data: { text } })],
  quota: ['not', () => api({ Code: 402, Message: text })],
  forbidden: ['not', () => api({ Code: 403, Message: text })],
  'unknown service': ['not', () => api({ Code: 404, Message: text })],
  internal: ['drawn', () => api({ Code: 500, Message: text })],
  'internal with Data': ['drawn', () => api({ Code: 500, Message: text, Data: { text } })],
  'other code': ['drawn', () => api({ Code: 999, Message: text })],
  'no code': ['drawn', () => api({ Message: text })],
  throttled: [
    'not',
    ({ amount }) => gateway('Throttling.User', { 'x-acs-retry-after': String(amount) }),
  ],
  skewed: [
    'not',
    ({ amount }) => {
      const date = new Date(Date.now() + (amount - 500) * 1000).toUTCString()
      return gateway('InvalidTimeStamp.Expired', { date })
    },
  ],
  signature: ['not', () => gateway('SignatureDoesNotMatch')],
  key: ['not', () => gateway('InvalidAccessKeyId.NotFound')],
  token: ['not', () => gateway('InvalidSecurityToken.Expired')],
  'other refusal': ['not', () => gateway('MissingParameter')],
  'gateway failed': ['drawn', () => gateway('InternalError', {}, 500)],
  unavailable: ['drawn', () => gateway('ServiceUnavailable', {}, 503)],
  html: ['drawn', () => html(200)],
  'html 429': ['not', () => html(429)],
  'html 413': ['not', () => html(413)],
  'html 502': ['drawn', () => html(502)],
  'html 504': ['drawn', () => html(504)],
  redirect: ['drawn', () => new Response(null, { status: 302, headers: { location: '/x' } })],
  empty: ['drawn', () => new Response('')],
  half: ['drawn', () => new Response(`{"Code":200,"Message":"${text}`)],
  huge: ['drawn', () => new Response('x'.repeat(200_000))],
  cut: ['drawn', () => new Response(stream((controller) => controller.error(dropped({}))))],
  nothing: ['drawn', () => undefined as unknown as Response], // why: a fetch may be wrong
} as const satisfies Record<string, readonly [Runs, Make]>

/** Codes of a rejected fetch; only a host's own fetch proves with them that nothing was sent. */
const REJECTIONS = {
  refused: ['not', 'ECONNREFUSED'],
  'not found': ['not', 'ENOTFOUND'],
  untrusted: ['not', 'CERT_HAS_EXPIRED'],
  reset: ['drawn', 'ECONNRESET'],
  'other side closed': ['drawn', 'UND_ERR_SOCKET'],
  'no reason': ['drawn', undefined],
} as const satisfies Record<string, readonly [Runs, string | undefined]>

/** What never ends, unless it is aborted: before the headers, or in the body. */
const HANGS = { 'no answer': true, 'stalled body': true, 'ignores the abort': true } as const

const KINDS = Object.keys({ ...ANSWERS, ...REJECTIONS, ...HANGS }) as Step['kind'][] // why: so

/** After these another request may follow: drawn as often as all together. */
const FOLLOWED = ['internal', 'quota', 'throttled', 'skewed', 'token', 'refused', 'reset'] as const

/** Draws a step. */
export const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(fc.constantFrom(...KINDS), fc.constantFrom(...FOLLOWED)),
  runs: fc.boolean(),
  delayMs: fc.constantFrom(0, 0, 0, 0, 1, 50, 400, 5000),
  amount: fc.constantFrom(0, 1, 100, 1000, 90_000),
})

/** A gateway at work. */
export interface Model {
  readonly fetch: FetchLike
  /** How often the operation ran. */
  readonly executions: () => number
  /** Timers of its own that still run. */
  readonly timers: () => number
}

/**
 * Makes a gateway that takes the steps in turn and then answers as it should; a nonce that it has
 * seen never runs again.
 *
 * @param isHost - Whether it stands for a host's own fetch, whose codes prove that nothing was sent.
 */
export function createModel(steps: readonly Step[], isHost: boolean): Model {
  const nonces = new Set<string>()
  let executions = 0
  let taken = 0
  let timers = 0
  const wait = async (ms: number, signal: AbortSignal | null | undefined): Promise<void> => {
    const end = (): void => void timers--
    timers++
    await pause(ms, signal, end)
  }
  const fetch: FetchLike = async (_url, { body, signal } = {}) => {
    const step = steps[taken++] ?? { kind: 'ok', runs: true, delayMs: 0, amount: 0 }
    const form = new URLSearchParams(new TextDecoder().decode(body as Uint8Array)) // why: ours
    const nonce = String(form.get('SignatureNonce'))
    const isSeen = nonces.has(nonce)
    const runs = readRuns(step, isHost)
    if (!isSeen && (runs === 'runs' || (runs === 'drawn' && step.runs))) {
      nonces.add(nonce)
      executions++
    }
    await wait(step.delayMs, step.kind === 'ignores the abort' ? null : signal)
    return isSeen ? gateway('SignatureNonceUsed') : respond(step, signal)
  }
  return { fetch, executions: () => executions, timers: () => timers }
}

function readRuns({ kind }: Step, isHost: boolean): Runs {
  if (kind in ANSWERS) return ANSWERS[kind as keyof typeof ANSWERS][0] // why: it is in it
  if (!(kind in REJECTIONS)) return 'drawn'
  // Through somebody else's fetch a refusal may be that of a second try.
  return isHost ? REJECTIONS[kind as keyof typeof REJECTIONS][0] : 'drawn' // why: it is in it
}

function respond(step: Step, signal: AbortSignal | null | undefined): Response | Promise<Response> {
  const { kind } = step
  if (kind in ANSWERS) return (ANSWERS[kind as keyof typeof ANSWERS][1] as Make)(step) // why: so
  if (kind === 'stalled body') return new Response(stream(() => {}))
  if (kind === 'no answer') return pause(Infinity, signal)
  if (kind === 'ignores the abort') return pause(Infinity, null)
  const code = REJECTIONS[kind as keyof typeof REJECTIONS][1] // why: nothing else is left
  throw dropped({ code })
}

/** Waits; an abort ends it, as it ends a host's fetch. The timer goes on. */
function pause(
  ms: number,
  signal: AbortSignal | null | undefined,
  onTimer: () => void = () => {},
): Promise<never> {
  return new Promise<never>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason))
    const end = (): void => {
      onTimer()
      resolve(undefined as never) // why: who waits for ever never sees it
    }
    if (ms < Infinity) setTimeout(end, ms)
  })
}

function stream(act: (controller: ReadableStreamDefaultController) => void): ReadableStream {
  return new ReadableStream({
    pull(controller) {
      act(controller)
      return new Promise(() => {})
    },
  })
}

function dropped(fields: object): Error {
  const cause = Object.assign(new Error(text), fields, { request: text })
  return Object.assign(new TypeError(`fetch failed: ${text}`), { cause })
}

function api(fields: object, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json({ RequestId: 'R-1', ...fields }, { status, headers })
}

function gateway(code: string, headers: Record<string, string> = {}, status = 400): Response {
  const Message = `server string to sign is:${text}`
  return api({ HostId: 'saf.aliyuncs.com', Code: code, Message }, status, headers)
}

function html(status: number): Response {
  return new Response(`<html>${text}</html>`, { status, headers: { 'content-type': 'text/html' } })
}
