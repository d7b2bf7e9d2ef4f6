/**
 * Signed requests for tests of the emulator, built by the independent reference: nothing here comes
 * from the client or the signer under test.
 *
 * @module
 */
import { Buffer } from 'node:buffer'
import type { Emulator } from '../../../src/emulator/index.ts'
import { testFaces } from '../../../src/emulator/index.ts'
import { percentEncode, signature } from '../../reference/sign.ts'

/** The emulator's clock in these tests. */
export const NOW = Date.UTC(2026, 0, 2, 3, 4, 5)

/** {@link NOW} as a timestamp. */
export const TIMESTAMP = '2026-01-02T03:04:05Z'

/** Parameters; undefined ones are left out. */
export type Sent = Record<string, string | undefined>

/** How a request differs from the usual POST of a form. */
export interface Shape {
  readonly method?: string
  readonly url?: string
  readonly secret?: string
  readonly headers?: Record<string, string>
  /** Names that go into the query; everything else goes into the form. */
  readonly query?: readonly string[]
  /** Changes made after signing. */
  readonly tamper?: Sent
}

/** An answer, read. */
export interface Read {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The JSON body; empty when it is none. */
  readonly body: Record<string, unknown>
}

let count = 0

/** Written once: the emulator's photos are made anew at every access. */
const PHOTOS = {
  refFaceContent: toBase64(testFaces.idPhoto),
  authFaceContent: toBase64(testFaces.match),
  resourceCode: '00840000',
} as const

/** The parameters of a good call. */
export function callParams(changes: Sent = {}): Sent {
  return {
    Action: 'ExecuteRequest',
    Version: '2019-05-21',
    Format: 'JSON',
    AccessKeyId: 'testid',
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: `nonce-${++count}`,
    Timestamp: TIMESTAMP,
    Service: 'saf_de',
    ServiceParameters: '{"eventCode":"de_test"}',
    ...changes,
  }
}

/** The parameters of a face verification. */
export function faceParams(fields: Readonly<Record<string, unknown>> = {}): Sent {
  return callParams({
    Service: 'intl_face_verify',
    ServiceParameters: JSON.stringify({ ...PHOTOS, ...fields }),
  })
}

/** Signs parameters and writes the request. */
export function signRequest(params: Sent, shape: Shape = {}): [string, RequestInit] {
  const { method = 'POST', secret = 'testsecret', headers = {}, tamper = {} } = shape
  const given = dropUndefined(params)
  const sent = dropUndefined({
    Signature: signature(method, given, secret),
    ...given,
    ...tamper,
  })
  const isGet = method === 'GET' || method === 'HEAD'
  const inQuery = isGet ? Object.keys(sent) : (shape.query ?? [])
  const pairs = (wanted: boolean): string =>
    Object.entries(sent)
      .filter(([name]) => inQuery.includes(name) === wanted)
      .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
      .join('&')
  const query = pairs(true)
  const url = (shape.url ?? 'http://127.0.0.1/') + (query && `?${query}`)
  const form = { 'content-type': 'application/x-www-form-urlencoded', ...headers }
  return isGet
    ? [url, { method, headers }]
    : [url, { method, headers: form, body: Buffer.from(pairs(false)) }]
}

/** Sends parameters, signed, and reads the answer. */
export async function send(emulator: Emulator, params: Sent, shape: Shape = {}): Promise<Read> {
  return read(await emulator.fetch(...signRequest(params, shape)))
}

/** Reads an answer. */
export async function read(response: Response): Promise<Read> {
  const { status, headers } = response
  const text = await response.text()
  return { status, headers, text, body: text.startsWith('{') ? JSON.parse(text) : {} }
}

/** Encodes bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

function dropUndefined(params: Sent): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
}
