/**
 * The emulator and ACS3-HMAC-SHA256: requests signed by the independent reference.
 *
 * @module
 */
import { expect, test } from 'vitest'
import { createEmulator } from '../../../src/emulator/index.ts'
import type { Emulator } from '../../../src/emulator/index.ts'
import { canonicalRequest, sha256, signAcs3 } from '../../reference/acs3.ts'
import { canonicalize } from '../../reference/sign.ts'
import { callParams, NOW, read, send, TIMESTAMP } from './request.ts'
import type { Read } from './request.ts'

const PARAMS = { Service: 'saf_de', ServiceParameters: '{"eventCode":"a b*~/中"}' }
const FORM = 'application/x-www-form-urlencoded'

interface Changes {
  readonly method?: string
  readonly query?: Record<string, string>
  readonly form?: Record<string, string>
  /** Signed headers, changed; undefined ones are left out. */
  readonly headers?: Record<string, string | undefined>
  readonly key?: readonly [id: string, secret: string]
  /** Changes made after signing. */
  readonly late?: {
    readonly headers?: Record<string, string>
    readonly body?: string
    readonly query?: string
  }
}

let count = 0

async function call(emulator: Emulator, changes: Changes = {}): Promise<Read> {
  const { method = 'POST', query = {}, form = PARAMS, late = {} } = changes
  const [accessKeyId, secret] = changes.key ?? ['testid', 'testsecret']
  const body = method === 'GET' ? '' : canonicalize(form)
  const given = {
    host: '127.0.0.1',
    'x-acs-action': 'ExecuteRequest',
    'x-acs-version': '2019-05-21',
    'x-acs-date': TIMESTAMP,
    'x-acs-signature-nonce': `acs3-${++count}`,
    'content-type': method === 'GET' ? undefined : FORM,
    ...changes.headers,
  }
  const entries = Object.entries(given).filter(([, value]) => value !== undefined)
  const headers = Object.fromEntries(entries) as Record<string, string> // why: filtered above
  const signed = signAcs3({ method, query, body, headers }, accessKeyId, secret)
  const search = late.query ?? canonicalize(query)
  const init = { method, headers: { ...signed, ...late.headers } }
  const url = `http://127.0.0.1/${search && `?${search}`}`
  const sent = late.body ?? body
  return read(await emulator.fetch(url, method === 'GET' ? init : { ...init, body: sent }))
}

function create(options = {}): Emulator {
  return createEmulator({ now: () => NOW, ...options })
}

test.for([
  ['a form', {}],
  ['a query', { query: PARAMS, form: {} }],
  ['a GET', { method: 'GET', query: PARAMS }],
  [
    'query and form',
    { query: { Service: 'saf_de' }, form: { ServiceParameters: PARAMS.ServiceParameters } },
  ],
  [
    'a query as URLSearchParams writes it',
    {
      query: PARAMS,
      form: {},
      late: { query: String(new URLSearchParams(PARAMS)) },
    },
  ],
] as const)('acs3: the emulator takes %s', async ([, changes]) => {
  const { status, headers, body } = await call(create(), changes)
  expect([status, body['Code']]).toEqual([200, 200])
  expect(headers.get('content-type')).toContain('json')
})

test('acs3: the log shows the call as any other, and no signature', async () => {
  const emulator = create()
  await call(emulator)
  const [entry] = emulator.log
  expect(entry).toMatchObject({
    action: 'ExecuteRequest',
    service: 'saf_de',
    format: 'JSON',
    accessKeyId: 'test…',
    code: 200,
    executed: true,
  })
  expect(JSON.stringify(entry)).not.toContain('Credential')
})

