/**
 * What a client is made with: checked once, defaulted once, frozen.
 *
 * @module
 */
import { jsonFormat } from './codec/json.ts'
import type { AnswerFormat } from './codec/json.ts'
import { check, checkKeyPart, checkObject, isObject, quote } from './codec/check.ts'
import type { HmacSha1 } from './crypto/hmac.ts'
import { webHmacSha1 } from './crypto/web.ts'
import type { SafEvent } from './events.ts'
import { systemPlatform } from './platform/index.ts'
import type { Platform } from './platform/index.ts'
import { createRpcSigner } from './request.ts'
import type { RequestSigner } from './sign/signer.ts'
import type {
  CallOptions,
  Credentials,
  CredentialsFunction,
  FetchLike,
  RateLimiter,
  RetryOptions,
} from './types.ts'

/** Options that every client takes. */
export interface ClientOptions {
  /** The AccessKey ID; with `accessKeySecret`, or give `credentials`. */
  readonly accessKeyId?: string | undefined
  /** Its secret, kept in a closure and never shown. */
  readonly accessKeySecret?: string | undefined
  /** The token of an STS triple. */
  readonly securityToken?: string | undefined
  /**
   * Asked for credentials before every attempt; used instead of the pair. Asked once more, with
   * `forceRefresh`, when the gateway says that the token has expired.
   */
  readonly credentials?: CredentialsFunction | undefined
  /** Allows endpoints outside aliyuncs.com, and http to loopback. @defaultValue false */
  readonly allowCustomEndpoint?: boolean | undefined
  /** How answers are asked for and read. @defaultValue JSON */
  readonly format?: AnswerFormat | undefined
  /** The HMAC-SHA1 implementation. @defaultValue `webHmacSha1` */
  readonly hmac?: HmacSha1 | undefined
  /** How requests are signed. @defaultValue RPC signature 1.0: HMAC-SHA1 */
  readonly signer?: RequestSigner | undefined
  /** The clock and the nonces. @defaultValue `systemPlatform` */
  readonly platform?: Platform | undefined
  /** Sends the requests. @defaultValue the host's `fetch` at the time of the call */
  readonly fetch?: FetchLike | undefined
  /** Milliseconds for a whole call, from its start to the last byte. @defaultValue 15000 */
  readonly timeoutMs?: number | undefined
  /** What may be tried again; `false` sends one request. @defaultValue see {@link RetryOptions} */
  readonly retry?: false | RetryOptions | undefined
  /** Waits for a turn before each request: one purchased rate, shared by all who call. */
  readonly limiter?: RateLimiter | undefined
  /**
   * What follows when the limiter fails or says nothing for two seconds: `'open'` sends anyway,
   * `'closed'` fails with `ERR_SAF_LIMITED`.
   *
   * @defaultValue 'open'
   */
  readonly onLimiterError?: 'open' | 'closed' | undefined
  /** Is told what happens: names, codes, sizes, times; never contents. It cannot break a call. */
  readonly onEvent?: ((event: SafEvent) => void) | undefined
  /**
   * Decoded bytes of an answer read before giving up; never less than twice the request and
   * 64 KiB, since a wrong secret is answered with the whole string to sign.
   *
   * @defaultValue 1048576
   */
  readonly maxResponseBytes?: number | undefined
  /** Lets a page use a long-lived secret, which every visitor can read. @defaultValue false */
  readonly dangerouslyAllowBrowser?: boolean | undefined
}

/** {@link RetryOptions} with every default filled in. */
export interface RetryPolicy {
  readonly maxAttempts: number
  readonly ambiguous: 'fail' | 'replay'
  readonly attemptTimeoutMs: number | undefined
  readonly quota: boolean
  readonly internal: boolean
  readonly canRefresh: boolean
}

/** A client's options after checking. It holds secrets: it never leaves a closure. */
export interface Config {
  /** An origin with a slash. */
  readonly url: string
  readonly version: string
  readonly credentials: CredentialsFunction
  readonly checkCredentials: (credentials: Credentials) => Credentials
  readonly format: AnswerFormat
  readonly hmac: HmacSha1
  readonly signer: RequestSigner
  readonly platform: Platform
  readonly fetch: FetchLike | undefined
  readonly timeoutMs: number
  readonly retry: RetryPolicy
  readonly maxResponseBytes: number
  readonly limiter: RateLimiter | undefined
  readonly onLimiterError: 'open' | 'closed'
  readonly onEvent: ((event: SafEvent) => void) | undefined
}

/** The place that is called. */
export interface Target {
  readonly url: string
  readonly version: string
}

/** A timer's longest wait, in milliseconds: longer ones fire at once. */
const MAX_TIMEOUT_MS = 2_147_483_647

/**
 * Checks a client's options and fills in the defaults.
 *
 * @throws TypeError naming the option; RangeError for a number out of range. A secret is never shown.
 */
