/**
 * Reads what came back: an envelope, or the error it amounts to. Pure.
 *
 * @module
 */
import { jsonFormat, own } from './codec/json.ts'
import type { AnswerFormat, Envelope } from './codec/json.ts'
import { ResponseError, TransportError } from './errors.ts'
import type { Outcome, ResponseErrorCode } from './errors.ts'
import type { Again, Proof, RawAnswer, Sent } from './flow.ts'
import { readGatewayError, readOpaque } from './gateway.ts'
import type { CallFacts, Failure, Reading, Result } from './gateway.ts'

/** An answer of the product: the gateway let the request through. */
export interface Answer {
  readonly envelope: Envelope
  readonly requestId: string | undefined
  readonly status: number
}

/** What a proof means: the outcome, in words, and what may follow. */
const PROOFS: Readonly<Record<Proof, readonly [Outcome, string, Again?]>> = {
  unsent: ['not-executed', 'no connection: nothing was sent', { kind: 'unsent' }],
  untrusted: ['not-executed', 'the certificate is not trusted: nothing was sent'],
  nothing: ['unknown', 'the connection failed: the call may have run', { kind: 'ambiguous' }],
}

/** Reads what became of an attempt. */
export function readSent(sent: Sent, reading: Reading): Result<Answer> {
  const { kind, status, error } = sent
  if (kind === 'answer') return readAnswer(sent, reading)
  const facts = { ...reading.facts, status, cause: error }
  if (kind === 'lost') return bad(sent.what, facts, sent.code)
  const proof = reading.readProof(error)
  const [outcome, message, again] = PROOFS[proof]
  const details = { ...facts, outcome, retryable: proof === 'unsent' }
  return { error: new TransportError('ERR_SAF_NETWORK', message, details), again }
}

/** The failure of a call whose time ran out; `outcome` is that of what it waited for. */
export function timeoutFailure(facts: CallFacts, outcome: Outcome): Failure {
  const message =
    outcome === 'unknown'
      ? 'time ran out while waiting for the answer: the call may have run'
      : 'time ran out before the request was sent'
  const details = { ...facts, outcome, retryable: true }
  const error = new TransportError('ERR_SAF_TIMEOUT', message, details)
  return { error, again: { kind: 'ambiguous' } }
}

function readAnswer(raw: RawAnswer, reading: Reading): Result<Answer> {
  const { status, text } = raw
  const parsed = parse(text, reading.format)
  if (parsed) {
    const { envelope, isError } = parsed
    const code = own(envelope, 'Code')
    const isRefused =
      typeof code === 'string' &&
      (typeof own(envelope, 'HostId') === 'string' ||
        ((status < 200 || status > 299) && /\D/.test(code)))
    return isError || isRefused
      ? readGatewayError(envelope, raw, reading)
      : { value: { envelope, status, requestId: readOpaque(own(envelope, 'RequestId')) } }
  }
  // No answer of the API: only here does the HTTP status decide.
  if (status === 429) return readGatewayError({ Code: 'Throttling' }, raw, reading)
  const facts = { ...reading.facts, status }
  if (status === 413 || status === 414) {
    const message = `HTTP ${status}: the request is too large for the gateway, and did not run`
    const details = { ...facts, outcome: 'not-executed' } as const
    return { error: new ResponseError('ERR_SAF_BAD_RESPONSE', message, details) }
  }
  const known = /^(text|application)\/(html|plain|xml|json)\b/
  const type = known.exec(raw.headers('content-type') ?? '')?.[0]
  const what = `HTTP ${status} with ${text.length} characters of ${type ?? 'unknown type'}`
  return bad(what, facts)
}

/** JSON is told by its brace, whatever was asked for: a paid answer is not lost for its dress. */
function parse(text: string, format: AnswerFormat): ReturnType<AnswerFormat['parse']> | undefined {
  try {
    return (/^\s*{/.test(text) ? jsonFormat : format).parse(text)
  } catch {
    return undefined
  }
}

interface LostFacts extends CallFacts {
  readonly status: number | undefined
  readonly cause?: unknown
}

function bad(
  what: string,
  facts: LostFacts,
  code: ResponseErrorCode = 'ERR_SAF_BAD_RESPONSE',
): Failure {
  const message = `${what} instead of an answer: the call may have run`
  return { error: new ResponseError(code, message, { ...facts, outcome: 'unknown' }) }
}
