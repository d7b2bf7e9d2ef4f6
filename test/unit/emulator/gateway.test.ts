import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createEmulator } from '../../../src/emulator/index.ts'
import type { EmulatorOptions } from '../../../src/emulator/index.ts'
import { stringToSign } from '../../reference/sign.ts'
import { callParams, NOW, read, send, signRequest } from './request.ts'
import type { Sent, Shape } from './request.ts'

/** One request that must be refused. */
interface Case {
  readonly code: string
  readonly http: number
  readonly message: string
  readonly changes?: Sent
  readonly shape?: Shape
  readonly options?: EmulatorOptions
}

const EXPIRED = { secret: 's', securityToken: 'token', expiresAtEpochMs: NOW }
const STS_KEYS = {
  testid: 'testsecret',
  off: { secret: 's', disabled: true },
  'STS.a': { secret: 's', securityToken: 'tokenA' },
  'STS.b': { secret: 's', securityToken: 'tokenB' },
  'STS.old': EXPIRED,
}
const sts = (id: string, token: string | undefined): Partial<Case> => ({
  changes: { AccessKeyId: id, SecurityToken: token },
  shape: { secret: 's' },
  options: { accessKeys: STS_KEYS },
})
const NO_API = 'Specified api is not found, please check your url and method.'
const TIME = 'Specified time stamp or date value is'

