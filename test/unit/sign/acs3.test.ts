import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createRpcClient, createSaf, fixedPlatform, isSafError } from '../../../src/index.ts'
import type { FetchLike } from '../../../src/index.ts'
import { createEmulator, testFaces } from '../../../src/emulator/index.ts'
import { xmlFormat } from '../../../src/codec/xml.ts'
import { prepareAcs3, writeAcs3Text } from '../../../src/sign/acs3-signature.ts'
import { acs3 } from '../../../src/sign/acs3.ts'
import { canonicalize } from '../../../src/sign/canonicalize.ts'
import { webHmacSha1 } from '../../../src/crypto/web.ts'
import { acs3Signature, canonicalRequest, sha256 } from '../../reference/acs3.ts'
import { acs3Vectors } from '../../vectors/acs3.ts'

const URL_OF_ECS = 'https://ecs.aliyuncs.com/'
const CONTEXT = { url: URL_OF_ECS, format: { name: 'JSON' }, hmac: webHmacSha1 } as const
const KEY = { accessKeyId: 'testid', accessKeySecret: 'testsecret' }
const MOMENT = { credentials: KEY, atEpochMs: Date.UTC(2026, 0, 2, 3, 4, 5, 678), nonce: 'n1' }
const SPEC = { action: 'Do', version: '2014-05-26', format: 'JSON', params: {} } as const

test.for(acs3Vectors)('acs3: reproduces $id at every stage', async (vector) => {
  const { method, query, headers, accessKeySecret } = vector
  const text = await writeAcs3Text({ method, query: canonicalize(query), headers })
  expect(text).toBe(`ACS3-HMAC-SHA256\n${vector.canonicalRequestSha256}`)
  expect(await prepareAcs3(accessKeySecret)(text)).toBe(vector.signature)
})

test.for(acs3Vectors)('the reference reproduces $id', (vector) => {
  const request = { ...vector, body: '' }
  expect(sha256(canonicalRequest(request))).toBe(vector.canonicalRequestSha256)
  expect(acs3Signature(request, vector.accessKeySecret)).toBe(vector.signature)
})

const SHARED = new URL('../../../../shared/vectors/acs3.json', import.meta.url)
const isThere = existsSync(SHARED)

test.skipIf(!isThere)(`acs3 vectors are those of ../shared${isThere ? '' : ' (absent)'}`, () => {
  const shared = JSON.parse(readFileSync(SHARED, 'utf8')) as readonly object[] // why: its shape
  const ours = acs3Vectors.map(({ accessKeySecret, ...vector }) => ({
    ...vector,
    secret: accessKeySecret,
    source: expect.any(String),
  }))
  expect(shared).toMatchObject(ours)
  expect(ours).toHaveLength(shared.length)
})

test('acs3: the published example comes out of a client as a signed GET or POST would', async () => {
  const [vector] = acs3Vectors
  if (!vector) throw new Error('no vector')
  const { accessKeyId, accessKeySecret, query, headers } = vector
  const url = `https://${headers['host']}/`
  const sign = acs3({ ...CONTEXT, url })
  const spec = { action: 'RunInstances', version: '2014-05-26', format: 'JSON', params: query }
  const moment = {
    credentials: { accessKeyId, accessKeySecret },
    atEpochMs: Date.parse(`${headers['x-acs-date']}`),
    nonce: `${headers['x-acs-signature-nonce']}`,
  }
  const signed = await sign({ ...spec, format: 'JSON', method: 'GET' }, moment)
  const { authorization, ...rest } = signed.headers
  expect({ ...rest, host: headers['host'] }).toEqual(headers)
  expect(new TextDecoder().decode(signed.body)).toBe(canonicalize(query))
  // The vector is a POST with a query; a GET differs from it in its first word only.
  const expected = acs3Signature({ ...vector, method: 'GET', body: '' }, accessKeySecret)
  expect(authorization).toBe(
    `ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=${expected}`,
  )
})

test('acs3: a POST signs the digest of its form, photos in bytes included', async () => {
  const photo = new Uint8Array(40_000).map((_, at) => at * 31)
  const params = { Text: 'a b*~/中', Empty: '', Photo: ['{"x":"', photo, '"}'] }
  const sign = acs3(CONTEXT)
  const credentials = { ...KEY, securityToken: 'token+/=' }
  const { headers, body } = await sign({ ...SPEC, params }, { ...MOMENT, credentials })
  const { authorization, ...sent } = headers
  const base64 = btoa(Array.from(photo, (byte) => String.fromCharCode(byte)).join(''))
  const text = canonicalize({ ...params, Photo: `{"x":"${base64}"}` })
  expect(new TextDecoder().decode(body)).toBe(text)
  expect(sent).toEqual({
    'content-type': 'application/x-www-form-urlencoded',
    'x-acs-action': 'Do',
    'x-acs-content-sha256': sha256(text),
    'x-acs-date': '2026-01-02T03:04:05Z',
    'x-acs-security-token': 'token+/=',
    'x-acs-signature-nonce': 'n1',
    'x-acs-version': '2014-05-26',
  })
  const signed = { ...sent, host: 'ecs.aliyuncs.com' }
  const expected = acs3Signature(
    { method: 'POST', query: {}, body: text, headers: signed },
    'testsecret',
  )
  expect(authorization?.endsWith(`Signature=${expected}`)).toBe(true)
})

