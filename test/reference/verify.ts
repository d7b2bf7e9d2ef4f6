/**
 * An independent verifier of signed RPC requests: what a gateway checks before the product is
 * reached, without the nonce memory. Pure: time is a parameter. Imports nothing from `src`.
 *
 * Codes are the gateway's (`spec/gateway-errors.json`). Two choices where the vendor is silent: a
 * name sent twice and text that is not UTF-8 are refused as `InvalidParameter`.
 *
 * @module
 */
import { Buffer } from 'node:buffer'
import { timingSafeEqual } from 'node:crypto'
import { signature } from './sign.ts'

/** A request as it arrived. */
export interface ReceivedRequest {
  readonly method: string
  readonly url: string
  /** The `content-type` header; absent when there was none. */
  readonly contentType?: string | null
  /** The raw body; absent when there was none. */
  readonly body?: Uint8Array
}

/** What the verifier knows. */
export interface VerifyOptions {
  /** Secret by AccessKeyId. */
  readonly secrets: Readonly<Record<string, string>>
  readonly nowEpochMs: number
}

/** Accepted with its decoded parameters, or refused with the gateway's code. */
export type Verification =
  | { readonly ok: true; readonly params: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly code: string }

/** A timestamp may be this far from now, either way. */
export const WINDOW_MS: number = 15 * 60 * 1000

/** Checks one request in the gateway's order and answers with the first thing that is wrong. */
export function verifyRequest(request: ReceivedRequest, options: VerifyOptions): Verification {
  const { method } = request
  if (method !== 'GET' && method !== 'POST') return refuse('UnsupportedHTTPMethod')
  const query = readQuery(request.url)
  if (query === undefined) return refuse('InvalidApi.NotFound')
  const sent = new Map<string, string>()
  if (!parsePairs(query, sent) || !parsePairs(readForm(request), sent)) {
    return refuse('InvalidParameter')
  }
  const code =
    checkCommon(sent) ??
    checkKey(sent, options.secrets) ??
    checkConstants(sent) ??
    checkTimestamp(sent.get('Timestamp') ?? '', options.nowEpochMs)
  if (code !== undefined) return refuse(code)
  const params = Object.fromEntries(sent)
  const secret = options.secrets[sent.get('AccessKeyId') ?? ''] ?? ''
  const expected = Buffer.from(signature(method, params, secret))
  const received = Buffer.from(sent.get('Signature') ?? '')
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) {
    return refuse('SignatureDoesNotMatch')
  }
  return { ok: true, params }
}

/**
 * Adds the pairs of a query or form to `into`.
 *
 * @returns False when a name comes twice or a text is not percent-encoded UTF-8.
 */
export function parsePairs(text: string, into: Map<string, string>): boolean {
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const name = decodeText(equals < 0 ? pair : pair.slice(0, equals))
    const value = decodeText(equals < 0 ? '' : pair.slice(equals + 1))
    if (name === undefined || value === undefined || into.has(name)) return false
    into.set(name, value)
  }
  return true
}

function refuse(code: string): Verification {
  return { ok: false, code }
}

function readQuery(url: string): string | undefined {
  const parts = /^https?:\/\/[^/?#]+\/?(?:\?([^#]*))?(?:#.*)?$/i.exec(url)
  return parts ? (parts[1] ?? '') : undefined
}

/** A body of any other type is not parsed, so its parameters are missing. */
function readForm(request: ReceivedRequest): string {
  const isForm = /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(request.contentType ?? '')
  return isForm ? Buffer.from(request.body ?? []).toString('latin1') : ''
}

function decodeText(text: string): string | undefined {
  const bytes: number[] = []
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '%') {
      const hex = text.slice(at + 1, at + 3)
      if (!/^[0-9A-Fa-f]{2}$/.test(hex)) return undefined
      bytes.push(Number.parseInt(hex, 16))
      at += 2
    } else {
      bytes.push(char === '+' ? 0x20 : text.charCodeAt(at))
    }
  }
  if (bytes.some((byte) => byte > 0xff)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(bytes))
  } catch {
    return undefined
  }
}

function checkCommon(sent: ReadonlyMap<string, string>): string | undefined {
  // In any letter case: the vendor's newer Node SDK writes json, and the gateway answers it.
  if (!/^(json|xml)$/i.test(sent.get('Format') ?? 'XML')) return 'InvalidParameter.Format'
  if (!sent.get('Action')) return 'InvalidAction.NotFound'
  const names = ['Version', 'AccessKeyId', 'Signature', 'SignatureMethod', 'SignatureVersion']
  const missing = [...names, 'SignatureNonce', 'Timestamp'].find((name) => !sent.get(name))
  return missing === undefined ? undefined : `Missing${missing}`
}

function checkKey(
  sent: ReadonlyMap<string, string>,
  secrets: Readonly<Record<string, string>>,
): string | undefined {
  const id = sent.get('AccessKeyId') ?? ''
  if (!Object.hasOwn(secrets, id)) return 'InvalidAccessKeyId.NotFound'
  if (id.startsWith('STS.') && !sent.get('SecurityToken')) return 'MissingSecurityToken'
  return undefined
}

function checkConstants(sent: ReadonlyMap<string, string>): string | undefined {
  // Newer vendor samples write Hmac-SHA1, so letter case is let through.
  if (sent.get('SignatureMethod')?.toUpperCase() !== 'HMAC-SHA1') return 'InvalidSignatureMethod'
  if (sent.get('SignatureVersion') !== '1.0') return 'InvalidSignatureVersion'
  return undefined
}

function checkTimestamp(text: string, nowEpochMs: number): string | undefined {
  const isShaped = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)
  const atEpochMs = isShaped ? Date.parse(text) : Number.NaN
  // 30 February parses as 2 March: only a date that prints as it was written is one.
  const isDate = !Number.isNaN(atEpochMs) && printSeconds(atEpochMs) === text
  if (!isDate) return 'InvalidTimeStamp.Format'
  return Math.abs(nowEpochMs - atEpochMs) > WINDOW_MS ? 'InvalidTimeStamp.Expired' : undefined
}

function printSeconds(atEpochMs: number): string {
  return new Date(atEpochMs).toISOString().slice(0, 19) + 'Z'
}