/** Every row that a client can cause, in the order in which the gateway checks. */
const CASES: readonly Case[] = [
  {
    code: 'UnsupportedHTTPMethod',
    http: 400,
    message: 'This http method is not supported.',
    shape: { method: 'PUT' },
  },
  {
    code: 'InvalidApi.NotFound',
    http: 404,
    message: NO_API,
    shape: { url: 'http://127.0.0.1/v2' },
  },
  {
    code: 'InvalidProtocol.NeedSsl',
    http: 400,
    message: 'Your request is denied as lack of ssl protect.',
    options: { strictHost: true },
    shape: { url: 'http://saf.ap-southeast-1.aliyuncs.com/' },
  },
  {
    code: 'InvalidProduct.NotFound',
    http: 404,
    message: 'Cannot find product according to your specified domain.',
    options: { strictHost: true },
    shape: { url: 'https://saf.example.com/' },
  },
  {
    code: 'InvalidParameter',
    http: 400,
    message: 'The specified parameter "Service" is not valid.',
    shape: { url: 'http://127.0.0.1/?Service=again' },
  },
  {
    code: 'ContentLengthDoesNotMatch',
    http: 400,
    message: 'The request was refused: ContentLengthDoesNotMatch.',
    shape: { headers: { 'content-length': '7' } },
  },
  {
    code: 'ContentMD5NotMatched',
    http: 400,
    message: 'The request was refused: ContentMD5NotMatched.',
    shape: { headers: { 'content-md5': 'AAAAAAAAAAAAAAAAAAAAAA==' } },
  },
  {
    code: 'InvalidParameter.Format',
    http: 400,
    message: 'Specified parameter format is not valid.',
    changes: { Format: 'YAML' },
  },
  {
    code: 'InvalidParameter.Accept',
    http: 400,
    message: 'Specified parameter accept is not valid.',
    shape: { headers: { accept: 'image/png' } },
  },
  { code: 'InvalidAction.NotFound', http: 404, message: NO_API, changes: { Action: undefined } },
  {
    code: 'MissingVersion',
    http: 400,
    message: 'Version is mandatory for this action.',
    changes: { Version: undefined },
  },
  {
    code: 'InvalidVersion',
    http: 400,
    message: 'Specified parameter Version is not valid.',
    changes: { Version: '2018-01-01' },
  },
  {
    code: 'InvalidAction.NotFound',
    http: 404,
    message: NO_API,
    changes: { Action: 'ExecuteRequests' },
  },
  { code: 'InvalidAction.NotFound', http: 404, message: NO_API, changes: { Action: '__proto__' } },
  {
    code: 'InvalidAction.NotFound',
    http: 404,
    message: NO_API,
    changes: { Action: 'RequestDecision' },
    shape: { method: 'GET' },
  },
  {
    code: 'UnsupportedOperation',
    http: 400,
    message: 'The specified action is not supported.',
    changes: { Action: 'ExecuteExtendService' },
  },
  ...['AccessKeyId', 'SignatureMethod', 'SignatureVersion', 'SignatureNonce', 'Timestamp'].map(
    (name) => ({
      code: `Missing${name}`,
      http: 400,
      message: `${name} is mandatory for this action.`,
      changes: { [name]: undefined },
    }),
  ),
  {
    code: 'MissingSignature',
    http: 400,
    message: 'Signature is mandatory for this action.',
    shape: { tamper: { Signature: '' } },
  },
  {
    code: 'InvalidAccessKeyId.NotFound',
    http: 404,
    message: 'Specified access key is not found.',
    changes: { AccessKeyId: 'nobody' },
  },
  {
    code: 'InvalidAccessKeyId.NotFound',
    http: 404,
    message: 'Specified access key is not found.',
    changes: { AccessKeyId: '__proto__' },
  },
  {
    code: 'InvalidAccessKeyId.NotFound',
    http: 404,
    message: 'Specified access key is not found.',
    changes: { AccessKeyId: 'constructor' },
  },
  {
    ...sts('off', undefined),
    code: 'InvalidAccessKeyId.Inactive',
    http: 400,
    message: 'Specified access key is disabled.',
  },
  {
    ...sts('STS.a', undefined),
    code: 'MissingSecurityToken',
    http: 400,
    message: 'SecurityToken is mandatory for this action.',
  },
  {
    ...sts('STS.a', 'nonsense'),
    code: 'InvalidSecurityToken.Malformed',
    http: 400,
    message: 'Specified SecurityToken is malformed.',
  },
  {
    ...sts('STS.a', 'tokenB'),
    code: 'InvalidSecurityToken.MismatchWithAccessKey',
    http: 400,
    message: 'Specified SecurityToken mismatch with the AccessKey.',
  },
  {
    ...sts('STS.old', 'token'),
    code: 'InvalidSecurityToken.Expired',
    http: 400,
    message: 'Specified SecurityToken is expired.',
  },
  {
    code: 'InvalidSignatureMethod',
    http: 400,
    message: 'Specified signature method is not valid.',
    changes: { SignatureMethod: 'HMAC-SHA256' },
  },
  {
    code: 'InvalidSignatureVersion',
    http: 400,
    message: 'Specified parameter SignatureVersion is not valid.',
    changes: { SignatureVersion: '2.0' },
  },
  ...[
    '2026-1-2T03:04:05Z',
    '2026-01-02T03:04:05.000Z',
    '2026-02-30T03:04:05Z',
    '2026-01-02 03:04:05',
    '2026-01-02T03:04:05+00:00',
  ].map((Timestamp) => ({
    code: 'InvalidTimeStamp.Format',
    http: 400,
    message: `${TIME} not well formatted.`,
    changes: { Timestamp },
  })),
  {
    code: 'InvalidTimeStamp.Expired',
    http: 400,
    message: `${TIME} expired.`,
    changes: { Timestamp: '2026-01-02T02:49:04Z' },
  },
  {
    code: 'InvalidTimeStamp.Expired',
    http: 400,
    message: `${TIME} expired.`,
    changes: { Timestamp: '2026-01-02T03:19:06Z' },
  },
  {
    code: 'InvalidRegion.NotFound',
    http: 404,
    message: 'The request was refused: InvalidRegion.NotFound.',
    changes: { RegionId: 'mars' },
  },
  {
    code: 'MissingService',
    http: 400,
    message: 'Service is mandatory for this action.',
    changes: { Service: undefined },
  },
  {
    code: 'MissingServiceParameters',
    http: 400,
    message: 'ServiceParameters is mandatory for this action.',
    changes: { ServiceParameters: undefined },
  },
  {
    code: 'MissingEventCode',
    http: 400,
    message: 'EventCode is mandatory for this action.',
    changes: { Action: 'RequestDecision' },
  },
]

function create(options: EmulatorOptions = {}): ReturnType<typeof createEmulator> {
  return createEmulator({ now: () => NOW, ...options })
}

