/**
 * An independent reference of ACS3-HMAC-SHA256, written from the rules alone (`spec/saf-api.md`
 * section 3.8) on Node's own crypto. Imports nothing from `src`.
 *
 * @module
 */
import { createHash, createHmac } from 'node:crypto'
import { canonicalize } from './sign.ts'
import type { Params } from './sign.ts'

/** A request before it is signed. */
export interface Acs3Request {
  readonly method: string
  readonly query: Params
  readonly body: string | Uint8Array
  /** The signed headers but for the digest of the body, which is added. */
  readonly headers: Params
}

/** Hashes as the header `x-acs-content-sha256` has it. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** Writes the canonical request. */
export function canonicalRequest({ method, query, body, headers }: Acs3Request): string {
  const signed: Record<string, string> = { ...headers, 'x-acs-content-sha256': sha256(body) }
  const names = Object.keys(signed).sort()
  let text = `${method}\n/\n${canonicalize(query)}\n`
  for (const name of names) text += `${name}:${signed[name]?.trim()}\n`
  return `${text}\n${names.join(';')}\n${sha256(body)}`
}

/** Signs: hex of HMAC-SHA256 under the plain secret. */
export function acs3Signature(request: Acs3Request, accessKeySecret: string): string {
  const text = `ACS3-HMAC-SHA256\n${sha256(canonicalRequest(request))}`
  return createHmac('sha256', accessKeySecret).update(text).digest('hex')
}

/** Signs and writes every header. */
export function signAcs3(
  request: Acs3Request,
  accessKeyId: string,
  accessKeySecret: string,
): Record<string, string> {
  const digest = sha256(request.body)
  const names = [...Object.keys(request.headers), 'x-acs-content-sha256'].sort()
  const signature = acs3Signature(request, accessKeySecret)
  const claim = `Credential=${accessKeyId},SignedHeaders=${names.join(';')},Signature=${signature}`
  const { host: _, ...sent } = request.headers
  return { ...sent, 'x-acs-content-sha256': digest, authorization: `ACS3-HMAC-SHA256 ${claim}` }
}
