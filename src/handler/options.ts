/**
 * What a front door is made with: checked once, defaulted once.
 *
 * @module
 */
import { check, checkText, isObject } from '../codec/check.ts'
import type { Outcome } from '../errors.ts'
import { readInteger, readTimeout } from '../options.ts'
import type { RateLimiter } from '../types.ts'
import type { ProblemCode } from './problem.ts'
import type { IdempotencyStore } from './store.ts'

/** What a page may be told besides `passed`, `decision` and `requestId`. */
export type Revealable = 'score' | 'faceAttack' | 'retCode' | 'retCodeSub' | 'retMessage'

/** What is used of a verdict. */
export interface Verdict extends Readonly<Partial<Record<Revealable, unknown>>> {
  /** True only when it is beyond doubt. */
  readonly passed: boolean
  /** What the verification decided, such as `mismatch`. */
  readonly decision: string
  /** The gateway's name for the request. */
  readonly requestId: string
}

/** What is used of a client: `createSaf` makes one. */
export interface FaceVerifier {
  /** Makes one paid call. */
  readonly verifyFace: (
    input: {
      readonly refFaceContent: Uint8Array
      readonly authFaceContent: Uint8Array
      readonly resourceCode: string
    },
    options: { readonly timeoutMs: number },
  ) => Promise<Verdict>
}

/** Where records are kept, and how. */
export interface IdempotencyOptions {
  /** Where the records are kept. */
  readonly store: IdempotencyStore
  /**
   * Keys the HMACs in the records, besides the subject and the Idempotency-Key, which no record
   * holds either. The same on every isolate and machine. Without it, a record is as hard to guess
   * as its Idempotency-Key; give one if your pages' keys are not random.
   */
  readonly secret?: string | undefined
  /** Milliseconds until a record is forgotten, and its key free. @defaultValue 86400000, a day */
  readonly keepMs?: number | undefined
}

/** Who calls; or a refusal: an answer of your own, or anything empty for a plain 403. */
export type Authorization = string | Response | null | undefined | false

/**
 * A value, or a function that makes it of a Worker's `env`: called once for each `env`, or once and
 * for all if it declares no parameter (its `length` is 0). In Deno and Bun, and in Hono on Node,
 * give a value or such a function: what these pass instead of an `env` may be another object with
 * each request, and a store or limiter that is made anew knows nothing of earlier requests.
 */
export type FromEnv<T, Env> = T | ((env: Env) => T)

/** Options of `createVerifyHandler`. */
export interface VerifyHandlerOptions<Env = unknown> {
  /** The client that makes the paid call. */
  readonly saf: FromEnv<FaceVerifier, Env>
  /**
   * Tells who calls: a name that stays the same for one user, such as an account's number as text.
   * Gets the request without its body. What it throws, and silence, are refusals.
   */
  readonly authorize: (request: Request, env: Env) => Authorization | Promise<Authorization>
  /**
   * The pages that may call, such as `https://shop.example`, or an app's, such as
   * `capacitor://localhost`: what the browser sends as `Origin`. There is no wildcard.
   */
  readonly allowedOrigins: FromEnv<readonly string[], Env>
  /** Counts verifications per subject, before anything of the body is read. @defaultValue none */
  readonly limiter?: FromEnv<RateLimiter, Env> | undefined
  /** What happens when `limiter` fails: go on, or refuse. @defaultValue 'open' */
  readonly onLimiterError?: 'open' | 'closed' | undefined
  /** Keeps what came of each Idempotency-Key. */
  readonly idempotency: FromEnv<IdempotencyStore | IdempotencyOptions, Env>
  /** Bytes of a body, as they arrive. @defaultValue 6291456: two photos of 2 MiB in base64 */
  readonly maxBodyBytes?: number | undefined
  /** Bytes of one photo; not more than the client's `maxPhotoBytes`. @defaultValue 2097152 */
  readonly maxPhotoBytes?: number | undefined
  /** Width times height of one photo. @defaultValue 50000000: what phones write */
  readonly maxPhotoPixels?: number | undefined
  /** The resource codes a page may ask for. @defaultValue any eight digits */
  readonly resourceCodes?: readonly string[] | undefined
  /** What a page is told besides `passed`, `decision` and `requestId`. @defaultValue nothing */
  readonly reveal?: readonly Revealable[] | undefined
  /** Request headers a page may send besides content-type, idempotency-key and authorization. */
  readonly allowedHeaders?: readonly string[] | undefined
  /** Milliseconds until the whole body must have arrived. @defaultValue 30000 */
  readonly bodyTimeoutMs?: number | undefined
  /** Milliseconds `authorize`, `limiter` and the store may take, each. @defaultValue 5000 */
  readonly stepTimeoutMs?: number | undefined
  /** Milliseconds of the paid call, instead of the client's own. @defaultValue 15000 */
  readonly timeoutMs?: number | undefined
  /** Hears of each answer, and of each part that failed; its own failure is dropped. */
  readonly onEvent?: ((event: HandlerEvent) => void) | undefined
}