describe('gateway: refuses as documented', () => {
  it.each(CASES.map((item, at) => [`${item.code} (${at})`, item] as const))(
    '%s',
    async (_, item) => {
      const emulator = create(item.options)
      const params = callParams(item.changes)
      const { status, headers, body, text } = await send(emulator, params, item.shape)
      if (item.code === 'InvalidParameter.Format') {
        expect(text).toContain(`<Code>${item.code}</Code><Message>${item.message}</Message>`)
        return
      }
      const requestId = body['RequestId']
      expect(requestId).toMatch(/^[\dA-F]{8}-[\dA-F]{4}-4[\dA-F]{3}-[89AB][\dA-F]{3}-[\dA-F]{12}$/)
      expect(body).toEqual({
        RequestId: requestId,
        HostId: new URL(item.shape?.url ?? 'http://127.0.0.1/').hostname,
        Code: item.code,
        Message: item.message,
        Recommend: `https://api.aliyun.com/troubleshoot?q=${item.code}&product=saf&requestId=${requestId}`,
      })
      expect(Object.keys(body)).toEqual(['RequestId', 'HostId', 'Code', 'Message', 'Recommend'])
      expect(status).toBe(item.http)
      expect(headers.get('x-acs-request-id')).toBe(requestId)
      expect(headers.get('content-type')).toBe('application/json;charset=utf-8')
      expect(headers.get('date')).toBe('Fri, 02 Jan 2026 03:04:05 GMT')
      expect(emulator.log.map(({ executed, code }) => ({ executed, code }))).toEqual([
        { executed: false, code: item.code },
      ])
    },
  )

  it.each([
    {
      name: 'a wrong secret',
      shape: { secret: 'wrong' },
      code: 'SignatureDoesNotMatch',
      words: 'Specified signature is not matched with our calculation.',
    },
    {
      name: 'a signature that is none',
      shape: { tamper: { Signature: 'no signature' } },
      code: 'IncompleteSignature',
      words: 'The request signature does not conform to Aliyun standards.',
    },
  ])('$name, and echoes what it signed itself', async ({ shape, code, words }) => {
    const params = callParams({ Service: '中文 *~+' })
    const { status, body } = await send(create(), params, shape)
    const signed = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, value ?? '']),
    )
    const echo = stringToSign('POST', signed)
    expect([status, body['Code']]).toEqual([400, code])
    expect(body['Message']).toBe(`${words} server string to sign is:${echo}`)
  })

  it('the second use of a nonce, for the same key only', async () => {
    const accessKeys = { testid: 'testsecret', other: 'testsecret' }
    const emulator = create({ accessKeys })
    const params = callParams()
    expect((await send(emulator, params)).body['Code']).toBe(200)
    const again = await send(emulator, params)
    expect(again.status).toBe(400)
    expect(again.body['Code']).toBe('SignatureNonceUsed')
    expect(again.body['Message']).toBe('Specified signature nonce was used already.')
    const other = await send(emulator, { ...params, AccessKeyId: 'other' })
    expect(other.body['Code']).toBe(200)
  })

  it('requests beyond the rate, with the time to wait', async () => {
    let now = NOW
    const emulator = create({ ratePerSecond: 2, now: () => now })
    const codes: unknown[] = []
    for (const afterMs of [0, 400, 100, 500, 0]) {
      now += afterMs
      const { body, headers, status } = await send(emulator, callParams())
      codes.push(
        body['Code'] === 200 ? 200 : [body['Code'], headers.get('x-acs-retry-after'), status],
      )
    }
    expect(codes).toEqual([
      200,
      200,
      ['Throttling.User', '500', 400],
      200,
      ['Throttling.User', '400', 400],
    ])
  })

  it('the whole of a bare request as an unknown action, in XML', async () => {
    const { status, text, headers } = await read(await create().fetch('http://127.0.0.1/'))
    expect(status).toBe(404)
    expect(headers.get('content-type')).toBe('text/xml;charset=utf-8')
    const requestId = headers.get('x-acs-request-id')
    expect(text).toBe(
      `<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>${requestId}</RequestId>` +
        `<HostId>127.0.0.1</HostId><Code>InvalidAction.NotFound</Code><Message>${NO_API}</Message>` +
        '<Recommend><![CDATA[https://api.aliyun.com/troubleshoot?q=InvalidAction.NotFound' +
        `&product=saf&requestId=${requestId}]]></Recommend></Error>`,
    )
  })

  it('every documented row that a client can cause is in the cases', () => {
    const file = '../shared/spec/gateway-errors.json'
    if (!existsSync(file)) return
    const table = JSON.parse(readFileSync(file, 'utf8')) as { errors: { code: string }[] }
    const caused = new Set([
      ...CASES.map(({ code }) => code),
      'SignatureDoesNotMatch',
      'IncompleteSignature',
      'SignatureNonceUsed',
      'Throttling.User',
      // In sts.test.ts, by a session whose policy does not allow SAF.
      'Forbidden.RAM',
    ])
    expect(table.errors.map(({ code }) => code).filter((code) => !caused.has(code))).toEqual(
      NOT_CAUSED_BY_CLIENTS,
    )
  })
})

