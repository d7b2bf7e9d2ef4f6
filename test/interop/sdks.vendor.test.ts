/**
 * The vendor's Node SDKs against `saf-edge emulator`, over HTTP: they must not be able to tell it
 * from the gateway. What they send is kept under `fixtures/`, and every run compares the two;
 * `SAF_EDGE_RECORD=1` keeps it anew.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { parsePairs } from '../reference/verify.ts'
import { stringToSign } from '../reference/sign.ts'
import {
  ASSUME_ROLE,
  decidedParams,
  DIFFICULT,
  DIFFICULT_FLAT,
  faceParams,
  SMALL,
  STS_VERSION,
} from './calls.ts'
import { startEmulator } from './emulator-process.ts'
import type { EmulatorProcess } from './emulator-process.ts'
import { describeRequest, isRecording, readFixture, writeFixture } from './fixtures.ts'
import { callPopCore, holdKey, openApiCore, popCore, provideKey } from './sdks.ts'
import type { Ending, VendorCall, VendorConfig, VendorSdk } from './sdks.ts'
import { resend, tap } from './wire.ts'
import type { Exchange, Tap } from './wire.ts'

const require = createRequire(import.meta.url)
const HOUR_MS = 3_600_000
const METHODS = ['POST', 'GET'] as const

let emulator: EmulatorProcess
let throttled: EmulatorProcess
let wire: Tap
let throttledWire: Tap

beforeAll(async () => {
  emulator = await startEmulator()
  throttled = await startEmulator('--faults', 'throttling')
  wire = await tap(emulator.origin)
  throttledWire = await tap(throttled.origin)
})

afterEach(() => {
  vi.useRealTimers()
})

afterAll(async () => {
  for (const each of [wire, throttledWire, emulator, throttled]) await each.close()
})

/** What is changed of the usual configuration, and on which wire. */
interface Setting extends Partial<VendorConfig> {
  readonly on?: Tap
}

/** Calls through the tap, and returns what went over the wire as well. */
async function call(
  sdk: VendorSdk,
  given: Partial<VendorCall> & Pick<VendorCall, 'params'>,
  { on = wire, ...keys }: Setting = {},
): Promise<Ending & { readonly exchange: Exchange }> {
  const before = on.exchanges.length
  const config = { origin: on.origin, ...KEY, ...keys }
  const ending = await sdk.call(config, { action: 'ExecuteRequest', method: 'POST', ...given })
  expect(on.exchanges).toHaveLength(before + 1)
  const exchange = on.exchanges.at(-1)
  if (!exchange) throw new Error('nothing went over the wire')
  return { ...ending, exchange }
}

const KEY = { accessKeyId: 'testid', accessKeySecret: 'testsecret' } as const

/** What the gateway knows of a request that is kept. */
interface Kept {
  readonly sdk: VendorSdk
  readonly slug: string
  readonly exchange: Exchange
  readonly params: Readonly<Record<string, string>>
  readonly atEpochMs?: number
  readonly key?: VendorConfig
}

/** Compares a request with the one that was kept, or keeps it. */
function keep({ sdk, slug, exchange, params, atEpochMs = Date.now(), key }: Kept): void {
  const name = `${sdk.name.replace('@alicloud/', '')}-${slug}`
  const { accessKeyId: id, accessKeySecret: secret, securityToken } = { ...KEY, ...key }
  const { request, status, text } = exchange
  const answer = JSON.parse(text) as Record<string, unknown> // why: each is asked to be JSON
  const code = answer['Code'] as string | number | undefined // why: as above
  if (isRecording) {
    const { version } = require(`${sdk.name}/package.json`) as { version: string } // why: npm's
    writeFixture(name, {
      sdk: `${sdk.name} ${version}`,
      atEpochMs,
      key: { id, secret, securityToken },
      params,
      request: { ...request, headers: { ...request.headers, host: '127.0.0.1' } },
      answer: { status, code, data: answer['Data'] },
    })
  }
  const kept = readFixture(name)
  expect(describeRequest(request)).toEqual(describeRequest(kept.request))
  expect({ status, code, data: answer['Data'] }).toEqual({ data: undefined, ...kept.answer })
}

