import { describe, expect, it } from 'vitest'
import { createEmulator } from '../../../src/emulator/index.ts'
import type { Emulator } from '../../../src/emulator/index.ts'
import { createKeyRing } from '../../../src/emulator/key-ring.ts'
import { callParams, NOW, read, send, signRequest } from './request.ts'
import type { Read, Sent } from './request.ts'
import { STS_ROWS } from './rows.ts'

const ROLE = 'acs:ram::1234567890123456:role/edge'

function stsParams(changes: Sent = {}): Sent {
  return callParams({
    Action: 'AssumeRole',
    Version: '2015-04-01',
    Service: undefined,
    ServiceParameters: undefined,
    RoleArn: ROLE,
    RoleSessionName: 'session.1',
    ...changes,
  })
}

function oidcParams(changes: Sent = {}): Sent {
  return stsParams({
    Action: 'AssumeRoleWithOIDC',
    AccessKeyId: undefined,
    SignatureMethod: undefined,
    SignatureVersion: undefined,
    OIDCProviderArn: 'acs:ram::1234567890123456:oidc-provider/pods',
    OIDCToken: 'opaque',
    ...changes,
  })
}

interface Triple {
  readonly AccessKeyId: string
  readonly AccessKeySecret: string
  readonly SecurityToken: string
  readonly Expiration: string
}

function credentials({ body }: Read): Triple {
  return body['Credentials'] as Triple
}

async function callWith(emulator: Emulator, triple: Triple): Promise<unknown> {
  const { AccessKeyId, AccessKeySecret: secret, SecurityToken } = triple
  const { body } = await send(emulator, callParams({ AccessKeyId, SecurityToken }), { secret })
  return body['Code']
}

