/** Our client against a gateway that was written from the specification alone, over HTTP. */
import { afterEach, describe, expect, it } from 'vitest'
import { xmlFormat } from '../../src/codec/xml.ts'
import { testFaces } from '../../src/emulator/index.ts'
import { createRpcClient, createSaf, fixedPlatform, isSafError } from '../../src/index.ts'
import type { AnySafError, FetchLike, Saf, SafOptions } from '../../src/index.ts'
import { nobleHmacSha1 } from '../../src/sign/noble.ts'
import { createRng, randomParams } from '../reference/prng.ts'
import type { Verification } from '../reference/verify.ts'
import { startReferenceServer } from './reference-server.ts'
import type { ReferenceOptions, ReferenceServer } from './reference-server.ts'

const NOW = Date.UTC(2026, 1, 3, 4, 5, 6)
const HOUR_MS = 3_600_000
const SECRETS = { testid: 'testsecret', 'STS.interop': '秘密&%secret' }
const DATA =
  '{"passed":"true","retCode":"OK_SUCCESS","extInfo":{"result":"true","faceAttack":"false"}}'
const ANSWER = { Data: DATA, Message: 'OK & <好> 😀', Code: 200 }
const FACES = {
  refFaceContent: testFaces.idPhoto,
  authFaceContent: testFaces.match,
  resourceCode: '00840000',
} as const

let server: ReferenceServer | undefined

afterEach(async () => {
  await server?.close()
})

async function start(changes: Partial<ReferenceOptions> = {}): Promise<ReferenceServer> {
  server = await startReferenceServer({
    secrets: SECRETS,
    now: () => NOW,
    answer: ANSWER,
    ...changes,
  })
  return server
}

/** A client whose clock stands where the server's does. */
function optionsFor(
  { origin }: ReferenceServer,
  changes: SafOptions = {},
): SafOptions & { endpoint: string } {
  return {
    allowCustomEndpoint: true,
    accessKeyId: 'testid',
    accessKeySecret: 'testsecret',
    platform: fixedPlatform({ atEpochMs: NOW }),
    ...changes,
    endpoint: origin,
  }
}

function connect(to: ReferenceServer, changes: SafOptions = {}): Saf {
  return createSaf(optionsFor(to, changes))
}

async function failure(call: Promise<unknown>): Promise<AnySafError> {
  try {
    await call
  } catch (error) {
    if (isSafError(error)) return error
    throw error
  }
  throw new Error('expected a failure')
}

/** What the server read in the last request, which it let through. */
function readLast({ judged }: ReferenceServer): Readonly<Record<string, string>> {
  const last: Verification | undefined = judged.at(-1)
  if (!last?.ok) throw new Error(`expected a request that was let through, got ${last?.code}`)
  return last.params
}