export function resolveOptions(options: ClientOptions, target: Target): Config {
  const { dangerouslyAllowBrowser, format = jsonFormat, hmac = webHmacSha1 } = options
  const { credentials, fetch, platform = systemPlatform } = options
  const { limiter, onEvent, onLimiterError = 'open', signer = createRpcSigner } = options
  const { now, nonce } = Object(platform)
  checkFunctions({
    hmac,
    signer,
    'platform.now': now,
    'platform.nonce': nonce,
    'format.parse': Object(format).parse,
    // What may be left out is checked only when it is there.
    credentials: credentials ?? now,
    fetch: fetch ?? now,
    onEvent: onEvent ?? now,
    'limiter.reserve': limiter === undefined ? now : Object(limiter).reserve,
  })
  checkOneOf('onLimiterError', onLimiterError, ['open', 'closed'])
  const isHarmless = dangerouslyAllowBrowser === true || isLoopback(new URL(target.url).hostname)
  const checkCredentials = (given: Credentials): Credentials => {
    const checked = readCredentials(given)
    const isPage = 'window' in globalThis && 'document' in globalThis
    if (isPage && !isHarmless && !checked.securityToken) {
      throw new TypeError(
        '"accessKeySecret" is a long-lived secret, and every visitor of this page could read it: ' +
          'call from a server, or set "dangerouslyAllowBrowser"',
      )
    }
    return checked
  }
  const pair = credentials ? undefined : checkCredentials(options as Credentials) // why: checks it
  return Object.freeze({
    ...target,
    credentials: credentials ?? (() => pair as Credentials), // why: there when no function is
    checkCredentials,
    format,
    hmac,
    signer,
    platform,
    fetch,
    timeoutMs: readTimeout('timeoutMs', options.timeoutMs, 15_000),
    retry: readRetry(options.retry, credentials !== undefined),
    maxResponseBytes: readInteger('maxResponseBytes', options.maxResponseBytes, 2 ** 20),
    limiter,
    onLimiterError,
    onEvent,
  })
}

function checkFunctions(functions: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(functions)) {
    check(typeof value === 'function', name, 'function', value)
  }
}

/** Checks one of a few words. */
export function checkOneOf(name: string, value: unknown, known: readonly string[]): void {
  const isKnown = known.includes(value as string) // why: looked for, not used
  check(isKnown, name, `'${known.join("' or '")}'`, value)
}

/** Checks a positive integer; the fallback stands for undefined. */
export function readInteger<F extends number | undefined>(
  name: string,
  value: unknown,
  fallback: F,
): number | F {
  if (value === undefined) return fallback
  check(typeof value === 'number', name, 'positive integer', value)
  if (Number.isSafeInteger(value) && value > 0) return value
  throw new RangeError(`"${name}" expected positive integer, got ${value}`)
}

/** Checks a number of milliseconds that a timer can wait; the fallback stands for undefined. */
export function readTimeout<F extends number | undefined>(
  name: string,
  value: unknown,
  fallback: F,
): number | F {
  const ms = readInteger(name, value, fallback)
  if (ms === undefined || ms <= MAX_TIMEOUT_MS) return ms
  throw new RangeError(`"${name}" expected at most ${MAX_TIMEOUT_MS}, got ${ms}`)
}

/** Checks what one call is given besides; its `timeoutMs` is checked when it is used. */
export function readCallOptions(options: CallOptions = {}): CallOptions {
  checkObject(options, 'options')
  const { signal } = options
  const isSignal = typeof Object(signal).addEventListener === 'function'
  check(signal === undefined || isSignal, 'signal', 'AbortSignal', signal)
  return options
}

/** Reads an https origin that `isAllowed` accepts, or any safe one with `allowCustomEndpoint`. */
export function readEndpoint(
  endpoint: string,
  allowCustom: boolean | undefined,
  isAllowed: (host: string) => unknown,
): string {
  // Checked as text first: a parser drops an empty user, white space and back-slashes.
  const isOrigin = typeof endpoint === 'string' && /^https?:\/\/[^\s/@\\?#]+\/?$/.test(endpoint)
  check(isOrigin && URL.canParse(endpoint), 'endpoint', 'https origin without a path', endpoint)
  const { host, hostname, href, protocol } = new URL(endpoint)
  const isSecure = protocol === 'https:'
  if (isSecure && isAllowed(host)) return href
  if (allowCustom === true && (isSecure || isLoopback(hostname))) return href
  throw new TypeError(
    `"endpoint" ${quote(host)} is not the vendor's: your own needs "allowCustomEndpoint", and https`,
  )
}

/**
 * One or two labels before `aliyuncs.com`; `oss*` and `fc` hosts are strangers' buckets and
 * functions, which anybody can open.
 */
export function isProductHost(host: string): boolean {
  return /^([a-z\d-]+\.){1,2}aliyuncs\.com$/.test(host) && !/(^|\.)(oss[^.]*|fc)\./.test(host)
}

function isLoopback(hostname: string): boolean {
  return /^(127(\.\d+){3}|(.+\.)?localhost|\[::1\])$/.test(hostname)
}

function readCredentials(given: Credentials): Credentials {
  checkObject(given, 'credentials')
  const { accessKeyId, accessKeySecret, securityToken } = given
  const token = securityToken === undefined ? undefined : { securityToken }
  const checked = { accessKeyId, accessKeySecret, ...token }
  for (const [name, value] of Object.entries(checked)) checkKeyPart(value, name)
  return checked
}

function readRetry(retry: false | RetryOptions = {}, canRefresh: boolean): RetryPolicy {
  check(retry === false || isObject(retry), 'retry', 'false or object', retry)
  const given: RetryOptions = retry || { maxAttempts: 1 }
  const { ambiguous = 'fail', attemptTimeoutMs, maxAttempts } = given
  checkOneOf('retry.ambiguous', ambiguous, ['fail', 'replay'])
  return {
    maxAttempts: readInteger('retry.maxAttempts', maxAttempts, 3),
    ambiguous,
    attemptTimeoutMs: readTimeout('retry.attemptTimeoutMs', attemptTimeoutMs, undefined),
    quota: given.quota === true,
    internal: given.internal === true,
    canRefresh,
  }
}
