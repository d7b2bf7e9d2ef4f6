/**
 * The reference verifier accepts what is right in every place it may stand, and refuses each
 * thing that can be wrong with the gateway's code.
 *
 * @module
 */
import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { percentEncode, signature } from '../../reference/sign.ts'
import { parsePairs, verifyRequest, WINDOW_MS } from '../../reference/verify.ts'
import type { ReceivedRequest, Verification } from '../../reference/verify.ts'

type Params = Readonly<Record<string, string>>

const AT_EPOCH_MS = Date.UTC(2026, 10, 24, 12, 0, 0)
const SECRETS = { testid: 'testsecret', 'STS.testid': 'stssecret' }
const ORIGIN = 'https://saf.ap-southeast-1.aliyuncs.com'
const FORM = 'application/x-www-form-urlencoded'

const good: Params = {
  AccessKeyId: 'testid',
  Action: 'ExecuteRequest',
  Format: 'JSON',
  Service: 'intl_face_verify',
  ServiceParameters: '{"name":"阿 *~+"}',
  SignatureMethod: 'HMAC-SHA1',
  SignatureNonce: 'n1',
  SignatureVersion: '1.0',
  Timestamp: '2026-11-24T12:00:00Z',
  Version: '2019-05-21',
}

function sign(method: string, params: Params, secret = 'testsecret'): Params {
  return { ...params, Signature: signature(method, params, secret) }
}

function write(params: Params): string {
  return Object.entries(params)
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join('&')
}

function post(body: string, url = `${ORIGIN}/`): ReceivedRequest {
  return { method: 'POST', url, contentType: FORM, body: Buffer.from(body) }
}

function verify(request: ReceivedRequest, nowEpochMs = AT_EPOCH_MS): Verification {
  return verifyRequest(request, { secrets: SECRETS, nowEpochMs })
}

function codeOf(verification: Verification): string {
  return verification.ok ? 'accepted' : verification.code
}

/** Signs properly and sends: what is refused then is not the signature. */
function codeOfSigned(changes: Readonly<Record<string, string | undefined>>): string {
  const entries = Object.entries({ ...good, ...changes })
  const kept = entries.filter((entry): entry is [string, string] => entry[1] !== undefined)
  return codeOf(verify(post(write(sign('POST', Object.fromEntries(kept))))))
}

describe('accepts', () => {
  const signed = sign('POST', good)

  test('everything in the form', () => {
    expect(verify(post(write(signed)))).toEqual({ ok: true, params: signed })
  })
  test('everything in the query of a GET', () => {
    const params = sign('GET', good)
    const url = `${ORIGIN}/?${write(params)}`
    expect(verify({ method: 'GET', url })).toEqual({ ok: true, params })
  })
  test('parameters split between query and form', () => {
    const { Service, ServiceParameters, ...common } = signed
    const form = write({ Service: `${Service}`, ServiceParameters: `${ServiceParameters}` })
    expect(verify(post(form, `${ORIGIN}?${write(common)}`)).ok).toBe(true)
  })
  test('a form in which a plus stands for a space, and a charset', () => {
    const body = write(signed).replaceAll('%20', '+')
    expect(body).toContain('+')
    expect(verify({ ...post(body), contentType: `${FORM}; charset=utf-8` }).ok).toBe(true)
  })
  test('a timestamp at both ends of the window', () => {
    expect(verify(post(write(signed)), AT_EPOCH_MS + WINDOW_MS).ok).toBe(true)
    expect(verify(post(write(signed)), AT_EPOCH_MS - WINDOW_MS).ok).toBe(true)
  })
  test('a temporary key with its token', () => {
    const params = { ...good, AccessKeyId: 'STS.testid', SecurityToken: 'token' }
    expect(verify(post(write(sign('POST', params, 'stssecret')))).ok).toBe(true)
  })
})

