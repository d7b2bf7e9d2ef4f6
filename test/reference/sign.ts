/**
 * An independent reference of RPC signature 1.0, written from the rules alone
 * (`spec/saf-api.md` section 3.2) on Node's own crypto. Imports nothing from `src`.
 *
 * It works on bytes where the library works on text, so that a shared mistake is unlikely. It does
 * not refuse anything: callers give it well-formed text.
 *
 * @module
 */
import { Buffer } from 'node:buffer'
import { createHmac } from 'node:crypto'

/** Parameters by name. */
export type Params = Readonly<Record<string, string>>

/** Percent-encodes the UTF-8 bytes of a text; only RFC 3986 unreserved bytes stay as they are. */
export function percentEncode(text: string): string {
  let encoded = ''
  for (const byte of Buffer.from(text, 'utf8')) encoded += encodeByte(byte)
  return encoded
}

/** Writes every parameter but `Signature`, sorted by the bytes of its raw name. */
export function canonicalize(params: Params): string {
  const pairs = Object.entries(params)
    .filter(([name]) => name !== 'Signature')
    .map(([name, value]) => ({ bytes: Buffer.from(name, 'utf8'), name, value }))
  pairs.sort((a, b) => Buffer.compare(a.bytes, b.bytes))
  return pairs.map((pair) => percentEncode(pair.name) + '=' + percentEncode(pair.value)).join('&')
}

/** Puts the method in capitals, the encoded path and the twice encoded pairs together. */
export function stringToSign(method: string, params: Params): string {
  return [method.toUpperCase(), percentEncode('/'), percentEncode(canonicalize(params))].join('&')
}

/** Signs: base64 of HMAC-SHA1 under the secret and one ampersand. */
export function signature(method: string, params: Params, accessKeySecret: string): string {
  const key = Buffer.concat([Buffer.from(accessKeySecret, 'utf8'), Buffer.from([0x26])])
  return createHmac('sha1', key).update(stringToSign(method, params), 'utf8').digest('base64')
}

function encodeByte(byte: number): string {
  if (isUnreserved(byte)) return String.fromCharCode(byte)
  return '%' + byte.toString(16).toUpperCase().padStart(2, '0')
}

function isUnreserved(byte: number): boolean {
  const isDigit = byte >= 0x30 && byte <= 0x39
  const isUpper = byte >= 0x41 && byte <= 0x5a
  const isLower = byte >= 0x61 && byte <= 0x7a
  const isMark = byte === 0x2d || byte === 0x2e || byte === 0x5f || byte === 0x7e
  return isDigit || isUpper || isLower || isMark
}