/** A request was answered: its last event. */
export interface Answered {
  /** Tells this event from the others. */
  readonly type: 'answered'
  /** The HTTP status. */
  readonly status: number
  /** Milliseconds from the request to its answer. */
  readonly durationMs: number
  /** The problem; absent when the answer is a verdict, a preflight's, or your own refusal. */
  readonly code?: ProblemCode | undefined
  /** Whether the paid call ran, when the answer is a problem and that is decided. */
  readonly outcome?: Outcome | undefined
  /** Whether it was kept of an earlier request. */
  readonly isReplay: boolean
}

/** A part of yours failed. */
export interface Failed {
  /** Tells this event from the others. */
  readonly type: 'failed'
  /** Which part; `call` is the client, `context` is `waitUntil`. */
  readonly part: 'options' | 'authorize' | 'limiter' | 'store' | 'call' | 'context'
  /**
   * What it threw. Of `limiter`, `store` and `call` its name and code alone, unless it is a
   * `SafError`: the rest may hold subjects, keys or photos. JSON shows nothing of most errors: log
   * it by itself.
   */
  readonly error: unknown
}

/** What `onEvent` is told, told apart by `type`: no photo, no subject, no key. */
export type HandlerEvent = Answered | Failed

/** Options after checking; what depends on `env` is still to be made. */
export interface Config<Env> {
  readonly options: VerifyHandlerOptions<Env>
  readonly saf: (env: Env) => FaceVerifier
  readonly allowedOrigins: (env: Env) => readonly string[]
  readonly limiter: (env: Env) => RateLimiter | undefined
  readonly idempotency: (env: Env) => IdempotencyStore | IdempotencyOptions
  readonly onLimiterError: 'open' | 'closed'
  readonly maxBodyBytes: number
  readonly maxPhotoBytes: number
  readonly maxPhotoPixels: number
  readonly resourceCodes: readonly string[] | undefined
  readonly reveal: readonly Revealable[]
  readonly allowedHeaders: readonly string[]
  readonly bodyTimeoutMs: number
  readonly stepTimeoutMs: number
  readonly timeoutMs: number
  /** Milliseconds after which the call is given up, whatever the client does. */
  readonly callTimeoutMs: number
  /** Milliseconds a record is held: longer than the call and what the store can take. */
  readonly leaseMs: number
}

/** What depends on `env`. It holds secrets: it never leaves a closure. */
export interface Parts {
  readonly saf: FaceVerifier
  readonly limiter: RateLimiter | undefined
  readonly store: IdempotencyStore
  readonly secret: string
  readonly keepMs: number
}

const REVEALABLE: readonly string[] = ['score', 'faceAttack', 'retCode', 'retCodeSub', 'retMessage']

const DAY_MS = 86_400_000

/** Milliseconds a client may take beyond its own deadline before it is given up. */
const GRACE_MS = 1000

const HEADERS = ['content-type', 'idempotency-key', 'authorization']

/** A header's name (RFC 9110 section 5.6.2). */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/

/**
 * Checks the options and fills in the defaults. What needs no `env` is made once, to be checked at
 * once.
 *
 * @throws TypeError or RangeError naming the option.
 */
export function readOptions<Env>(options: VerifyHandlerOptions<Env>): Config<Env> {
  check(isObject(options), 'options', 'object', options)
  const { authorize, onEvent, onLimiterError = 'open', resourceCodes, reveal = [] } = options
  check(typeof authorize === 'function', 'authorize', 'function', authorize)
  check(onEvent === undefined || typeof onEvent === 'function', 'onEvent', 'function', onEvent)
  const isKnown = onLimiterError === 'open' || onLimiterError === 'closed'
  check(isKnown, 'onLimiterError', "'open' or 'closed'", onLimiterError)
  checkList(reveal, 'reveal', (name) => REVEALABLE.includes(name), REVEALABLE.join(', '))
  const { allowedHeaders = [] } = options
  checkList(allowedHeaders, 'allowedHeaders', (name) => TOKEN.test(name), 'header names')
  const isCode = (code: string): boolean => /^\d{8}$/.test(code)
  if (resourceCodes) checkList(resourceCodes, 'resourceCodes', isCode, 'codes of eight digits')
  const stepTimeoutMs = readTimeout('stepTimeoutMs', options.stepTimeoutMs, 5000)
  const timeoutMs = readTimeout('timeoutMs', options.timeoutMs, 15_000)
  const callTimeoutMs = timeoutMs + GRACE_MS
  // The claim, the call, and two attempts to keep what came of it.
  const leaseMs = callTimeoutMs + 3 * stepTimeoutMs
  if (typeof options.idempotency !== 'function')
    readKeepMs(Object(options.idempotency).keepMs, leaseMs)
  return {
    options,
    saf: fromEnv('saf', options.saf),
    allowedOrigins: fromEnv('allowedOrigins', options.allowedOrigins),
    limiter: fromEnv('limiter', options.limiter),
    idempotency: fromEnv('idempotency', options.idempotency),
    onLimiterError,
    resourceCodes,
    reveal: [...reveal],
    allowedHeaders: [...HEADERS, ...allowedHeaders],
    maxBodyBytes: readInteger('maxBodyBytes', options.maxBodyBytes, 6 * 2 ** 20),
    maxPhotoBytes: readInteger('maxPhotoBytes', options.maxPhotoBytes, 2 ** 21),
    maxPhotoPixels: readInteger('maxPhotoPixels', options.maxPhotoPixels, 50_000_000),
    bodyTimeoutMs: readTimeout('bodyTimeoutMs', options.bodyTimeoutMs, 30_000),
    stepTimeoutMs,
    timeoutMs,
    callTimeoutMs,
    leaseMs,
  }
}

