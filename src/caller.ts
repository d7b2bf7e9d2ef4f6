/**
 * Makes one call: parameters → turn → sign → send → read → judge, again where that is safe, within
 * one deadline. What `createRpcClient` and `createSaf` share. Private.
 *
 * @module
 */
import { check } from './codec/check.ts'
import { encodeBase64 } from './crypto/base64.ts'
import { isSafError, TransportError } from './errors.ts'
import type { Outcome, SafError, SafErrorCode, SafErrorDetails } from './errors.ts'
import type { EventDetails, SafEvent } from './events.ts'
import type { Again, Proof } from './flow.ts'
import type { CallFacts, Failure, Result } from './gateway.ts'
import { readCallOptions, readTimeout } from './options.ts'
import type { Config } from './options.ts'
import { markOutcome } from './outcome.ts'
import { readElapsed } from './platform/clock.ts'
import { randomFraction } from './platform/nonce.ts'
import { readSent, timeoutFailure } from './response.ts'
import type { Answer } from './response.ts'
import type { FormParams } from './sign/encode-form.ts'
import { encodeText } from './sign/signature.ts'
import type { RequestSpec, SignedRequest, Signer } from './sign/signer.ts'
import { startDeadline } from './transport/deadline.ts'
import type { Deadline } from './transport/deadline.ts'
import { BROKEN, sendOnce } from './transport/index.ts'
import { readProof } from './transport/network.ts'
import { decideRetry } from './transport/retry.ts'
import type { Retry } from './transport/retry.ts'
import { penalizeTurns, reserveTurn } from './transport/turn.ts'
import type { CallOptions, Credentials } from './types.ts'

/**
 * Turns a product's answer into a value or an error, inside the retry loop. What it waits for ends
 * with the deadline, and then says that the answer came.
 */
export type Judge<T> = (
  answer: Answer,
  before: CallFacts,
  deadline: Deadline,
) => Result<T> | Promise<Result<T>>

/** One call, checked and flat. */
export interface Call<T> {
  readonly action: string
  /** The service of SAF. */
  readonly service?: string
  /** Makes the flat parameters: within the deadline, before anything is signed. */
  readonly params: () => FormParams | Promise<FormParams>
  readonly judge: Judge<T>
  readonly options?: CallOptions | undefined
}

/** Makes calls with one client's options. */
export type Caller = <T>(call: Call<T>) => Promise<T>

/** What a client remembers between calls: values only, never pending work. */
export interface Client {
  readonly config: Config
  readonly sign: Signer
  /** How far the gateway's clock was ahead when it last said so, in milliseconds. */
  skewMs: number
  /** Calls so far. */
  calls: number
}

/** One call under way, and what it has been through. */
interface Run<T> {
  readonly client: Client
  readonly call: Call<T>
  readonly deadline: Deadline
  readonly tell: (event: EventDetails) => void
  /** Requests sent. */
  attempts: number
  /** The worst outcome among the attempts that were answered or never left. */
  earlier: Outcome
  /** A request is under way, or one may have run: then only its bytes may be sent again. */
  isPending: boolean
}

/** A signed request, and when by which clock. */
interface Stamped extends SignedRequest {
  readonly skewMs: number
  readonly signedAt: number
  /** Whose turn it takes at the limiter. */
  readonly turn: string
}

/** A refusal without a wish of its own holds everybody back for so long, in milliseconds. */
const REFUSED_MS = 1000

/** Turns that one request books at most, and when one of them is missed. */
const MAX_BOOKINGS = 3
const LATE_MS = 50

/** Creates a client that has made no call yet. */
export function createClient(config: Config): Client {
  const sign = config.signer(config)
  check(typeof sign === 'function', 'signer', 'function that gives one', sign)
  return { config, sign, skewMs: 0, calls: 0 }
}

/** Creates the caller of a client. */
export function createCaller(config: Config, client: Client = createClient(config)): Caller {
  return async (call) => {
    const { signal, timeoutMs } = readCallOptions(call.options)
    const deadline = startDeadline(readTimeout('timeoutMs', timeoutMs, config.timeoutMs), signal)
    const run = startRun(client, call, deadline)
    try {
      const value = await callUntilDone(run)
      run.tell({ type: 'done', ok: true })
      return value
    } catch (caught) {
      const { attempts, earlier, isPending } = run
      const outcome = isPending ? 'unknown' : 'not-executed'
      const { reason } = deadline.signal
      const isLate = deadline.isExpired() && caught === reason
      const error = isLate ? timeoutFailure({ attempts, earlier }, outcome).error : caught
      // An abort's reason may belong to many calls, or be the error of another one.
      const known: Partial<SafError> = isSafError(error) && error !== reason ? error : {}
      const { code, outcome: told = isPending ? outcome : earlier } = known
      run.tell({ type: 'done', ok: false, code, outcome: told })
      if (!code && error !== reason) markOutcome(error, told)
      throw error
    } finally {
      deadline.end()
    }
  }
}