describe.each([popCore, openApiCore])('$name', (sdk) => {
  it.each(METHODS)(
    'verifies a face by %s, and gets Data as the documented text',
    async (method) => {
      const params = faceParams('match')
      const { body, code, exchange } = await call(sdk, { params, method })
      expect(exchange.request.method).toBe(method)
      expect(code).toBe(200)
      expect(body).toEqual({
        Code: 200,
        Message: 'OK',
        RequestId: expect.stringMatching(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/),
        Data:
          '{"passed":"true","retCode":"OK_SUCCESS","retCodeSub":"Z1140",' +
          '"retMessage":"Facial recognition passed (Z1140)",' +
          '"extInfo":{"result":"true","score":"100.0","faceAttack":"false"}}',
      })
      if (method === 'POST') keep({ sdk, slug: 'face', exchange, params })
    },
  )

  it.each([
    ['mismatch', 'false', 'OK_SUCCESS'],
    ['spoof', 'false', 'OK_SUCCESS'],
    ['unreadable', 'false', 'PROCESSING'],
  ] as const)('gets the verdict on the face %s', async (...[face, passed, retCode]) => {
    const { body } = await call(sdk, { params: faceParams(face) })
    expect(JSON.parse(String(body['Data']))).toMatchObject({ passed, retCode })
  })

  it.each(METHODS)('sends Chinese, emoji and reserved characters by %s', async (method) => {
    const { code, exchange } = await call(sdk, { params: DIFFICULT, method })
    expect(code).toBe(200)
    const params = DIFFICULT_FLAT
    expect(readParams(exchange)).toMatchObject(params)
    keep({ sdk, slug: `difficult-${method.toLowerCase()}`, exchange, params })
  })

  it('with a wrong secret gets its own string to sign back', async () => {
    const { code, exchange, isRejected } = await call(
      sdk,
      { params: SMALL },
      { accessKeySecret: 'other' },
    )
    expect({ code, isRejected }).toEqual({ code: 'SignatureDoesNotMatch', isRejected: true })
    expect(exchange.status).toBe(400)
    expect(JSON.parse(exchange.text)).toMatchObject({
      HostId: '127.0.0.1',
      Message:
        'Specified signature is not matched with our calculation. server string to sign is:' +
        stringToSign('POST', readParams(exchange)),
    })
    keep({ sdk, slug: 'wrong-secret', exchange, params: SMALL })
  })

  it('with an unknown key is told so', async () => {
    const { code, exchange } = await call(sdk, { params: SMALL }, { accessKeyId: 'nobody' })
    expect([exchange.status, code]).toEqual([404, 'InvalidAccessKeyId.NotFound'])
  })

  it('has its request refused when the same bytes come twice', async () => {
    const { exchange } = await call(sdk, { params: SMALL })
    const again = await resend(emulator.origin, exchange.request)
    expect([exchange.status, again.status]).toEqual([200, 400])
    expect(JSON.parse(again.text)).toMatchObject({ Code: 'SignatureNonceUsed' })
  })

  it('has its request refused when a byte of it is changed', async () => {
    const { exchange } = await call(sdk, { params: SMALL })
    const { request } = exchange
    const body = request.body.replace('de_test', 'de_tesT')
    expect(body).not.toBe(request.body)
    const answer = await resend(emulator.origin, { ...request, body })
    expect(JSON.parse(answer.text)).toMatchObject({ Code: 'SignatureDoesNotMatch' })
  })

  it.each([
    ['behind', -HOUR_MS],
    ['ahead', HOUR_MS],
  ])('with a clock that is an hour %s gets an expired timestamp', async (way, skewMs) => {
    const atEpochMs = Date.now()
    vi.useFakeTimers({ toFake: ['Date'], now: atEpochMs + skewMs })
    const { code, exchange, isRejected } = await call(sdk, { params: SMALL })
    expect({ code, isRejected }).toEqual({ code: 'InvalidTimeStamp.Expired', isRejected: true })
    keep({ sdk, slug: `clock-${way}`, exchange, params: SMALL, atEpochMs })
  })

  it('gets the code 402 as a number, in an answer with the HTTP status 200', async () => {
    const params = decidedParams('00990402')
    const { body, code, exchange } = await call(sdk, { params })
    expect([exchange.status, code]).toEqual([200, 402])
    expect(body).not.toHaveProperty('HostId')
    keep({ sdk, slug: 'quota', exchange, params })
  })

  it('is throttled with the HTTP status 400', async () => {
    const { code, exchange, isRejected } = await call(sdk, { params: SMALL }, { on: throttledWire })
    expect({ code, isRejected }).toEqual({ code: 'Throttling.User', isRejected: true })
    expect(exchange.status).toBe(400)
  })

  it('assumes a role, and verifies a face with the key and token it got', async () => {
    const assume = { action: 'AssumeRole', version: STS_VERSION, params: ASSUME_ROLE }
    const { body, exchange } = await call(sdk, assume)
    keep({ sdk, slug: 'assume-role', exchange, params: ASSUME_ROLE })
    const issued = body['Credentials'] as Record<string, string> // why: STS's published shape
    const key = {
      origin: wire.origin,
      accessKeyId: issued['AccessKeyId'] ?? '',
      accessKeySecret: issued['AccessKeySecret'] ?? '',
      securityToken: issued['SecurityToken'] ?? '',
    }
    expect(key.accessKeyId).toMatch(/^STS\./)
    const params = decidedParams('00990001')
    const used = await call(sdk, { params }, key)
    expect(JSON.parse(String(used.body['Data']))).toMatchObject({ passed: 'true' })
    keep({ sdk, slug: 'sts-token', exchange: used.exchange, params, key })
    const { securityToken: _, ...without } = key
    expect((await call(sdk, { params: SMALL }, without)).code).toBe('MissingSecurityToken')
    const wrong = { ...key, securityToken: 'wrong' }
    expect((await call(sdk, { params: SMALL }, wrong)).code).toBe('InvalidSecurityToken.Malformed')
  })

  it('gets a page of HTML for a URL that is too long, and cannot read it', async () => {
    const params = { ...SMALL, Photo: 'A'.repeat(10_000) }
    const { code, exchange, isRejected } = await call(sdk, { params, method: 'GET' })
    expect(exchange.status).toBe(414)
    expect(exchange.text).toContain('414 Request-URI Too Large')
    expect({ code, isRejected }).toEqual({ code: undefined, isRejected: true })
  })
})