/** Templates, the account's state, the gateway's own failures, and what SAF does not use. */
const NOT_CAUSED_BY_CLIENTS = [
  'Missing{Param}',
  'MissingParameter',
  'Invalid{Param}',
  'UnsupportedParameter',
  'IdempotentParameterMismatch',
  'InsufficientBalance',
  'OperationConflict',
  'Forbidden.AccessKeyDisabled',
  'Forbidden.RiskControl',
  'Throttling',
  'Throttling.Api',
  'UnknownError',
  'InternalError',
  'ServiceUnavailable',
  'ServiceUnavailable.RegionMaintaining',
]

describe('gateway: order of checks', () => {
  it('each fault hides those that come after it', async () => {
    const faults: readonly [code: string, changes: Sent, shape: Shape][] = [
      ['UnsupportedHTTPMethod', {}, { method: 'PUT' }],
      ['InvalidApi.NotFound', {}, { url: 'http://127.0.0.1/x' }],
      ['InvalidParameter.Accept', {}, { headers: { accept: 'image/png' } }],
      ['InvalidVersion', { Version: '1' }, {}],
      ['InvalidAction.NotFound', { Action: 'Nothing' }, {}],
      ['MissingSignatureVersion', { SignatureVersion: undefined }, {}],
      ['InvalidAccessKeyId.NotFound', { AccessKeyId: 'nobody' }, {}],
      ['InvalidSecurityToken.Malformed', { SecurityToken: 'x' }, {}],
      ['InvalidSignatureMethod', { SignatureMethod: 'x' }, {}],
      ['InvalidTimeStamp.Expired', { Timestamp: '2020-01-01T00:00:00Z' }, {}],
      ['SignatureDoesNotMatch', {}, { secret: 'wrong' }],
      ['MissingService', { Service: undefined }, {}],
    ]
    for (const [at, [code]] of faults.entries()) {
      const later = faults.slice(at)
      const changes = Object.assign({}, ...later.map((fault) => fault[1])) as Sent
      const shape = Object.assign({}, ...later.map((fault) => fault[2])) as Shape
      const { body } = await send(create(), callParams(changes), shape)
      expect(body['Code']).toBe(code)
    }
  })

  it('a request with a wrong signature burns no nonce', async () => {
    const emulator = create()
    const params = callParams()
    await send(emulator, params, { secret: 'wrong' })
    expect((await send(emulator, params)).body['Code']).toBe(200)
  })

  it('a burnt nonce is remembered until its timestamp leaves the window', async () => {
    let now = NOW
    const emulator = create({ now: () => now, timestampWindowMs: 1000 })
    // A timestamp in the future stays good for nearly two windows.
    const params = callParams({ Timestamp: '2026-01-02T03:04:06Z' })
    expect((await send(emulator, params)).body['Code']).toBe(200)
    now += 2000
    expect((await send(emulator, params)).body['Code']).toBe('SignatureNonceUsed')
    now += 1
    expect((await send(emulator, params)).body['Code']).toBe('InvalidTimeStamp.Expired')
  })

  it('of two copies sent at once, one runs', async () => {
    const emulator = create()
    const params = callParams()
    const answers = await Promise.all([send(emulator, params), send(emulator, params)])
    expect(answers.map(({ body }) => body['Code']).sort()).toEqual([200, 'SignatureNonceUsed'])
    expect(emulator.log.filter(({ executed }) => executed)).toHaveLength(1)
  })

  it('a nonce of any length is accepted, and only once', async () => {
    const emulator = create()
    const params = callParams({ SignatureNonce: '中'.repeat(5000) })
    expect((await send(emulator, params)).body['Code']).toBe(200)
    expect((await send(emulator, params)).body['Code']).toBe('SignatureNonceUsed')
    const other = { ...params, SignatureNonce: `${params['SignatureNonce']}.` }
    expect((await send(emulator, other)).body['Code']).toBe(200)
  })
})