/**
 * Makes what depends on `env`, but for the pages that may call: so that what is wrong with the rest
 * reaches the page.
 *
 * @throws TypeError naming the option whose function gave something else, or what that threw.
 */
export function makeParts<Env>(config: Config<Env>, env: Env): Parts {
  const idempotency = config.idempotency(env)
  const records: IdempotencyOptions = 'store' in idempotency ? idempotency : { store: idempotency }
  const { store, secret = '', keepMs } = records
  return {
    saf: config.saf(env),
    limiter: config.limiter(env),
    store,
    secret,
    keepMs: readKeepMs(keepMs, config.leaseMs),
  }
}

/** A record that is forgotten while its call runs would let a second one through. */
function readKeepMs(given: unknown, leaseMs: number): number {
  const keepMs = readInteger('keepMs', given, DAY_MS)
  if (keepMs > leaseMs) return keepMs
  throw new RangeError(
    `"keepMs" expected more than ${leaseMs}, what a call can take, got ${keepMs}`,
  )
}

/**
 * Checks a part that is a value, and prepares to make one that is not, once for each `env`; what
 * throws is tried again. Functions are told from values by their type: no part is one itself.
 */
function fromEnv<T extends object | undefined, Env>(
  name: keyof typeof checkPart,
  given: FromEnv<T, Env>,
): (env: Env) => T {
  if (typeof given !== 'function') {
    checkPart[name](given)
    return () => given
  }
  const made = new WeakMap<object, T>()
  return (env) => {
    // What declares no parameter makes one for all.
    const isPerEnv = given.length > 0 && Object(env) === env
    const key = isPerEnv ? (env as object) : made // why: Object leaves objects alone
    const known = made.get(key)
    if (known) return known
    const part = given(env)
    checkPart[name](part)
    made.set(key, part)
    return part
  }
}

/** Each part that may come from `env`, checked whenever it is there. */
const checkPart = {
  saf(saf: unknown) {
    check(hasMethods(saf, ['verifyFace']), 'saf', 'client of createSaf', saf)
  },
  limiter(limiter: unknown) {
    const isLimiter = limiter === undefined || hasMethods(limiter, ['reserve'])
    check(isLimiter, 'limiter', 'RateLimiter', limiter)
  },
  idempotency(given: unknown) {
    const { store = given, secret } = Object(given)
    const isStore = hasMethods(store, ['begin', 'finish', 'release'])
    check(isStore, 'idempotency', 'store, or object with a store', given)
    if (secret !== undefined) checkText(secret, 'idempotency.secret')
  },
  /** Compared as text with what browsers send: no path, no slash at the end, no default port. */
  allowedOrigins(origins: unknown) {
    const isOrigin = (text: string): boolean => {
      const origin = URL.canParse(text) ? new URL(text).origin : ''
      // An app's own scheme has no origin for `URL`, but one for the browser in the app.
      return origin === 'null' ? /^[\w+.-]+:\/\/[\w.-]+$/.test(text) : origin === text
    }
    const what = 'origins such as https://shop.example, no slash at the end'
    checkList(origins, 'allowedOrigins', isOrigin, what)
  },
}

function hasMethods(value: unknown, names: readonly string[]): boolean {
  return names.every((name) => typeof Object(value)[name] === 'function')
}

// oxlint-disable-next-line max-params -- why: it reads as its message
function checkList(
  list: unknown,
  name: string,
  isGood: (text: string) => boolean,
  what: string,
): void {
  const isList =
    Array.isArray(list) && list.every((text) => typeof text === 'string' && isGood(text))
  check(isList, name, `list of ${what}`, list)
}