function startRun<T>(client: Client, call: Call<T>, deadline: Deadline): Run<T> {
  const { onEvent } = client.config
  const startedAt = readElapsed()
  const { action, service } = call
  const number = ++client.calls
  const run: Run<T> = {
    client,
    call,
    deadline,
    tell(details) {
      if (!onEvent) return
      const elapsedMs = readElapsed() - startedAt
      const base = { call: number, action, service, attempts: run.attempts, elapsedMs }
      // A hook that throws or rejects changes nothing.
      const tellOnce = async (): Promise<void> => onEvent({ ...base, ...details } as SafEvent) // why: each details is an event's
      tellOnce().catch(() => {})
    },
    attempts: 0,
    earlier: 'not-executed',
    isPending: false,
  }
  return run
}

async function callUntilDone<T>(run: Run<T>): Promise<T> {
  const { client, call, deadline, tell } = run
  const done = new Set<Again['kind']>()
  deadline.throwIfOver()
  const params = await deadline.race(call.params())
  let request = await signNow(run, params)
  for (;;) {
    const isUnknown = run.isPending
    const result = await attempt(run, request)
    if (!result.error) return result.value
    const { again, error, skewMs = client.skewMs } = result
    client.skewMs = skewMs
    const ageMs = readElapsed() - request.signedAt
    const remainingMs = deadline.remainingMs()
    const state = { ...run, isUnknown, done, ageMs, remainingMs, random: randomFraction() }
    const next = decideRetry(again, state, client.config.retry)
    const told = reportRefusal(run, request, { again, next })
    if (!next) {
      await told
      throw error
    }
    done.add(next.kind)
    run.isPending = error.outcome === 'unknown'
    if (!run.isPending) run.earlier = error.outcome
    tell({ type: 'retry', ...next })
    if (next.kind === 'skew') tell({ type: 'skew', skewMs })
    await deadline.sleep(next.waitMs)
    if (run.isPending) await takeTurn(run, request.turn)
    else request = await signAgain(run, params, { next, error })
  }
}

/** Sends a request once and judges what came. */
async function attempt<T>(run: Run<T>, request: Stamped): Promise<Result<T>> {
  const { call, deadline, earlier } = run
  deadline.throwIfOver()
  const before = run.isPending ? 'unknown' : earlier
  run.isPending = true
  const attempts = ++run.attempts
  const startedAt = readElapsed()
  const tell = (
    { outcome, requestId, status }: Partial<SafErrorDetails>,
    code?: SafErrorCode,
  ): void => {
    const durationMs = readElapsed() - startedAt
    const requestBytes = request.body.length
    run.tell({ type: 'attempt', durationMs, requestBytes, status, requestId, code, outcome })
  }
  try {
    const raw = await send(run, request, { attempts, earlier: before })
    // A complete answer settles an unknown attempt before it: both had the same bytes.
    const result = raw.error ? raw : await call.judge(raw.value, { attempts, earlier }, deadline)
    tell(result.error ?? (raw as { value: Answer }).value, result.error?.code) // why: one of them
    return result
  } catch (reason) {
    tell({ outcome: 'unknown' })
    throw reason
  }
}

async function send(
  { client: { config }, deadline: parent }: Run<unknown>,
  request: Stamped,
  facts: CallFacts,
): Promise<Result<Answer>> {
  const { attemptTimeoutMs } = config.retry
  const own = attemptTimeoutMs ? startDeadline(attemptTimeoutMs, parent.signal, parent) : undefined
  const deadline = own ?? parent
  const reading = {
    ...request,
    // Last, so that nothing which a signer of the caller's adds can stand in for an option.
    ...config,
    facts,
    nowEpochMs: config.platform.now(),
    readProof: (error: unknown): Proof => (config.fetch ? 'nothing' : readProof(error)),
  }
  const maxBytes = Math.max(config.maxResponseBytes, 2 * request.body.length + 65_536)
  try {
    const sent = await sendOnce({ ...reading, maxBytes, deadline, onHeaders: own?.disarm })
    return readSent(sent, reading)
  } catch (error) {
    if (parent.signal.aborted) throw parent.signal.reason
    // Whatever a stand-in for a Response throws: the request was sent, and no answer was read.
    return deadline.isExpired()
      ? timeoutFailure(facts, 'unknown')
      : readSent({ kind: 'lost', what: BROKEN, error }, reading)
  } finally {
    own?.end()
  }
}