describe('@alicloud/pop-core, as it is', () => {
  it('puts everything into the form of a POST, and names JSON in capitals', async () => {
    const { exchange } = await call(popCore, { params: SMALL })
    expect(exchange.request.url).toBe('/')
    expect(exchange.request.body).toMatch(/^AccessKeyId=testid&.*&Format=JSON&.*&Signature=/)
  })

  it('rejects a code outside of its list, though the call went through', async () => {
    const params = decidedParams('00990402')
    const { error, isRejected } = await call(popCore, { params })
    expect(isRejected).toBe(true)
    expect(error).toMatchObject({ name: '402Error', code: 402, data: { Code: 402 } })
  })

  it('resolves that code when its list is told of it', async () => {
    const params = decidedParams('00990402')
    const config = { origin: wire.origin, ...KEY }
    const request = { action: 'ExecuteRequest', method: 'POST', params }
    const { code, isRejected } = await callPopCore(config, request, { codes: [402] })
    expect({ code, isRejected }).toEqual({ code: 402, isRejected: false })
  })

  it('sends "post" as a POST with everything in the query, and the signature is right', async () => {
    const { code, exchange } = await call(popCore, { params: SMALL, method: 'post' })
    const { body, headers, method, url } = exchange.request
    expect({ body, method, type: headers['content-type'] }).toEqual({ body: '', method: 'POST' })
    expect(url).toMatch(/^\/\?AccessKeyId=testid&/)
    expect(code).toBe(200)
    keep({ sdk: popCore, slug: 'small-letters', exchange, params: SMALL })
  })

  it('signs the words for what has no value, and sends them', async () => {
    const params = { ...SMALL, Nothing: undefined, Null: null }
    const { code, exchange } = await call(popCore, { params })
    expect(code).toBe(200)
    expect(readParams(exchange)).toMatchObject({ Nothing: 'undefined', Null: 'null' })
  })
})