test.for([
  ['InvalidAccessKeyId.NotFound', 404, { key: ['nobody', 'x'] }],
  ['SignatureDoesNotMatch', 400, { key: ['testid', 'other'] }],
  ['SignatureDoesNotMatch', 400, { late: { body: canonicalize({ ...PARAMS, Service: 'x' }) } }],
  ['SignatureDoesNotMatch', 400, { late: { query: 'Extra=1' } }],
  ['SignatureDoesNotMatch', 400, { late: { headers: { 'x-acs-date': '2026-01-02T03:04:06Z' } } }],
  ['SignatureDoesNotMatch', 400, { late: { headers: { 'x-acs-unsigned': '1' } } }],
  ['SignatureDoesNotMatch', 400, { headers: { host: 'other.example' } }],
  ['InvalidTimeStamp.Expired', 400, { headers: { 'x-acs-date': '2026-01-02T02:04:05Z' } }],
  ['InvalidTimeStamp.Format', 400, { headers: { 'x-acs-date': '2026-01-02T03:04:05.000Z' } }],
  ['MissingTimestamp', 400, { headers: { 'x-acs-date': undefined } }],
  ['MissingSignatureNonce', 400, { headers: { 'x-acs-signature-nonce': undefined } }],
  ['MissingVersion', 400, { headers: { 'x-acs-version': undefined } }],
  ['InvalidVersion', 400, { headers: { 'x-acs-version': '1999-01-01' } }],
  ['InvalidAction.NotFound', 404, { headers: { 'x-acs-action': undefined } }],
  ['InvalidSecurityToken.Malformed', 400, { headers: { 'x-acs-security-token': 'stranger' } }],
  ['InvalidParameter', 400, { form: { ...PARAMS, Action: 'ExecuteRequest' } }],
  ['InvalidParameter', 400, { form: { ...PARAMS, SecurityToken: 'x' } }],
  ['MissingServiceParameters', 400, { form: { Service: 'saf_de' } }],
] as const)('acs3: the emulator answers %s', async ([code, status, changes]) => {
  const answer = await call(create(), changes)
  expect([answer.body['Code'], answer.status]).toEqual([code, status])
})

test.for([
  ['ACS3-HMAC-SHA256', 'MissingAccessKeyId'],
  ['ACS3-HMAC-SHA256 Credential=testid', 'MissingSignature'],
  ['ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=,Signature=abc', 'IncompleteSignature'],
  ['ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=a;;b,Signature=abc', 'IncompleteSignature'],
  [
    'ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=__proto__,Signature=abc',
    'IncompleteSignature',
  ],
  ['ACS3-HMAC-SM3 Credential=testid,SignedHeaders=a,Signature=abc', 'InvalidAction.NotFound'],
] as const)('acs3: an Authorization of %s answers %s', async ([authorization, code]) => {
  const answer = await call(create(), { late: { headers: { authorization } } })
  expect(answer.text).toContain(code)
})

test('acs3: a signature of version 1.0 that claims the newer method is refused', async () => {
  const { body } = await send(create(), callParams({ SignatureMethod: 'ACS3-HMAC-SHA256' }))
  expect(body['Code']).toBe('InvalidSignatureMethod')
})

test('acs3: headers of the newer one beside a signature of version 1.0 change nothing', async () => {
  const headers = { 'x-acs-action': 'Other', 'x-acs-version': '1999-01-01' }
  const { body } = await send(create(), callParams(), { headers })
  expect(body['Code']).toBe(200)
})

test('acs3: a nonce is used up, whichever signature it came with', async () => {
  const emulator = create()
  const headers = { 'x-acs-signature-nonce': 'same' }
  expect((await call(emulator, { headers })).body['Code']).toBe(200)
  expect((await call(emulator, { headers })).body['Code']).toBe('SignatureNonceUsed')
  const { body } = await send(emulator, callParams({ SignatureNonce: 'same' }))
  expect(body['Code']).toBe('SignatureNonceUsed')
})

test('acs3: a key with a token wants the token', async () => {
  const key = { secret: 's', securityToken: 'token' }
  const emulator = create({ accessKeys: { 'STS.1': key } })
  const pair = { key: ['STS.1', 's'] } as const
  expect((await call(emulator, pair)).body['Code']).toBe('MissingSecurityToken')
  const headers = { 'x-acs-security-token': 'token' }
  expect((await call(emulator, { ...pair, headers })).body['Code']).toBe(200)
})

test('acs3: the echo is the string to sign as the gateway sees it', async () => {
  const { body } = await call(create(), { key: ['testid', 'other'] })
  const headers = {
    host: '127.0.0.1',
    'x-acs-action': 'ExecuteRequest',
    'x-acs-version': '2019-05-21',
    'x-acs-date': TIMESTAMP,
    'x-acs-signature-nonce': `acs3-${count}`,
    'content-type': FORM,
  }
  const request = { method: 'POST', query: {}, body: canonicalize(PARAMS), headers }
  const text = `ACS3-HMAC-SHA256\n${sha256(canonicalRequest(request))}`
  expect(body['Message']).toBe(
    `Specified signature is not matched with our calculation. server string to sign is:${text}`,
  )
})

test('acs3: a scripted mismatch echoes the newer string to sign', async () => {
  const emulator = create()
  emulator.script('SignatureDoesNotMatch')
  expect((await call(emulator)).body['Message']).toContain('is:ACS3-HMAC-SHA256\n')
})
