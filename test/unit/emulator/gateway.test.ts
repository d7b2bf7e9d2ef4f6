import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createEmulator } from '../../../src/emulator/index.ts'
import type { EmulatorOptions } from '../../../src/emulator/index.ts'
import { stringToSign } from '../../reference/sign.ts'
import { CASES, NO_API } from './refusals.ts'
import { callParams, NOW, read, send, signRequest } from './request.ts'
import type { Sent, Shape } from './request.ts'

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

  it('requests beyond its rate also when they are read in another order', async () => {
    let now = NOW
    const emulator = create({ ratePerSecond: 1, now: () => now-- })
    const codes: unknown[] = []
    for (let left = 2; left > 0; left--) {
      codes.push((await send(emulator, callParams())).body['Code'])
    }
    expect(codes).toEqual([200, 'Throttling.User'])
  })

  it('no requests for longer when its clock was ahead for a while', async () => {
    const emulator = create({ ratePerSecond: 1, now: () => NOW })
    emulator.script({ skewMs: 60_000 })
    const codes: unknown[] = []
    for (let left = 3; left > 0; left--) {
      codes.push((await send(emulator, callParams())).body['Code'])
    }
    expect(codes).toEqual([200, 200, 'Throttling.User'])
  })

  it('requests to one action beyond its rate, whatever the others do', async () => {
    let now = NOW
    const emulator = create({ apiRatePerSecond: 1, now: () => now })
    const codes: unknown[] = []
    for (const Action of ['ExecuteRequest', 'ExecuteRequestSG', 'ExecuteRequest']) {
      now += 100
      const { body, headers } = await send(emulator, callParams({ Action }))
      codes.push([body['Code'], headers.get('x-acs-retry-after')])
    }
    expect(codes).toEqual([
      [200, null],
      [200, null],
      ['Throttling.Api', '800'],
    ])
    emulator.reset()
    expect((await send(emulator, callParams())).body['Code']).toBe(200)
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
})

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

  it('transport security comes before the format, and that before the type of the answer', async () => {
    const url = 'http://saf.ap-southeast-1.aliyuncs.com/'
    const headers = { accept: 'image/png' }
    const bad = { Format: 'YAML', Version: '1' }
    const strict = create({ strictHost: true })
    expect((await send(strict, callParams(bad), { url, headers })).text).toContain('.NeedSsl<')
    const { text } = await send(create(), callParams(bad), { headers })
    expect(text).toContain('<Code>InvalidParameter.Format</Code>')
  })

  it('nonce, permission, rate and the own parameters of the API come last, in this order', async () => {
    const emulator = create({ ratePerSecond: 1 })
    const role = { RoleArn: 'acs:ram::1:role/edge', RoleSessionName: 'order', Policy: '{}' }
    const sts = { ...role, Action: 'AssumeRole', Version: '2015-04-01' }
    const issued = (await send(emulator, callParams(sts))).body['Credentials']
    const { AccessKeyId, AccessKeySecret, SecurityToken } = issued as Record<string, string> // why: STS's shape
    const incomplete = { Service: undefined }
    const denied = callParams({ ...incomplete, AccessKeyId, SecurityToken })
    const codes: unknown[] = []
    for (const [params, secret = 'testsecret'] of [
      [denied, AccessKeySecret],
      [denied, AccessKeySecret],
      [callParams(incomplete)],
      [callParams(incomplete)],
    ] as const) {
      codes.push((await send(emulator, params, { secret })).body['Code'])
    }
    expect(codes).toEqual([
      'Forbidden.RAM',
      'SignatureNonceUsed',
      'MissingService',
      'Throttling.User',
    ])
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

  it.each(['JSON', 'json', 'Json', 'jSoN'])('the format %s, in any letter case', async (Format) => {
    const { body, headers } = await send(create(), callParams({ Format }))
    expect(headers.get('content-type')).toBe('application/json;charset=utf-8')
    expect(body['Code']).toBe(200)
    const refused = await send(create(), callParams({ Format, Version: '1' }))
    expect(refused.body['Code']).toBe('InvalidVersion')
  })

  it.each(['XML', 'xml', 'Xml', undefined])('the format %s, in any letter case', async (Format) => {
    const { text, headers } = await send(create(), callParams({ Format }))
    expect(headers.get('content-type')).toBe('text/xml;charset=utf-8')
    expect(text).toContain('<ExecuteRequestResponse>')
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
  it('answers HTML 414 for a long URL, and repeats it as the real page does', async () => {
    const emulator = create()
    const url = `http://127.0.0.1/?a=<&b="'${'A'.repeat(9000)}`
    const { status, headers, text } = await read(await emulator.fetch(url))
    expect([status, headers.get('content-type')]).toEqual([414, 'text/html'])
    expect(text).toContain('<title>414 Request-URI Too Large</title>')
    expect(text).toContain('Powered by Tengine')
    const shown = new URL(url).href.replaceAll('&', '&#38;')
    expect(text).toContain(`<tr><td>URL:</td><td>${shown}</td></tr>\n<tr><td>Server:</td>`)
    expect(emulator.log[0]).toMatchObject({ status: 414, code: undefined, executed: false })
  })

  it('repeats the start of a URL that has no end', async () => {
    const url = `http://127.0.0.1/?${'A'.repeat(2 ** 20)}`
    const { text } = await read(await create().fetch(url))
    expect(text.length).toBeLessThan(70_000)
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
    // As far as it was read.
    expect(emulator.log.map(({ bodyBytes }) => bodyBytes)).toEqual([100_001, 131_072])
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