describe.each([
  ['JSON', undefined],
  ['XML', xmlFormat],
] as const)('in %s', (name, format) => {
  it('Chinese, emoji, empty and astral parameters arrive as they were given', async () => {
    const gateway = await start()
    const client = createRpcClient({ ...optionsFor(gateway, { format }), version: '2019-05-21' })
    const answer = await client.call('ExecuteRequest', {
      Empty: '',
      备注: '人脸核身\u3000「阿里云」',
      '\u{1f600}': '👩‍🔬 🇻🇳 \u{10ffff}',
      '\ue000': 'after the emoji in UTF-16, before it in bytes',
      '\uffff': '\0\u007f\u0085\u2028',
      Reserved: ' \r\n\t+%2B%&=?#/\\:;,@$"<>[]{}|^`~*\'()!',
      List: ['一', { Key: '二', Deep: [true, 3n] }, null],
      Nothing: undefined,
    })
    expect(answer).toMatchObject({ Message: ANSWER.Message, Data: DATA })
    const { Signature, SignatureNonce, ...rest } = readLast(gateway)
    expect([Signature?.length, SignatureNonce !== '']).toEqual([28, true])
    expect(rest).toEqual({
      AccessKeyId: 'testid',
      Action: 'ExecuteRequest',
      Format: name,
      SignatureMethod: 'HMAC-SHA1',
      SignatureVersion: '1.0',
      Timestamp: '2026-02-03T04:05:06Z',
      Version: '2019-05-21',
      Empty: '',
      备注: '人脸核身\u3000「阿里云」',
      '\u{1f600}': '👩‍🔬 🇻🇳 \u{10ffff}',
      '\ue000': 'after the emoji in UTF-16, before it in bytes',
      '\uffff': '\0\u007f\u0085\u2028',
      Reserved: ' \r\n\t+%2B%&=?#/\\:;,@$"<>[]{}|^`~*\'()!',
      'List.1': '一',
      'List.2.Key': '二',
      'List.2.Deep.1': 'true',
      'List.2.Deep.2': '3',
    })
  })

  it('both photos arrive byte by byte, and the verdict comes back', async () => {
    const gateway = await start()
    const verdict = await connect(gateway, { format }).verifyFace(FACES)
    expect(verdict).toMatchObject({ passed: true, decision: 'pass', raw: DATA })
    const { Service, ServiceParameters = '' } = readLast(gateway)
    expect(Service).toBe('intl_face_verify')
    const fields = JSON.parse(ServiceParameters) as Record<string, string> // why: checked below
    const [ref, auth] = [fields['refFaceContent'], fields['authFaceContent']]
    expect(fields).toEqual({ refFaceContent: ref, authFaceContent: auth, resourceCode: '00840000' })
    expect(Buffer.from(ref ?? '', 'base64').equals(testFaces.idPhoto)).toBe(true)
    expect(Buffer.from(auth ?? '', 'base64').equals(testFaces.match)).toBe(true)
  })

  it('a body that is changed on its way is refused, and the changed parameter is named', async () => {
    const gateway = await start()
    const tamper = withBody((body) => body.replace('intl_face_verify', 'intl_face_verifY'))
    const error = await failure(connect(gateway, { format, fetch: tamper }).verifyFace(FACES))
    expect(error).toMatchObject({
      code: 'ERR_SAF_SIGNATURE',
      outcome: 'not-executed',
      attempts: 1,
      explanation: { mistake: 'altered-parameter', parameter: 'Service' },
    })
    expect(gateway.judged).toEqual([{ ok: false, code: 'SignatureDoesNotMatch' }])
  })

  it('a wrong secret is told from a changed body', async () => {
    const gateway = await start()
    const error = await failure(
      connect(gateway, { format, accessKeySecret: 'other' }).verifyFace(FACES),
    )
    expect(error).toMatchObject({
      code: 'ERR_SAF_SIGNATURE',
      outcome: 'not-executed',
      explanation: { mistake: 'wrong-secret' },
    })
  })

  it.each([-HOUR_MS, HOUR_MS])('a clock that is %d ms off is corrected once', async (skewMs) => {
    const gateway = await start()
    const platform = fixedPlatform({ atEpochMs: NOW + skewMs })
    expect(await connect(gateway, { format, platform }).verifyFace(FACES)).toMatchObject({
      passed: true,
    })
    expect(gateway.judged.map((each) => each.ok || each.code)).toEqual([
      'InvalidTimeStamp.Expired',
      true,
    ])
    expect(readLast(gateway)['Timestamp']).toBe('2026-02-03T04:05:06Z')
  })

  it('a clock that is off without a Date to correct it by is an error', async () => {
    const gateway = await start({ hasDate: false })
    const platform = fixedPlatform({ atEpochMs: NOW - HOUR_MS })
    const error = await failure(connect(gateway, { format, platform }).verifyFace(FACES))
    expect(error).toMatchObject({
      code: 'ERR_SAF_CLOCK_SKEW',
      outcome: 'not-executed',
      attempts: 1,
    })
    expect(gateway.judged).toEqual([{ ok: false, code: 'InvalidTimeStamp.Expired' }])
  })

  it('a key that the gateway does not know is an error of credentials', async () => {
    const gateway = await start()
    const error = await failure(
      connect(gateway, { format, accessKeyId: 'nobody' }).verifyFace(FACES),
    )
    expect(error).toMatchObject({ code: 'ERR_SAF_CREDENTIALS', outcome: 'not-executed' })
  })
})

it('an STS triple is signed with its token, also when the secret is not plain', async () => {
  const gateway = await start()
  const keys = { accessKeyId: 'STS.interop', accessKeySecret: SECRETS['STS.interop'] }
  const securityToken = 'CAIS+/=%令牌'
  await failure(connect(gateway, keys).verifyFace(FACES))
  expect(gateway.judged).toEqual([{ ok: false, code: 'MissingSecurityToken' }])
  await connect(gateway, { ...keys, securityToken }).verifyFace(FACES)
  expect(readLast(gateway)['SecurityToken']).toBe(securityToken)
})

it.each([
  ['Web Crypto', undefined],
  ['@noble/hashes', nobleHmacSha1],
] as const)('200 random sets of parameters arrive as they were given, with %s', async (_, hmac) => {
  const gateway = await start()
  const client = createRpcClient({ ...optionsFor(gateway, { hmac }), version: '2019-05-21' })
  const rng = createRng(20260203)
  for (let count = 0; count < 200; count++) {
    // The names of common parameters are taken.
    const params = Object.fromEntries(
      Object.entries(randomParams(rng)).map(([key, value]) => [`x${key}`, value]),
    )
    await client.call('DescribeAnything', params)
    expect(readLast(gateway)).toMatchObject(params)
    expect(Object.keys(readLast(gateway))).toHaveLength(Object.keys(params).length + 9)
  }
})

/** The host's fetch behind somebody who changes the body. */
function withBody(change: (body: string) => string): FetchLike {
  return (input, init) => {
    const before = Buffer.from(init?.body as Uint8Array).toString() // why: the client sends bytes
    const body = change(before)
    if (body === before) throw new Error('nothing was changed')
    return fetch(input, { ...init, body })
  }
}