describe('@alicloud/openapi-core, as it is', () => {
  it('splits a POST between query and form, and names JSON in small letters', async () => {
    const { exchange } = await call(openApiCore, { params: SMALL })
    const { body, headers, url } = exchange.request
    expect(url).toMatch(/^\/\?Action=ExecuteRequest&Format=json&/)
    expect(body).toMatch(/^Service=saf_de&ServiceParameters=/)
    expect(headers['transfer-encoding']).toBe('chunked')
  })

  it('resolves the code 402 like any other answer', async () => {
    const { isRejected } = await call(openApiCore, { params: decidedParams('00990402') })
    expect(isRejected).toBe(false)
  })

  it('reads how long to wait from the header of a throttled answer', async () => {
    const { error } = await call(openApiCore, { params: SMALL }, { on: throttledWire })
    expect(error).toMatchObject({ name: 'ThrottlingError', statusCode: 400, retryAfter: 1000 })
  })
})

describe('@alicloud/credentials', () => {
  const role = {
    withRoleArn: ASSUME_ROLE.RoleArn,
    withRoleSessionName: ASSUME_ROLE.RoleSessionName,
    withDurationSeconds: 900,
  }
  const folder = mkdtempSync(join(tmpdir(), 'saf-edge-oidc-'))
  const oidcTokenFile = join(folder, 'token')
  writeFileSync(oidcTokenFile, 'a token of nobody')

  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  const sources = {
    RAMRoleARNCredentialsProvider: (): Record<string, unknown> => ({
      withCredentialsProvider: holdKey(KEY),
    }),
    OIDCRoleArnCredentialsProvider: (): Record<string, unknown> => ({
      withOIDCProviderArn: 'acs:ram::1000000000000001:oidc-provider/pods',
      withOIDCTokenFilePath: oidcTokenFile,
    }),
  } as const

  it.each(['RAMRoleARNCredentialsProvider', 'OIDCRoleArnCredentialsProvider'] as const)(
    '%s gets a key and a token, with which a face is verified',
    async (provider) => {
      const settings = { ...role, ...sources[provider]() }
      const key = await provideKey({ provider, origin: wire.origin, settings })
      expect(key.accessKeyId).toMatch(/^STS\./)
      const params = decidedParams('00990001')
      for (const sdk of [popCore, openApiCore]) {
        const { body } = await call(sdk, { params }, { ...key })
        expect(JSON.parse(String(body['Data']))).toMatchObject({ passed: 'true' })
      }
    },
  )

  it('sends an OIDC token without any signature or nonce', async () => {
    const provider = 'OIDCRoleArnCredentialsProvider'
    const settings = { ...role, ...sources[provider]() }
    await provideKey({ provider, origin: wire.origin, settings })
    const exchange = wire.exchanges.at(-1)
    expect(exchange && Object.keys(readParams(exchange)).sort()).toEqual([
      'Action',
      'DurationSeconds',
      'Format',
      'OIDCProviderArn',
      'OIDCToken',
      'RoleArn',
      'RoleSessionName',
      'Timestamp',
      'Version',
    ])
  })

  it('finds by the echo that its secret is wrong', async () => {
    const key = holdKey({ ...KEY, accessKeySecret: 'other' })
    const settings = { ...role, withCredentialsProvider: key }
    const given = { provider: 'RAMRoleARNCredentialsProvider', origin: wire.origin } as const
    await expect(provideKey({ ...given, settings })).rejects.toThrow(
      'the access key secret is invalid',
    )
  })

  it('passes on what STS refuses', async () => {
    const provider = 'OIDCRoleArnCredentialsProvider'
    const denied = { withRoleArn: 'acs:ram::1000000000000001:role/denied' }
    const settings = { ...role, ...sources[provider](), ...denied }
    await expect(provideKey({ provider, origin: wire.origin, settings })).rejects.toThrow(
      /"Code":"AuthenticationFail.NoPermission"/,
    )
  })
})

/** Every parameter that went over the wire, decoded by the reference. */
function readParams({ request }: Exchange): Record<string, string> {
  const params = new Map<string, string>()
  for (const text of [request.url.split('?')[1] ?? '', request.body]) {
    expect(parsePairs(text, params)).toBe(true)
  }
  return Object.fromEntries(params)
}
