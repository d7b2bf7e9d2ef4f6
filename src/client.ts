/**
 * `createRpcClient`: any RPC-style product. Options → request → sign → transport → response.
 * Exported by `saf-edge`.
 *
 * @module
 */
import { check, checkText, isObject } from './codec/check.ts'
import { flatten } from './codec/flatten.ts'
import type { Params } from './codec/flatten.ts'
import type { Outcome } from './errors.ts'
import type { Again, Proof } from './flow.ts'
import type { CallFacts, Result } from './gateway.ts'
import { readEndpoint, readTimeout, resolveOptions } from './options.ts'
import type { ClientOptions, Config } from './options.ts'
import { readElapsed } from './platform/clock.ts'
import { randomFraction } from './platform/nonce.ts'
import { createSigner, requireFree } from './request.ts'
import type { SignedRequest, Signer } from './request.ts'
import type { FormParams } from './sign/encode-form.ts'
import { readSent, timeoutFailure } from './response.ts'
import type { Answer } from './response.ts'
import { startDeadline } from './transport/deadline.ts'
import type { Deadline } from './transport/deadline.ts'
import { sendOnce } from './transport/index.ts'
import { readProof } from './transport/network.ts'
import { decideRetry } from './transport/retry.ts'
import type { CallOptions } from './types.ts'

/** Options of {@link createRpcClient}. */
export interface RpcClientOptions extends ClientOptions {
  /** An https origin with one or two labels before `aliyuncs.com`. */
  readonly endpoint: string
  /** The product's API version, such as `2014-05-26`. */
  readonly version: string
}

/** An answer as it came, with its wire names. */
export interface RpcAnswer {
  readonly RequestId?: string
  readonly [name: string]: unknown
}

/** A client of one RPC-style product. */
export interface RpcClient {
  /**
   * Calls an action by POST and resolves its answer, unjudged but for the gateway's errors.
   *
   * @param action - The action's name, such as `DescribeRegions`.
   * @param params - Its parameters; nested ones flatten as `Key.1.Sub`, null and undefined drop.
   * @throws TypeError for parameters that cannot be sent; a `SafError` for what fails later.
   */
  readonly call: (action: string, params?: Params, options?: CallOptions) => Promise<RpcAnswer>
}

/** Turns a product's answer into a value or an error, inside the retry loop. */
export type Judge<T> = (answer: Answer, before: CallFacts) => Result<T>

/** One call, checked and flat. */
export interface Call<T> {
  readonly action: string
  /** Makes the flat parameters: within the deadline, before anything is signed. */
  readonly params: () => FormParams | Promise<FormParams>
  readonly judge: Judge<T>
  readonly options?: CallOptions | undefined
}

/** Makes calls with one client's options. */
export type Caller = <T>(call: Call<T>) => Promise<T>

/**
 * Creates a client for any RPC-style product of the vendor.
 *
 * @param options - Endpoint, version, credentials, and what is in {@link ClientOptions}.
 * @throws TypeError or RangeError naming the option that is wrong.
 * @example
 * ```ts
 * import { createRpcClient } from 'saf-edge'
 *
 * const ecs = createRpcClient({
 *   endpoint: 'https://ecs.aliyuncs.com',
 *   version: '2014-05-26',
 *   accessKeyId: 'id',
 *   accessKeySecret: 'secret',
 *   fetch: async () => Response.json({ RequestId: 'R', Regions: {} }),
 * })
 * console.log((await ecs.call('DescribeRegions')).RequestId) // R
 * ```
 */
export function createRpcClient(options: RpcClientOptions): RpcClient {
  check(isObject(options), 'options', 'object', options)
  checkText(options.version, 'version')
  const url = readEndpoint(options.endpoint, options.allowCustomEndpoint, isProductHost)
  const call = createCaller(resolveOptions(options, { url, version: options.version }))
  return {
    async call(action, params = {}, callOptions) {
      checkText(action, 'action')
      const flat = flatten(params)
      requireFree(flat)
      return call({ action, params: () => flat, judge: acceptAny, options: callOptions })
    },
  }
}

/**
 * One or two labels before `aliyuncs.com`; `oss*` and `fc` hosts are strangers' buckets and
 * functions, which anybody can open.
 */
function isProductHost(host: string): boolean {
  return /^([a-z\d-]+\.){1,2}aliyuncs\.com$/.test(host) && !/(^|\.)(oss[^.]*|fc)\./.test(host)
}

function acceptAny({ envelope }: Answer): Result<RpcAnswer> {
  return { value: envelope }
}

/** What a client remembers between calls: values only, never pending work. */
interface Client {
  readonly config: Config
  readonly sign: Signer
  /** How far the gateway's clock was ahead when it last said so, in milliseconds. */
  skewMs: number
}