describe('refuses', () => {
  const form = write(sign('POST', good))

  test('a changed value, name, method or secret as SignatureDoesNotMatch', () => {
    const changed = [
      post(form.replace('intl_face_verify', 'intl_face_verifx')),
      post(form.replace('Service=', 'Servicf=')),
      post(`${form}&Extra=1`),
      post(form.replace('Service=intl_face_verify&', '')),
      { method: 'GET', url: `${ORIGIN}/?${form}` },
      post(write(sign('POST', good, 'testsecreT'))),
      post(write({ ...good, Signature: 'short' })),
    ]
    for (const request of changed) expect(codeOf(verify(request))).toBe('SignatureDoesNotMatch')
  })
  test('a timestamp one second outside the window as expired', () => {
    for (const offset of [WINDOW_MS + 1000, -WINDOW_MS - 1000]) {
      expect(codeOf(verify(post(form), AT_EPOCH_MS + offset))).toBe('InvalidTimeStamp.Expired')
    }
  })
  test.for(['2026-11-24T12:00:00.000Z', '2026-11-24 12:00:00', '2026-2-30T12:00:00Z', 'now'])(
    'the timestamp %s as badly formatted',
    (Timestamp) => expect(codeOfSigned({ Timestamp })).toBe('InvalidTimeStamp.Format'),
  )
  test('30 February as badly formatted', () => {
    const code = codeOfSigned({ Timestamp: '2026-02-30T12:00:00Z' })
    expect(code).toBe('InvalidTimeStamp.Format')
  })
  test.for([
    'Version',
    'AccessKeyId',
    'SignatureMethod',
    'SignatureVersion',
    'SignatureNonce',
    'Timestamp',
  ])('a request without %s by that name', (name) => {
    expect(codeOfSigned({ [name]: undefined })).toBe(`Missing${name}`)
    expect(codeOfSigned({ [name]: '' })).toBe(`Missing${name}`)
  })
  test.for([
    [{ Action: undefined }, 'InvalidAction.NotFound'],
    [{ Format: 'YAML' }, 'InvalidParameter.Format'],
    [{ AccessKeyId: 'nobody' }, 'InvalidAccessKeyId.NotFound'],
    [{ AccessKeyId: 'toString' }, 'InvalidAccessKeyId.NotFound'],
    [{ AccessKeyId: 'STS.testid' }, 'MissingSecurityToken'],
    [{ SignatureMethod: 'HMAC-SHA256' }, 'InvalidSignatureMethod'],
    [{ SignatureVersion: '2.0' }, 'InvalidSignatureVersion'],
  ] as const)('%o as %s', ([changes, code]) => {
    expect(codeOfSigned(changes)).toBe(code)
  })
  test('a missing signature by that name', () => {
    expect(codeOf(verify(post(write(good))))).toBe('MissingSignature')
  })
  test('another method, another path and another content type', () => {
    expect(codeOf(verify({ ...post(form), method: 'PUT' }))).toBe('UnsupportedHTTPMethod')
    expect(codeOf(verify(post(form, `${ORIGIN}/rpc`)))).toBe('InvalidApi.NotFound')
    const json = { ...post(form), contentType: 'application/json' }
    expect(codeOf(verify(json))).toBe('InvalidAction.NotFound')
  })
  test('names that come twice and text that is not UTF-8', () => {
    const bad = [`${form}&Action=A`, `${form}&x=%E4%B8`, `${form}&x=%zz`, `${form}&x=%2`]
    for (const body of bad) expect(codeOf(verify(post(body)))).toBe('InvalidParameter')
    const both = post(form, `${ORIGIN}/?Action=ExecuteRequest`)
    expect(codeOf(verify(both))).toBe('InvalidParameter')
  })
})

test('the parser keeps empty names, empty values, signs and byte order marks', () => {
  const seen = new Map<string, string>()
  expect(parsePairs('a=&=b&&c&d=1=2&e=%EF%BB%BF%2B+', seen)).toBe(true)
  expect([...seen]).toEqual([
    ['a', ''],
    ['', 'b'],
    ['c', ''],
    ['d', '1=2'],
    ['e', '\ufeff+ '],
  ])
})
