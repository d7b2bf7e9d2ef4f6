/**
 * The gateway's own refusals and failures: which error each is, and whether the call ran.
 *
 * @module
 */
import { own } from './codec/json.ts'
import type { AnswerFormat, Envelope } from './codec/json.ts'
import { GatewayError, SignatureError } from './errors.ts'
import type { GatewayErrorCode, Outcome, SafError, SafErrorDetails } from './errors.ts'
import type { Again, Proof, RawAnswer } from './flow.ts'
import { compareEcho, readEcho } from './sign/echo.ts'

/** What every error of a call says: how many requests were sent, and what they left behind. */
export type CallFacts = Pick<SafErrorDetails, 'attempts' | 'earlier'>

/** What is known of the call when an answer is read. */
export interface Reading {
  readonly facts: CallFacts
  readonly format: AnswerFormat
  readonly stringToSign: () => string
  /** This machine's clock, uncorrected, in epoch milliseconds. */
  readonly nowEpochMs: number
  /** The correction that the request was signed with, in milliseconds. */
  readonly skewMs: number
  /** What a rejected fetch proves. */
  readonly readProof: (error: unknown) => Proof
}

/** An error, and what may be done about it. */
export interface Failure {
  readonly error: SafError
  readonly again?: Again | undefined
  /** How far the gateway's clock is ahead of this machine's, in milliseconds. */
  readonly skewMs?: number | undefined
}

/** A value, or a failure. */
export type Result<T> = { readonly value: T; readonly error?: undefined } | Failure

/** Longest skew that is believed and corrected. */
const MAX_SKEW_MS = 86_400_000

/** Below this a skew is the Date header's resolution and the way back. */
const MIN_SKEW_MS = 30_000

/** What `code status` of an envelope means: the error's code, whether the call ran, what to do. */
type Meaning = readonly [RegExp, GatewayErrorCode, Outcome, string]

const NOT = 'not-executed'

/** Design section 3; the first match counts. */
const MEANINGS: readonly Meaning[] = [
  [/^(InternalError|ServiceUnavailable|UnknownError)/, 'ERR_SAF_GATEWAY', 'unknown', 'it failed'],
  [/^Throttling| 429$/, 'ERR_SAF_THROTTLED', NOT, 'call less often, or later'],
  [/^InvalidTimeStamp\.Expired /, 'ERR_SAF_CLOCK_SKEW', NOT, "set this machine's clock right"],
  [/^SignatureNonceUsed /, 'ERR_SAF_NONCE_USED', 'unknown', 'an earlier copy of this call arrived'],
  [
    /^(InvalidAccessKeyId|InvalidSecurityToken|MissingSecurityToken)/,
    'ERR_SAF_CREDENTIALS',
    NOT,
    'check the access key, its status and its token',
  ],
  [/ 4..$/, 'ERR_SAF_GATEWAY', NOT, 'the gateway refused the request'],
  [/^/, 'ERR_SAF_GATEWAY', 'unknown', 'the gateway failed'],
]

/** Reads a gateway's error envelope. The server's own text is never repeated: it may echo values. */
export function readGatewayError(envelope: Envelope, raw: RawAnswer, reading: Reading): Failure {
  const { status } = raw
  const gatewayCode = readSymbol(own(envelope, 'Code')) ?? 'Unreadable'
  const facts = { ...reading.facts, status, requestId: readOpaque(own(envelope, 'RequestId')) }
  if (/^(SignatureDoesNotMatch|IncompleteSignature)$/.test(gatewayCode)) {
    const explanation = compareEcho(reading.stringToSign(), readEcho(own(envelope, 'Message')))
    const details = { ...facts, outcome: NOT, explanation } as const
    return { error: new SignatureError('ERR_SAF_SIGNATURE', explanation.message, details) }
  }
  const meaning = MEANINGS.find(([pattern]) => pattern.test(`${gatewayCode} ${status}`))
  const [, code, outcome, advice] = meaning as Meaning // why: the last pattern matches everything
  const isThrottled = code === 'ERR_SAF_THROTTLED'
  const skewMs = code === 'ERR_SAF_CLOCK_SKEW' ? readSkew(raw, reading.nowEpochMs) : undefined
  const isNewSkew = skewMs !== undefined && Math.abs(skewMs - reading.skewMs) >= MIN_SKEW_MS
  return {
    error: new GatewayError(code, `${gatewayCode}: ${sayHowFar(skewMs)}${advice}`, {
      ...facts,
      outcome,
      retryable: isThrottled,
      gatewayCode,
      hostId: readSymbol(own(envelope, 'HostId')),
    }),
    again: isThrottled
      ? { kind: 'throttled', afterMs: readWait(raw) }
      : isNewSkew
        ? { kind: 'skew' }
        : gatewayCode === 'InvalidSecurityToken.Expired'
          ? { kind: 'token' }
          : undefined,
    skewMs,
  }
}

/** Reads how far the gateway's clock is ahead; a cached answer's Date says nothing. */
function readSkew({ headers }: RawAnswer, nowEpochMs: number): number | undefined {
  const skewMs = Date.parse(headers('date') ?? '') - nowEpochMs
  return Math.abs(skewMs) <= MAX_SKEW_MS && headers('age') === null ? skewMs : undefined
}

function sayHowFar(skewMs = 0): string {
  const seconds = Math.round(Math.abs(skewMs) / 1000)
  if (seconds * 1000 < MIN_SKEW_MS) return ''
  return `this clock is ${seconds} s ${skewMs > 0 ? 'behind' : 'ahead of'} the gateway's; `
}

/** Reads the wait the gateway asks for: a positive integer of milliseconds. */
function readWait({ headers }: RawAnswer): number {
  const text = headers('x-acs-retry-after') ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}

/** An identifier as the server wrote it, unless it is absurdly long. */
export function readOpaque(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= 128 ? value : undefined
}

/** A code or host name; anything else in its place is not repeated. */
function readSymbol(value: unknown): string | undefined {
  return typeof value === 'string' ? /^\s*([\w.:-]{1,100})\s*$/.exec(value)?.[1] : undefined
}