async function signNow(
  run: Run<unknown>,
  params: FormParams,
  forceRefresh = false,
): Promise<Stamped> {
  const { call, client, deadline, tell } = run
  const { config } = client
  const askedAt = readElapsed()
  const credentials = config.checkCredentials(
    await deadline.race(config.credentials({ forceRefresh })),
  )
  if (config.retry.canRefresh) {
    tell({ type: 'credentials', durationMs: readElapsed() - askedAt, forceRefresh })
  }
  const turn = config.limiter ? await deadline.race(nameTurn(run, credentials)) : ''
  await takeTurn(run, turn)
  const { skewMs } = client
  const signed = await deadline.race(signOnce(client, { action: call.action, params }, credentials))
  check(ArrayBuffer.isView(Object(signed).body), 'signer', 'request with a body', signed)
  return { ...signed, skewMs, signedAt: readElapsed(), turn }
}

/** What is asked for. */
export type Asked = Pick<RequestSpec, 'action' | 'params' | 'method'>

/** Signs a request with a clock that is right and a nonce that is new. */
export async function signOnce(
  { config, sign, skewMs }: Client,
  asked: Asked,
  credentials: Credentials,
): Promise<SignedRequest> {
  const { format, platform, version } = config
  const moment = { credentials, atEpochMs: platform.now() + skewMs, nonce: platform.nonce() }
  return sign({ ...asked, version, format: format.name }, moment)
}

/**
 * Signs a request that somebody else sends.
 *
 * @throws TransportError when credentials do not come in time.
 */
export async function signUnsent(client: Client, asked: Asked): Promise<SignedRequest> {
  const { config } = client
  const deadline = startDeadline(config.timeoutMs)
  try {
    const credentials = config.checkCredentials(await deadline.race(config.credentials()))
    return await deadline.race(signOnce(client, asked, credentials))
  } catch (error) {
    if (!deadline.isExpired()) throw error
    throw timeoutFailure({ attempts: 0 }, 'not-executed').error
  } finally {
    deadline.end()
  }
}

/** Signs anew after a failure, which says more than that there were no credentials for another. */
async function signAgain(
  run: Run<unknown>,
  params: FormParams,
  { next, error }: { readonly next: Retry; readonly error: unknown },
): Promise<Stamped> {
  try {
    return await signNow(run, params, next.kind === 'token')
  } catch (later) {
    throw run.earlier === 'failed' && isSafError(later) ? error : later
  }
}

/**
 * Names whose turn it is: host, service, and a hash of a long-lived access key. An STS triple has
 * another identifier in each isolate, but shares what was purchased.
 */
async function nameTurn(
  { call, client }: Run<unknown>,
  { accessKeyId, securityToken }: Credentials,
): Promise<string> {
  const { hmac, url } = client.config
  const place = `${new URL(url).host}/${call.service ?? call.action}`
  if (securityToken) return place
  return `${place}/${encodeBase64(await hmac(encodeText(accessKeyId), encodeText('turn')))}`
}

/**
 * Waits for a turn at the limiter, if there is one. A busy host wakes its sleepers late and all at
 * once: whoever missed its turn books another, a few times.
 */
async function takeTurn(run: Run<unknown>, turn: string, bookings = MAX_BOOKINGS): Promise<void> {
  const { attempts, client, deadline, earlier, isPending, tell } = run
  const { limiter, onLimiterError } = client.config
  if (!limiter) return
  const booked = await reserveTurn(limiter, turn, deadline)
  const bookedAt = readElapsed()
  const waitMs = booked ? (booked.ok ? booked.waitMs : booked.retryAfterMs) : 0
  if (!booked || waitMs > 0) {
    tell({ type: 'throttled', by: booked ? 'limiter' : 'limiter-failed', waitMs })
  }
  if (booked?.ok || (!booked && onLimiterError === 'open')) {
    if (waitMs === 0) return
    await deadline.sleep(waitMs)
    const isLate = readElapsed() - bookedAt - waitMs > LATE_MS
    return isLate && bookings > 1 ? takeTurn(run, turn, bookings - 1) : undefined
  }
  const message = booked
    ? `"limiter" has no turn in time: try again in ${Math.ceil(waitMs)} ms`
    : `"limiter" failed, and "onLimiterError" is 'closed'`
  throw new TransportError('ERR_SAF_LIMITED', message, {
    attempts,
    earlier: isPending ? 'unknown' : earlier,
    outcome: 'not-executed',
    retryable: true,
  })
}

/** Tells that the gateway refused for being called too often. */
async function reportRefusal(
  { client, deadline, tell }: Run<unknown>,
  { turn }: Stamped,
  { again, next }: Pick<Failure, 'again'> & { readonly next: Retry | undefined },
): Promise<void> {
  if (again?.kind !== 'throttled' && again?.kind !== 'quota') return
  const waitMs = next?.waitMs ?? Math.max(again.afterMs ?? 0, REFUSED_MS)
  tell({ type: 'throttled', by: again.kind === 'quota' ? 'quota' : 'gateway', waitMs })
  await penalizeTurns(client.config.limiter, [turn, waitMs], deadline)
}
