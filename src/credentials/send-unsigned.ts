/**
 * Sends a request of STS that carries no signature: a form with a timestamp and a nonce.
 *
 * @module
 */
import { check, checkText } from '../codec/check.ts'
import { jsonFormat } from '../codec/json.ts'
import type { Envelope } from '../codec/json.ts'
import { formatTimestamp, isEpochMs } from '../codec/time.ts'
import type { Reading, Result } from '../gateway.ts'
import type { Platform } from '../platform/index.ts'
import { readSent, timeoutFailure } from '../response.ts'
import type { Answer } from '../response.ts'
import { canonicalize } from '../sign/canonicalize.ts'
import { encodeText } from '../sign/signature.ts'
import { startDeadline } from '../transport/deadline.ts'
import type { Deadline } from '../transport/deadline.ts'
import { BROKEN, sendOnce } from '../transport/index.ts'
import type { FetchLike } from '../types.ts'
import { STS_VERSION } from './role.ts'

/** What a provider sends, and remembers: values only. */
export interface Sender {
  readonly url: string
  readonly fetch: FetchLike | undefined
  readonly platform: Platform
  /** The parameters that stay the same; undefined ones are left out. */
  readonly params: Readonly<Record<string, string | undefined>>
  /** Reads the parameters that are read anew for each request. */
  readonly readSecrets: () => Promise<Readonly<Record<string, string>>>
  /** How far the clock of STS was ahead when it last said so, in milliseconds. */
  skewMs: number
}

/** Decoded bytes of an answer: it holds nothing but a triple. */
const MAX_RESPONSE_BYTES = 1_048_576

/**
 * Sends one request.
 *
 * @throws A `SafError`, or what reading the secrets rejects with.
 */
export async function sendUnsigned(sender: Sender, timeoutMs: number): Promise<Envelope> {
  const deadline = startDeadline(timeoutMs)
  try {
    const secrets = await deadline.race(sender.readSecrets())
    const result = await post(sender, secrets, deadline)
    if (!result.error) return result.value.envelope
    sender.skewMs = result.skewMs ?? sender.skewMs
    throw result.error
  } catch (error) {
    if (error !== deadline.signal.reason) throw error
    throw timeoutFailure({ attempts: 1 }, 'not-executed').error
  } finally {
    deadline.end()
  }
}

async function post(
  { fetch, params, platform, skewMs, url }: Sender,
  secrets: Readonly<Record<string, string>>,
  deadline: Deadline,
): Promise<Result<Answer>> {
  const nowEpochMs = platform.now()
  const nonce = platform.nonce()
  check(isEpochMs(nowEpochMs + skewMs), 'platform.now', 'epoch milliseconds', nowEpochMs)
  checkText(nonce, 'platform.nonce')
  const all = Object.entries({
    ...params,
    ...secrets,
    Version: STS_VERSION,
    Format: jsonFormat.name,
    SignatureNonce: nonce,
    Timestamp: formatTimestamp(nowEpochMs + skewMs),
  })
  const given = all.filter((pair): pair is [string, string] => pair[1] !== undefined)
  const body = encodeText(canonicalize(Object.fromEntries(given)))
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const order = { fetch, url, headers, body, maxBytes: MAX_RESPONSE_BYTES, deadline }
  const reading: Reading = {
    facts: { attempts: 1 },
    format: jsonFormat,
    stringToSign: () => '',
    nowEpochMs,
    skewMs,
    // Whatever it proves, the request is made again.
    readProof: () => 'nothing',
  }
  try {
    return readSent(await sendOnce(order), reading)
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason
    // Whatever a stand-in for a Response throws.
    return readSent({ kind: 'lost', what: BROKEN, error }, reading)
  }
}