/** What one call has been through. */
interface Progress {
  attempts: number
  /** The worst outcome among the attempts that were answered or never left. */
  earlier: Outcome
  /** A request is under way, or one may have run: then only its bytes may be sent again. */
  isPending: boolean
}

/** Creates the caller that `createRpcClient` and `createSaf` share. */
export function createCaller(config: Config): Caller {
  const sign = createSigner(config.hmac)
  const client: Client = { config, sign, skewMs: 0 }
  return async (call) => {
    const { signal, timeoutMs } = readCallOptions(call.options)
    const deadline = startDeadline(readTimeout('timeoutMs', timeoutMs, config.timeoutMs), signal)
    const progress: Progress = { attempts: 0, earlier: 'not-executed', isPending: false }
    try {
      return await callUntilDone({ client, call, deadline }, progress)
    } catch (error) {
      if (!deadline.isExpired() || error !== deadline.signal.reason) throw error
      const { attempts, earlier, isPending } = progress
      const outcome = isPending ? 'unknown' : 'not-executed'
      throw timeoutFailure({ attempts, earlier }, outcome).error
    } finally {
      deadline.end()
    }
  }
}

interface Run<T> {
  readonly client: Client
  readonly call: Call<T>
  readonly deadline: Deadline
}

async function callUntilDone<T>(run: Run<T>, progress: Progress): Promise<T> {
  const { client, call, deadline } = run
  const done = new Set<Again['kind']>()
  deadline.throwIfOver()
  const params = await deadline.race(call.params())
  let request = await signNow(run, params)
  for (;;) {
    deadline.throwIfOver()
    const isUnknown = progress.isPending
    progress.isPending = true
    const { earlier } = progress
    const attempts = ++progress.attempts
    const facts: CallFacts = { attempts, earlier: isUnknown ? 'unknown' : earlier }
    const raw = await attempt(run, request, facts)
    // A complete answer settles an unknown attempt before it: both had the same bytes.
    const result = raw.error ? raw : call.judge(raw.value, { attempts, earlier })
    if (!result.error) return result.value
    const { again, error, skewMs = client.skewMs } = result
    client.skewMs = skewMs
    const ageMs = readElapsed() - request.signedAt
    const remainingMs = deadline.remainingMs()
    const state = { attempts, isUnknown, done, ageMs, remainingMs, random: randomFraction() }
    const next = decideRetry(again, state, client.config.retry)
    if (!next) throw error
    done.add(next.kind)
    progress.isPending = error.outcome === 'unknown'
    if (!progress.isPending) progress.earlier = error.outcome
    await deadline.sleep(next.waitMs)
    if (!progress.isPending) request = await signNow(run, params, next.kind === 'token')
  }
}

async function signNow(
  { client, call, deadline }: Run<unknown>,
  params: FormParams,
  forceRefresh?: boolean,
): Promise<Stamped> {
  const { config, sign, skewMs } = client
  const { format, platform, version } = config
  const spec = { action: call.action, version, format: format.name, params }
  const credentials = config.checkCredentials(
    await deadline.race(config.credentials({ forceRefresh })),
  )
  const atEpochMs = platform.now() + skewMs
  const signed = await deadline.race(
    sign(spec, { credentials, atEpochMs, nonce: platform.nonce() }),
  )
  return { ...signed, skewMs, signedAt: readElapsed() }
}

async function attempt(
  { client, deadline: parent }: Run<unknown>,
  { body, headers, stringToSign, skewMs }: Stamped,
  facts: CallFacts,
): Promise<Result<Answer>> {
  const { fetch, format, maxResponseBytes, platform, retry, url } = client.config
  const maxBytes = Math.max(maxResponseBytes, 2 * body.length + 65_536)
  const deadline = startDeadline(retry.attemptTimeoutMs, parent.signal, parent)
  const nowEpochMs = platform.now()
  const prove = (error: unknown): Proof => (fetch ? 'nothing' : readProof(error))
  const reading = { facts, format, stringToSign, nowEpochMs, skewMs, readProof: prove }
  try {
    return readSent(await sendOnce({ fetch, url, headers, body, maxBytes, deadline }), reading)
  } catch (error) {
    if (parent.signal.aborted) throw parent.signal.reason
    // Whatever a stand-in for a Response throws: the request was sent, and no answer was read.
    return deadline.isExpired()
      ? timeoutFailure(facts, 'unknown')
      : readSent({ kind: 'cut', error }, reading)
  } finally {
    deadline.end()
  }
}

/** A signed request, and when by which clock. */
interface Stamped extends SignedRequest {
  readonly skewMs: number
  readonly signedAt: number
}

function readCallOptions(options: CallOptions = {}): CallOptions {
  check(isObject(options), 'options', 'object', options)
  const { signal } = options
  const isSignal = typeof Object(signal).addEventListener === 'function'
  check(signal === undefined || isSignal, 'signal', 'AbortSignal', signal)
  return options
}