describe('gateway: accepts', () => {
  it.each([
    ['a form alone', {}],
    ['a GET', { method: 'GET' }],
    [
      'common parameters in the query, the rest in the form',
      { query: ['Action', 'Version', 'Signature', 'AccessKeyId', 'SignatureNonce', 'Timestamp'] },
    ],
    ['an answer of any type', { headers: { accept: 'text/html,*/*;q=0.8' } }],
    ['a digest that is right of the body', {}],
    ['https', { url: 'https://saf.ap-southeast-1.aliyuncs.com/' }],
    ['a VPC host', { url: 'https://saf-vpc.cn-shanghai.aliyuncs.com/' }],
  ])('%s', async (name, shape) => {
    const [url, init] = signRequest(callParams(), shape)
    if (name.startsWith('a digest')) {
      const digest = createHash('md5')
        .update(init.body as Buffer)
        .digest('base64') // why: built so
      init.headers = { ...init.headers, 'content-md5': digest }
    }
    const { body, status } = await read(await create().fetch(url, init))
    expect([status, body['Code']]).toEqual([200, 200])
  })

  it.each(['2017-03-31', '2017-10-01', '2018-09-19', '2019-01-20', '2019-01-28', '2020-07-06'])(
    'version %s',
    async (Version) => {
      expect((await send(create(), callParams({ Version }))).body['Code']).toBe(200)
    },
  )

  it.each(['ExecuteRequest', 'ExecuteRequestSG', 'ExecuteRequestML'])(
    'action %s',
    async (Action) => {
      expect((await send(create(), callParams({ Action }))).body['Code']).toBe(200)
    },
  )

  it('a decision, also over plain http', async () => {
    const params = callParams({ Action: 'RequestDecision', EventCode: 'de_x', Service: undefined })
    const url = 'http://saf.ap-southeast-1.aliyuncs.com/'
    const { body } = await send(create({ strictHost: true }), params, { url })
    expect(body['Code']).toBe(200)
    expect(body['Data']).toMatchObject({ finalDecision: 'PASS' })
  })

  it('an STS triple, and letter case in the signature method', async () => {
    const accessKeys = { 'STS.a': { secret: 's', securityToken: 't', expiresAtEpochMs: NOW + 1 } }
    const params = { AccessKeyId: 'STS.a', SecurityToken: 't', SignatureMethod: 'Hmac-SHA1' }
    const { body } = await send(create({ accessKeys }), callParams(params), { secret: 's' })
    expect(body['Code']).toBe(200)
  })

  it('bare UTF-8 in a form, + for a space, and parameters it does not know', async () => {
    const params = callParams({ Remark: '中 文' })
    const [url, init] = signRequest(params)
    // The second way writes the first byte of 文 bare and the others as escapes.
    for (const remark of ['中+文', '中+\u00e6%96%87']) {
      const text = String(init.body).replace(/Remark=[^&]*/, () => `Remark=${remark}`)
      const bare = Buffer.from(
        text.replace('中', '\u00e4\u00b8\u00ad').replace('文', '\u00e6\u0096\u0087'),
        'latin1',
      )
      const { body } = await read(await create().fetch(url, { ...init, body: bare }))
      expect(body['Code']).toBe(200)
    }
  })

  it('a parameter named __proto__, as one of those that were signed', async () => {
    const own = Object.fromEntries([...Object.entries(callParams()), ['__proto__', 'x']])
    expect((await send(create(), own)).body['Code']).toBe(200)
  })
})

describe('gateway: refuses parameters that can be read in two ways', () => {
  it.each([
    ['twice in the form', 'a=1&a=1'],
    ['half an escape', 'a=%'],
    ['an escape that is none', 'a=%zz'],
    ['bytes that are not UTF-8', 'a=%ff'],
    ['half a surrogate pair', 'a=%ED%A0%80'],
    ['a name that cannot be read', '%ff=1'],
  ])('%s', async (_, extra) => {
    const [url, init] = signRequest(callParams())
    const body = Buffer.from(`${String(init.body)}&${extra}`)
    const answer = await read(await create().fetch(url, { ...init, body }))
    expect([answer.status, answer.body['Code']]).toEqual([400, 'InvalidParameter'])
    const named = await read(await create().fetch(`${url}?${extra}`, init))
    expect(named.body['Code']).toBe('InvalidParameter')
  })

  it('a form that is not UTF-8', async () => {
    const [url, init] = signRequest(callParams())
    for (const bytes of [[0xff], [0xc3], [0xed, 0xa0, 0x80]]) {
      const tail = Buffer.concat([Buffer.from('&Remark='), Buffer.from(bytes)])
      const body = Buffer.concat([Buffer.from(String(init.body)), tail])
      const answer = await read(await create().fetch(url, { ...init, body }))
      expect(answer.body['Code']).toBe('InvalidParameter')
    }
  })

  it('more of them than any request has', async () => {
    const many = Array.from({ length: 10_001 }, (_, at) => `p${at}=`).join('&')
    const [url, init] = signRequest(callParams())
    const body = Buffer.from(`${String(init.body)}&${many}`)
    const answer = await read(await create().fetch(url, { ...init, body }))
    expect(answer.body['Code']).toBe('InvalidParameter')
  })

  it('a body that is no form is not looked into', async () => {
    const headers = { 'content-type': 'text/plain' }
    const { text } = await send(create(), callParams(), { headers })
    expect(text).toContain('<Code>InvalidAction.NotFound</Code>')
  })
})