test('acs3: without parameters the body is empty', async () => {
  const { body, headers } = await acs3(CONTEXT)(SPEC, MOMENT)
  expect(body).toHaveLength(0)
  expect(headers['x-acs-content-sha256']).toBe(sha256(''))
})

test('acs3: a port is part of the host that is signed', async () => {
  const { headers } = await acs3({ ...CONTEXT, url: 'http://127.0.0.1:8787/' })(SPEC, MOMENT)
  const { authorization, ...sent } = headers
  const signed = { ...sent, host: '127.0.0.1:8787' }
  const request = { method: 'POST', query: {}, body: '', headers: signed }
  expect(authorization).toContain(acs3Signature(request, 'testsecret'))
})

test('acs3: the key follows the secret', async () => {
  const sign = acs3(CONTEXT)
  const first = await sign(SPEC, MOMENT)
  const credentials = { ...KEY, accessKeySecret: 'other' }
  const second = await sign(SPEC, { ...MOMENT, credentials })
  const third = await sign(SPEC, MOMENT)
  expect(second.headers['authorization']).not.toBe(first.headers['authorization'])
  expect(third.headers).toEqual(first.headers)
  expect(third.headers).not.toBe(first.headers)
})

test('acs3: is refused with XML, when the client is made', () => {
  const make = (): unknown => createSaf({ ...KEY, signer: acs3, format: xmlFormat })
  expect(make).toThrow(TypeError)
  expect(make).toThrow(/JSON/)
})

test.for([
  ['action', { ...SPEC, action: 'Do it' }, MOMENT],
  ['action', { ...SPEC, action: 'Do\r\nx-evil: 1' }, MOMENT],
  ['version', { ...SPEC, version: '2014–05–26' }, MOMENT],
  ['platform.nonce', SPEC, { ...MOMENT, nonce: 'a b' }],
  ['platform.nonce', SPEC, { ...MOMENT, nonce: '' }],
  ['platform.now', SPEC, { ...MOMENT, atEpochMs: Number.NaN }],
  ['accessKeyId', SPEC, { ...MOMENT, credentials: { ...KEY, accessKeyId: 'ключ' } }],
  ['securityToken', SPEC, { ...MOMENT, credentials: { ...KEY, securityToken: 'ключ' } }],
] as const)('acs3: refuses a %s that no header can carry, unseen', async ([name, spec, moment]) => {
  const error = await acs3(CONTEXT)(spec, moment).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(TypeError)
  expect(String(error)).toContain(`"${name}" expected`)
  expect(String(error)).not.toMatch(/ключ|evil/)
})

test('acs3: a face is verified through the emulator', async () => {
  const emulator = createEmulator()
  const seen: Headers[] = []
  const fetch: FetchLike = (input, init) => {
    seen.push(new Headers(init?.headers))
    return emulator.fetch(input, init)
  }
  const saf = createSaf({ ...emulator.client, signer: acs3, fetch })
  const verdict = await saf.verifyFace({
    refFaceContent: testFaces.idPhoto,
    authFaceContent: testFaces.match,
    resourceCode: '00840000',
  })
  expect(verdict.decision).toBe('pass')
  expect(seen[0]?.get('authorization')).toMatch(
    /^ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=content-type;host;/,
  )
})

test('acs3: a wrong secret is named as one', async () => {
  const emulator = createEmulator()
  const client = { ...emulator.client, endpoint: 'http://127.0.0.1', version: '2015-04-01' }
  const sts = createRpcClient({ ...client, accessKeySecret: 'other', signer: acs3 })
  const error = await sts.call('GetCallerIdentity').catch((thrown: unknown) => thrown)
  expect(isSafError(error) && error.name === 'SignatureError' && error.explanation.mistake).toBe(
    'wrong-secret',
  )
})

test('acs3: a clock that is wrong is corrected once', async () => {
  const emulator = createEmulator()
  const platform = fixedPlatform({ atEpochMs: Date.now() - 3_600_000 })
  const client = { ...emulator.client, version: '2015-04-01', platform }
  const sts = createRpcClient({ ...client, signer: acs3 })
  expect((await sts.call('GetCallerIdentity'))['AccountId']).toBeDefined()
  expect(emulator.log.map(({ code }) => code)).toEqual(['InvalidTimeStamp.Expired', undefined])
})

test.for(['GET', 'POST'] as const)(
  'acs3: rpc.sign gives a %s that the gateway takes',
  async (method) => {
    const emulator = createEmulator()
    const rpc = createRpcClient({ ...emulator.client, version: '2019-05-21', signer: acs3 })
    const params = { Service: 'saf_de', ServiceParameters: '{"eventCode":"a b*~/中"}' }
    const request = await rpc.sign('ExecuteRequest', params, { method })
    const response = await emulator.fetch(request)
    expect([response.status, request.method]).toEqual([200, method])
  },
)