function token(claims: object, signature = 'c2ln'): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'RS256' })}.${part(claims)}.${signature}`
}

/** Changes that make `AssumeRole` fail, and how. */
const REFUSED: readonly (readonly [changes: Sent, status: number, code: string])[] = [
  [{ RoleArn: undefined }, 400, 'MissingRoleArn'],
  [{ RoleSessionName: undefined }, 400, 'MissingRoleSessionName'],
  [{ RoleArn: 'edge' }, 400, 'InvalidParameter.RoleArn'],
  [{ RoleSessionName: 'x' }, 400, 'InvalidParameter.RoleSessionName'],
  [{ RoleSessionName: 'two words' }, 400, 'InvalidParameter.RoleSessionName'],
  [{ DurationSeconds: '899' }, 400, 'InvalidParameter.DurationSeconds'],
  [{ DurationSeconds: '43201' }, 400, 'InvalidParameter.DurationSeconds'],
  [{ DurationSeconds: '1e3' }, 400, 'InvalidParameter.DurationSeconds'],
  [{ Policy: 'no JSON' }, 400, 'InvalidParameter.PolicyGrammar'],
  [{ Policy: `{"Version":"${'1'.repeat(2048)}"}` }, 400, 'InvalidParameter.PolicySize'],
  [{ ExternalId: 'x' }, 400, 'InvalidParameter'],
  [{ RoleArn: `${ROLE.replace('edge', 'missing-role')}` }, 404, 'EntityNotExist.Role'],
  [{ RoleArn: `${ROLE.replace('edge', 'denied-role')}` }, 403, 'NoPermission'],
  [{ Version: '2019-05-21' }, 404, 'InvalidAction.NotFound'],
  [{ Signature: 'x' }, 400, 'IncompleteSignature'],
]

/** The same for `AssumeRoleWithOIDC`. */
const REFUSED_OIDC: typeof REFUSED = [
  [{ OIDCToken: undefined }, 400, 'MissingOIDCToken'],
  [{ OIDCProviderArn: undefined }, 400, 'MissingOIDCProviderArn'],
  [{ Timestamp: undefined }, 400, 'MissingTimestamp'],
  [{ Timestamp: '2025-01-01T00:00:00Z' }, 400, 'InvalidTimeStamp.Expired'],
  [{ OIDCToken: 'abc' }, 401, 'AuthenticationFail.OIDCToken.Invalid'],
  [{ OIDCToken: 'x'.repeat(20_001) }, 401, 'AuthenticationFail.OIDCToken.Invalid'],
  [{ OIDCToken: 'not.a.token' }, 401, 'AuthenticationFail.OIDCToken.Invalid'],
  [{ OIDCToken: token({}, '') }, 401, 'AuthenticationFail.OIDCToken.InvalidSignature'],
  [{ OIDCToken: token({ iss: 'http://x' }) }, 401, 'AuthenticationFail.OIDCToken.HttpsUrlInvalid'],
  [{ OIDCToken: token({ aud: 'other' }) }, 401, 'AuthenticationFail.OIDCToken.AudienceNotMatch'],
  [{ OIDCToken: token({ exp: NOW / 1000 }) }, 401, 'AuthenticationFail.OIDCToken.Expired'],
  [{ RoleArn: 'acs:ram::1:role/denied' }, 401, 'AuthenticationFail.NoPermission'],
]

describe('STS: AssumeRole', () => {
  it('issues a triple that SAF accepts until it expires', async () => {
    let now = NOW
    const emulator = createEmulator({ now: () => now, timestampWindowMs: 10_000_000 })
    const answer = await send(emulator, stsParams({ DurationSeconds: '900' }))
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      RequestId: answer.headers.get('x-acs-request-id'),
      AssumedRoleUser: {
        Arn: 'acs:ram::1234567890123456:assumed-role/edge/session.1',
        AssumedRoleId: expect.stringMatching(/^\d+:session\.1$/),
      },
      Credentials: {
        AccessKeyId: expect.stringMatching(/^STS\./),
        AccessKeySecret: expect.any(String),
        SecurityToken: expect.any(String),
        Expiration: '2026-01-02T03:19:05Z',
      },
    })
    const triple = credentials(answer)
    expect(await callWith(emulator, triple)).toBe(200)
    now = Date.parse(triple.Expiration) - 1
    expect(await callWith(emulator, triple)).toBe(200)
    now += 1
    expect(await callWith(emulator, triple)).toBe('InvalidSecurityToken.Expired')
    expect(emulator.log.map(({ executed }) => executed)).toEqual([false, true, true, false])
  })

  it('a token serves its own key only, and none after a reset', async () => {
    const emulator = createEmulator({ now: () => NOW })
    const a = credentials(await send(emulator, stsParams()))
    const b = credentials(await send(emulator, stsParams()))
    expect(await callWith(emulator, { ...a, SecurityToken: b.SecurityToken })).toBe(
      'InvalidSecurityToken.MismatchWithAccessKey',
    )
    expect(await callWith(emulator, { ...a, SecurityToken: 'x' })).toBe(
      'InvalidSecurityToken.Malformed',
    )
    emulator.reset()
    expect(await callWith(emulator, a)).toBe('InvalidAccessKeyId.NotFound')
  })

  it.each(REFUSED)('refuses %j', async (changes, status, code) => {
    const answer = await send(createEmulator({ now: () => NOW }), stsParams(changes))
    expect([answer.status, answer.body['Code']]).toEqual([status, code])
    const product = code === 'InvalidAction.NotFound' ? 'saf' : 'sts'
    expect(answer.body['Recommend']).toContain(`&product=${product}&`)
  })

  it.each([
    ['{"Statement":[{"Effect":"Allow","Action":"yundun-saf:Execute","Resource":"*"}]}', 200],
    ['{"Statement":{"Effect":"Allow","Action":["oss:*","*"],"Resource":"*"}}', 200],
    ['{"Statement":[{"Effect":"Allow","Action":"oss:GetObject","Resource":"*"}]}', 'Forbidden.RAM'],
    [
      '{"Statement":[{"Effect":"Allow","Action":"*"},{"Effect":"Deny","Action":"yundun-saf:*"}]}',
      'Forbidden.RAM',
    ],
    ['{}', 'Forbidden.RAM'],
  ])('a session with the policy %s gets %s from SAF', async (Policy, code) => {
    const emulator = createEmulator({ now: () => NOW })
    const triple = credentials(await send(emulator, stsParams({ Policy })))
    expect(await callWith(emulator, triple)).toBe(code)
  })

  it('answers XML under the name of the action', async () => {
    const { text } = await send(createEmulator({ now: () => NOW }), stsParams({ Format: 'XML' }))
    expect(text).toMatch(/<AssumeRoleResponse><RequestId>[^<]+<\/RequestId><AssumedRoleUser><Arn>/)
  })
})

describe('STS: AssumeRoleWithOIDC', () => {
  async function sendUnsigned(emulator: Emulator, params: Sent): Promise<Read> {
    return send(emulator, params, { tamper: { Signature: undefined } })
  }

  it('needs no signature, and issues a triple that SAF accepts', async () => {
    const emulator = createEmulator({ now: () => NOW })
    const claims = {
      iss: 'https://issuer.example',
      sub: 'pod',
      aud: ['sts.aliyuncs.com'],
      exp: NOW / 1000 + 1,
    }
    const answer = await sendUnsigned(emulator, oidcParams({ OIDCToken: token(claims) }))
    expect(answer.body['OIDCTokenInfo']).toEqual({
      Subject: 'pod',
      Issuer: 'https://issuer.example',
      ClientIds: 'sts.aliyuncs.com',
    })
    expect(await callWith(emulator, credentials(answer))).toBe(200)
  })

  it.each(REFUSED_OIDC)('refuses %.60j', async (changes, status, code) => {
    const answer = await sendUnsigned(createEmulator({ now: () => NOW }), oidcParams(changes))
    expect([answer.status, answer.body['Code']]).toEqual([status, code])
  })

  it('needs no nonce either: the vendor sends none', async () => {
    const emulator = createEmulator({ now: () => NOW })
    const params = oidcParams({ SignatureNonce: undefined })
    for (let left = 2; left > 0; left--) {
      expect((await sendUnsigned(emulator, params)).status).toBe(200)
    }
  })

  it('beyond the rate is throttled as nobody, and a signed request is not', async () => {
    const emulator = createEmulator({ now: () => NOW, ratePerSecond: 1 })
    expect((await sendUnsigned(emulator, oidcParams())).status).toBe(200)
    const { body, headers, status } = await sendUnsigned(emulator, oidcParams())
    expect([status, body['Code']]).toEqual([400, 'Throttling'])
    expect(body['Message']).toBe('Request was denied due to request throttling.')
    expect(headers.get('x-acs-retry-after')).toBe('1000')
    expect((await send(emulator, stsParams())).status).toBe(200)
    expect((await send(emulator, stsParams())).body['Code']).toBe('Throttling.User')
    expect((await send(emulator, callParams())).status).toBe(200)
  })

  it('a nonce serves once, and signed requests have their own', async () => {
    const emulator = createEmulator({ now: () => NOW })
    const params = oidcParams({ SignatureNonce: 'same' })
    expect((await sendUnsigned(emulator, params)).status).toBe(200)
    expect((await sendUnsigned(emulator, params)).body['Code']).toBe('SignatureNonceUsed')
    const signed = await send(emulator, callParams({ SignatureNonce: 'same' }))
    expect(signed.body['Code']).toBe(200)
  })
})

describe('STS: rows', () => {
  it('each is caused by a request, but for the failure of the gateway itself', () => {
    const caused = [...REFUSED, ...REFUSED_OIDC].map(([, , code]) => code)
    const open = STS_ROWS.map(({ code }) => code).filter((code) => !caused.includes(code))
    expect(open).toEqual(['InternalError'])
  })

  it('each has its documented status', () => {
    for (const [, status, code] of [...REFUSED, ...REFUSED_OIDC]) {
      const row = STS_ROWS.find((each) => each.code === code)
      if (row) expect([code, status]).toEqual([code, row.http])
    }
  })
})

describe('STS: product', () => {
  it('is found by its hosts, and by its actions on loopback', async () => {
    const emulator = createEmulator({ now: () => NOW, strictHost: true })
    for (const host of [
      'sts.aliyuncs.com',
      'sts.cn-hangzhou.aliyuncs.com',
      'sts-vpc.ap-southeast-1.aliyuncs.com',
    ]) {
      const params = stsParams({ Action: 'GetCallerIdentity' })
      const { body } = await send(emulator, params, { url: `https://${host}/` })
      expect(body).toMatchObject({ IdentityType: 'RAMUser', AccountId: expect.any(String) })
    }
    const onSaf = await send(emulator, stsParams(), {
      url: 'https://saf.ap-southeast-1.aliyuncs.com/',
    })
    expect(onSaf.body['Code']).toBe('InvalidVersion')
    const saf = await send(emulator, callParams(), { url: 'https://sts.aliyuncs.com/' })
    expect(saf.body['Code']).toBe('InvalidVersion')
  })

  it('GetCallerIdentity tells a session from a user, also by GET', async () => {
    const emulator = createEmulator({ now: () => NOW })
    const triple = credentials(await send(emulator, stsParams()))
    const { AccessKeyId, SecurityToken, AccessKeySecret: secret } = triple
    const params = stsParams({ Action: 'GetCallerIdentity', AccessKeyId, SecurityToken })
    const { body } = await read(
      await emulator.fetch(...signRequest(params, { secret, method: 'GET' })),
    )
    expect(body).toMatchObject({ IdentityType: 'AssumedRoleUser' })
  })

  it('remembers a thousand issued keys at most, and drops the oldest', () => {
    const keys = createKeyRing(new Map([['testid', { secret: 'a' }]]))
    for (let at = 0; at <= 1000; at++) keys.issue(`STS.${at}`, { secret: 'a' })
    const found = ['testid', 'STS.0', 'STS.1', 'STS.1000'].map((id) => keys.find(id) !== undefined)
    expect(found).toEqual([true, false, true, true])
  })
})