describe('front end', () => {
  it('answers HTML 414 for a long URL, and does not repeat it', async () => {
    const emulator = create()
    const canary = 'CANARY'.repeat(2000)
    const { status, headers, text } = await read(
      await emulator.fetch(`http://127.0.0.1/?${canary}`),
    )
    expect([status, headers.get('content-type')]).toEqual([414, 'text/html'])
    expect(text).toContain('<title>414 Request-URI Too Large</title>')
    expect(text).toContain('Powered by Tengine')
    expect(text).not.toContain('CANARY')
    expect(emulator.log[0]).toMatchObject({ status: 414, code: undefined, executed: false })
  })

  it('counts the bytes of path and query', async () => {
    const emulator = create({ maxUrlBytes: 10 })
    expect((await emulator.fetch('http://127.0.0.1/?12345678')).status).toBe(404)
    expect((await emulator.fetch('http://127.0.0.1/?123456789')).status).toBe(414)
  })

  it('answers HTML 413 for a large body, also for one that never ends', async () => {
    const emulator = create({ maxBodyBytes: 100_000 })
    const large = { method: 'POST', body: new Uint8Array(100_001) }
    const { status, text } = await read(await emulator.fetch('http://127.0.0.1/', large))
    expect(status).toBe(413)
    expect(text).toContain('<title>413 Request Entity Too Large</title>')
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
    })
    const endless = { method: 'POST', body, duplex: 'half' } as RequestInit
    expect((await emulator.fetch('http://127.0.0.1/', endless)).status).toBe(413)
  })

  it('answers HTML 400 for a body that breaks off', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('cut')) })
    const broken = { method: 'POST', body, duplex: 'half' } as RequestInit
    expect((await create().fetch('http://127.0.0.1/', broken)).status).toBe(400)
  })
})

describe('CORS', () => {
  const anyOrigin = { 'access-control-allow-origin': '*' }
  it.each([
    [
      '2017',
      {
        ...anyOrigin,
        'access-control-allow-methods': 'POST, GET, OPTIONS',
        'access-control-allow-headers': 'X-Requested-With, X-Sequence, _aop_secret, _aop_signature',
        'access-control-max-age': '172800',
      },
    ],
    [
      '2022',
      {
        ...anyOrigin,
        'access-control-allow-methods': 'POST, GET, OPTIONS, PUT, DELETE',
        'access-control-allow-headers':
          'X-Requested-With, X-Sequence, _aop_secret, _aop_signature, x-acs-action, x-acs-version, x-acs-date, Content-Type',
        'access-control-max-age': '172800',
      },
    ],
    ['2025', { ...anyOrigin, 'access-control-expose-headers': '*' }],
    ['off', {}],
  ] as const)(
    'profile %s is sent with answers, errors and preflights',
    async (corsProfile, expected) => {
      const emulator = create({ corsProfile })
      const preflight = await emulator.fetch('http://127.0.0.1/', { method: 'OPTIONS' })
      const good = await send(emulator, callParams())
      const bad = await send(emulator, callParams({ Action: 'x' }))
      expect([preflight.status, good.status, bad.status]).toEqual([200, 200, 404])
      for (const { headers } of [preflight, good, bad]) {
        const cors = [...headers].filter(([name]) => name.startsWith('access-control-'))
        expect(Object.fromEntries(cors)).toEqual(expected)
      }
    },
  )

  it('the profile of 2025 is the default', async () => {
    const { headers } = await create().fetch('http://127.0.0.1/')
    expect(headers.get('access-control-expose-headers')).toBe('*')
  })
})
