/**
 * Contract of answers: which error each is, and whether the call ran.
 *
 * @module
 */
import { goldenBodies } from '../vectors/golden.ts'
import { deepEqual, equal, ok, rejects } from './harness.ts'
import type { Library, Suite, Test } from './harness.ts'
import { AT_EPOCH_MS, gatewayError, json, stub } from './stub.ts'

interface Expected {
  /** What comes back. */
  readonly what: string
  readonly answer: () => Response | Promise<Response>
  readonly name: string
  readonly code: string
  readonly outcome: string
  readonly retryable?: boolean
}

/** Registers the tests of answers. */
export const answers: Suite = (test, lib) => {
  testGateway(test, lib)
  testServices(test, lib)
  testForeign(test, lib)
  testData(test, lib)
  testXml(test, lib)
}

function testError(test: Test, lib: Library, { what, answer, ...expected }: Expected): void {
  test(`${what} is ${expected.code}, ${expected.outcome}`, async () => {
    const { saf, sent } = stub(lib, answer, { retry: false })
    await rejects(saf.executeRequest('intl_face_verify', {} as never), (error) => {
      ok(lib.main.isSafError(error), `one of ours: ${String(error)}`)
      equal(error.name, expected.name, 'name')
      equal(error.code, expected.code, 'code')
      equal(error['outcome'], expected.outcome, 'outcome')
      equal(error['retryable'], expected.retryable ?? false, 'retryable')
      equal(error['attempts'], 1, 'attempts')
    })
    equal(sent.length, 1)
  })
}

const NOT = 'not-executed'

const GATEWAY: readonly (readonly [string, number, string, string, boolean?])[] = [
  ['Throttling', 400, 'ERR_SAF_THROTTLED', NOT, true],
  ['Throttling.User', 503, 'ERR_SAF_THROTTLED', NOT, true],
  ['Throttling.Api', 429, 'ERR_SAF_THROTTLED', NOT, true],
  ['InvalidTimeStamp.Expired', 400, 'ERR_SAF_CLOCK_SKEW', NOT],
  ['SignatureNonceUsed', 400, 'ERR_SAF_NONCE_USED', 'unknown'],
  ['InvalidAccessKeyId.NotFound', 404, 'ERR_SAF_CREDENTIALS', NOT],
  ['InvalidAccessKeyId.Inactive', 400, 'ERR_SAF_CREDENTIALS', NOT],
  ['InvalidSecurityToken.Expired', 403, 'ERR_SAF_CREDENTIALS', NOT],
  ['MissingSecurityToken', 400, 'ERR_SAF_CREDENTIALS', NOT],
  ['InvalidTimeStamp.Format', 400, 'ERR_SAF_GATEWAY', NOT],
  ['Forbidden.RAM', 403, 'ERR_SAF_GATEWAY', NOT],
  ['MissingService', 400, 'ERR_SAF_GATEWAY', NOT],
  ['OperationConflict', 409, 'ERR_SAF_GATEWAY', NOT],
  ['InternalError', 500, 'ERR_SAF_GATEWAY', 'unknown'],
  ['InternalError', 400, 'ERR_SAF_GATEWAY', 'unknown'],
  ['InternalError', 429, 'ERR_SAF_GATEWAY', 'unknown'],
  ['UnknownError', 400, 'ERR_SAF_GATEWAY', 'unknown'],
  ['ServiceUnavailable', 503, 'ERR_SAF_GATEWAY', 'unknown'],
  ['ServiceUnavailable.RegionMaintaining', 503, 'ERR_SAF_GATEWAY', 'unknown'],
  ['SomethingNew', 500, 'ERR_SAF_GATEWAY', 'unknown'],
  ['SomethingNew', 400, 'ERR_SAF_GATEWAY', NOT],
]

function testGateway(test: Test, lib: Library): void {
  for (const [gatewayCode, status, code, outcome, retryable = false] of GATEWAY) {
    const expected = { name: 'GatewayError', code, outcome, retryable }
    const answer = (): Response => gatewayError(gatewayCode, { status })
    testError(test, lib, { what: `${gatewayCode} with HTTP ${status}`, answer, ...expected })
  }

  test('a gateway error says its code, host, status and request id', async () => {
    const { saf } = stub(lib, () => gatewayError('Forbidden.RAM', { status: 403 }))
    await rejects(saf.executeRequest('a', {}), (error) => {
      equal(error['gatewayCode'], 'Forbidden.RAM')
      equal(error['hostId'], 'saf.ap-southeast-1.aliyuncs.com')
      equal(error['status'], 403)
      equal(error['requestId'], '0CE4BBEF-F149-490C-97CE-CBBD66E25D6C')
    })
  })

  test('a clock error says how far this clock is off', async () => {
    for (const [offMs, said] of [
      [1_800_000, '1799 s behind'],
      [-1_800_000, '1801 s ahead of'],
    ] as const) {
      const date = new Date(AT_EPOCH_MS + offMs).toUTCString()
      const answer = (): Response => gatewayError('InvalidTimeStamp.Expired', { headers: { date } })
      const { saf } = stub(lib, answer)
      await rejects(saf.executeRequest('a', {}), (error) => {
        ok(String(error.message).includes(`this clock is ${said}`), String(error.message))
        equal(error['attempts'], 2)
      })
    }
  })

  test('a wrong secret is told from another string to sign', async () => {
    const { saf, sent } = stub(lib, async ({ form }) => {
      const { Signature: _, ...params } = Object.fromEntries(form)
      const text = lib.sign.stringToSign('POST', params)
      return gatewayError('SignatureDoesNotMatch', {
        message: `Specified signature is not matched with our calculation. server string to sign is:${text}`,
      })
    })
    await rejects(saf.executeRequest('a', {}), (error) => {
      equal(error.name, 'SignatureError')
      equal(error.code, 'ERR_SAF_SIGNATURE')
      equal(error['outcome'], NOT)
      equal((error['explanation'] as { mistake: string }).mistake, 'wrong-secret')
    })
    equal(sent.length, 1)
  })

  test('a body that was changed after it was signed is not compared, nor shown', async () => {
    const { saf } = stub(lib, ({ init }) => {
      const body = init.body as Uint8Array // why: the contract of the transport
      body.fill(0x41)
      const message = 'server string to sign is:POST&%2F&A%3Db'
      return gatewayError('SignatureDoesNotMatch', { message })
    })
    await rejects(saf.executeRequest('a', {}), (error) => {
      const message = 'the body is not the one that was signed'
      deepEqual(error['explanation'], { mistake: 'unknown', message })
      equal(error['outcome'], NOT)
    })
  })

  test('an echo of the same pairs in another order blames no parameter', async () => {
    const { saf } = stub(lib, ({ form }) => {
      const { Signature: _, ...params } = Object.fromEntries(form)
      const text = lib.sign.stringToSign('POST', params)
      const [start, ...pairs] = text.split('%26')
      return gatewayError('SignatureDoesNotMatch', {
        message: `server string to sign is:${[start, ...pairs.reverse()].join('%26')}`,
      })
    })
    await rejects(saf.executeRequest('a', {}), (error) => {
      const explanation = error['explanation'] as Record<string, unknown>
      equal(explanation['mistake'], 'unknown')
      equal(explanation['parameter'], undefined)
    })
  })

  const echoes: readonly (readonly [
    string,
    (params: Record<string, string>) => object,
    string?,
  ])[] = [
    ['altered-parameter', (params) => ({ ...params, Service: 'canary' }), 'Service'],
    ['missing-parameter', (params) => ({ ...params, Extra: 'canary' }), 'Extra'],
    ['extra-parameter', (params) => omit(params, 'Service'), 'Service'],
    ['missing-parameter', (params) => ({ ...params, '/9j/canary': 'x' }), '(hidden)'],
    ['missing-parameter', (params) => ({ ...params, canary: 'x' }), '(hidden)'],
  ]
  for (const [index, [mistake, alter, parameter]] of echoes.entries()) {
    test(`echo ${index + 1}, with ${mistake}, names the parameter and no value`, async () => {
      const { saf } = stub(lib, ({ form }) => {
        const { Signature: _, ...params } = Object.fromEntries(form)
        const text = lib.sign.stringToSign('POST', alter(params) as Record<string, string>)
        return gatewayError('SignatureDoesNotMatch', {
          message: `server string to sign is:${text}`,
        })
      })
      await rejects(saf.executeRequest('a', {}), (error) => {
        const explanation = error['explanation'] as Record<string, unknown>
        equal(explanation['mistake'], mistake)
        equal(explanation['parameter'], parameter)
        ok(typeof explanation['offset'] === 'number', 'offset')
        ok(!JSON.stringify(explanation).includes('canary'), 'no value')
      })
    })
  }
}

const SERVICE: readonly (readonly [number | string, string, string, boolean?])[] = [
  [400, 'ERR_SAF_BAD_PARAMETERS', NOT],
  [402, 'ERR_SAF_QUOTA', NOT, true],
  [403, 'ERR_SAF_FORBIDDEN', NOT],
  [404, 'ERR_SAF_UNKNOWN_SERVICE', NOT],
  [500, 'ERR_SAF_INTERNAL', 'failed'],
  ['500', 'ERR_SAF_INTERNAL', 'failed'],
  [530, 'ERR_SAF_SERVICE', 'failed'],
  [-1, 'ERR_SAF_SERVICE', 'failed'],
]

function testServices(test: Test, lib: Library): void {
  for (const [serviceCode, code, outcome, retryable = false] of SERVICE) {
    const expected = { name: 'ServiceError', code, outcome, retryable }
    const answer = (): Response => json({ Code: serviceCode, Message: 'm', RequestId: 'R' })
    testError(test, lib, { what: `Code ${JSON.stringify(serviceCode)}`, answer, ...expected })
  }
  for (const Code of [undefined, null, 'OK', '', 1.5, '1e3', '0123456789', true, {}]) {
    testError(test, lib, {
      what: `an answer with Code ${JSON.stringify(Code)}`,
      answer: () => json({ Code, RequestId: 'R' }),
      name: 'ResponseError',
      code: 'ERR_SAF_BAD_RESPONSE',
      outcome: 'unknown',
    })
  }

  test('code 500 with Data says to check resourceCode and photos, and keeps Data', async () => {
    const { saf } = stub(lib, () => json(goldenBodies.badResourceCode.text))
    await rejects(saf.executeRequest('intl_face_verify', {} as never), (error) => {
      equal(error.code, 'ERR_SAF_INTERNAL')
      equal(error['retryable'], false)
      equal(error['serviceCode'], 500)
      equal(error['service'], 'intl_face_verify')
      equal(error['requestId'], '725E1B4E-3E79-4FAB-AD52-1D09297CA54C')
      ok(/resourceCode.*photos/.test(String(error.message)), String(error.message))
      equal((error['data'] as Record<string, unknown>)['retCode'], 'SYSTEM_ERROR')
    })
  })

  for (const code of [300, 409]) {
    test(`code ${code} is a result of some services of China`, async () => {
      const { saf } = stub(lib, () => json({ Code: code, Message: 'm', RequestId: 'R' }))
      const answer = await saf.executeRequest('face_verify_localsdk', {} as never)
      deepEqual(answer, { code, message: 'm', requestId: 'R', data: undefined, rawData: undefined })
    })
  }

  test('a business code counts whatever the HTTP status', async () => {
    const { saf } = stub(lib, () => json({ Code: 200, RequestId: 'R' }, { status: 500 }))
    equal((await saf.executeRequest('a', {})).code, 200)
  })
}

type Answering = () => Response | Promise<Response>

function testForeign(test: Test, lib: Library): void {
  const bad = (outcome: string, what: string, answer: Answering): void =>
    testError(test, lib, {
      what,
      answer,
      name: 'ResponseError',
      code: 'ERR_SAF_BAD_RESPONSE',
      outcome,
    })
  bad(NOT, 'an HTML 414 page', () => html(414))
  bad(NOT, 'an HTML 413 page', () => html(413))
  bad('unknown', 'an HTML 502 page', () => html(502))
  bad('unknown', 'an HTML 200 page', () => html(200))
  bad('unknown', 'an empty answer', () => new Response(''))
  bad('unknown', 'no body at all', () => new Response(null))
  bad('unknown', 'a 204', () => new Response(null, { status: 204 }))
  bad('unknown', 'a cut JSON text', () => json('{"Code":200,"Req'))
  bad('unknown', 'a JSON list', () => json('[1]'))
  bad('unknown', 'JSON null', () => json('null'))
  bad('unknown', 'binary', () => new Response(new Uint8Array([0, 255, 1])))
  bad('unknown', 'XML where JSON was asked for', () => new Response('<Error/>'))
  bad('unknown', 'a body that breaks off', () => brokenAnswer())
  bad('unknown', 'something that is no Response', () => 'x' as never)
  bad('unknown', 'nothing', () => undefined as never)
  const others: readonly Expected[] = [
    {
      what: 'an HTML 429 page',
      answer: () => html(429),
      name: 'GatewayError',
      code: 'ERR_SAF_THROTTLED',
      outcome: NOT,
      retryable: true,
    },
    {
      what: 'an endless answer',
      answer: () => endlessAnswer(),
      name: 'ResponseError',
      code: 'ERR_SAF_TOO_LARGE',
      outcome: 'unknown',
    },
    {
      what: 'a rejected fetch',
      answer: () => Promise.reject(new TypeError('x')),
      name: 'TransportError',
      code: 'ERR_SAF_NETWORK',
      outcome: 'unknown',
    },
    ...[301, 302, 304, 307].map((status) => ({
      what: `HTTP ${status}`,
      answer: () => redirect(status),
      name: 'ResponseError',
      code: 'ERR_SAF_REDIRECT',
      outcome: 'unknown',
    })),
  ]
  for (const other of others) testError(test, lib, other)

  test('stops an endless answer near the limit, and cancels its stream', async () => {
    const seen = { bytes: 0, cancelled: false }
    const { saf } = stub(lib, () => endlessAnswer(seen), { maxResponseBytes: 200_000 })
    await rejects(saf.executeRequest('a', {}), (error) => equal(error.code, 'ERR_SAF_TOO_LARGE'))
    ok(seen.bytes < 400_000, `${seen.bytes} bytes were pulled`)
    ok(seen.cancelled, 'cancelled')
  })

  const strange: readonly (readonly [string, () => unknown])[] = [
    ['headers without get', () => ({ status: 200, headers: {}, text: async () => '<p>' })],
    ['no headers', () => ({ status: 200, headers: null, text: async () => '<p>' })],
    ['headers that throw', () => ({ status: 200, headers: throwing, text: async () => '<p>' })],
    ['a redirect whose body has no cancel', () => ({ status: 302, headers: {}, body: {} })],
    ['a body that is locked', () => locked()],
    ['fields that throw', () => new Proxy({ status: 200, headers: {} }, { get: throwOnType })],
  ]
  for (const [what, make] of strange) {
    test(`a stand-in for a Response with ${what} is one of our errors, unknown`, async () => {
      const { saf } = stub(lib, () => make() as Response)
      await rejects(saf.executeRequest('a', {}), (error) => {
        ok(lib.main.isSafError(error), `one of ours: ${String(error)}`)
        equal(error['outcome'], 'unknown')
        ok(!/canary/.test(String(error.message)), String(error.message))
      })
    })
  }

  test('reads a stand-in for a Response that has text and no stream', async () => {
    const text = JSON.stringify({ Code: 200, RequestId: 'R' })
    const answer = { status: 200, headers: new Headers(), text: async () => text }
    const { saf } = stub(lib, () => answer as unknown as Response)
    equal((await saf.executeRequest('a', {})).requestId, 'R')
  })

  test('a fetch that writes into the headers changes no other request', async () => {
    const { saf, sent } = stub(lib, ({ init }) => {
      Object.assign(init.headers as object, { traceparent: 'canary' })
      return json({ Code: 200, RequestId: 'R' })
    })
    await saf.executeRequest('a', {})
    const other = stub(lib, () => json({ Code: 200, RequestId: 'R' }))
    await other.saf.executeRequest('a', {})
    equal(Object.keys(other.sent[0]?.init.headers ?? {}).join(), 'content-type')
    equal(sent.length, 1)
  })

  test('an unsent proof from a fetch of the caller proves nothing', async () => {
    const refused = Object.assign(new TypeError('fetch failed'), {
      cause: { code: 'ECONNREFUSED' },
    })
    const { saf, sent } = stub(lib, () => Promise.reject(refused))
    await rejects(saf.executeRequest('a', {}), (error) => equal(error['outcome'], 'unknown'))
    equal(sent.length, 1)
  })
}

const throwing = {
  get(): never {
    throw new Error('canary')
  },
}

function throwOnType(target: object, name: string): unknown {
  if (name === 'type') throw new Error('canary')
  return Reflect.get(target, name)
}

function locked(): Response {
  const response = new Response('{}')
  response.body?.getReader()
  return response
}

function omit(params: Record<string, string>, name: string): object {
  return Object.fromEntries(Object.entries(params).filter(([key]) => key !== name))
}

function html(status: number): Response {
  const headers = { 'content-type': 'text/html' }
  return new Response('<html><title>x</title></html>', { status, headers })
}

function redirect(status: number): Response {
  return new Response(null, { status, headers: { location: 'https://elsewhere.example/' } })
}

function brokenAnswer(): Response {
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"Code":200,'))
      controller.error(new Error('reset'))
    },
  })
  return new Response(body, { headers: { 'content-type': 'application/json' } })
}

function endlessAnswer(seen = { bytes: 0, cancelled: false }): Response {
  const body = new ReadableStream(
    {
      pull(controller) {
        seen.bytes += 65_536
        controller.enqueue(new Uint8Array(65_536).fill(32))
      },
      cancel() {
        seen.cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(body)
}

function testData(test: Test, lib: Library): void {
  const cases: readonly (readonly [string, unknown, unknown, string | undefined])[] = [
    ['JSON in a string', '{"a":1}', { a: 1 }, '{"a":1}'],
    ['an object', { a: 1 }, { a: 1 }, '{"a":1}'],
    ['missing', undefined, undefined, undefined],
    ['null', null, undefined, undefined],
    ['empty text', '', undefined, undefined],
    ['text that is no JSON', 'accepted', 'accepted', 'accepted'],
    ['a list', [1], [1], '[1]'],
  ]
  for (const [what, Data, data, rawData] of cases) {
    test(`decodes Data that is ${what}`, async () => {
      const { saf } = stub(lib, () => json({ Code: 200, Message: 'OK', RequestId: 'R', Data }))
      const answer = await saf.executeRequest('a', {})
      deepEqual(answer, { code: 200, message: 'OK', requestId: 'R', data, rawData })
    })
  }

  test('a Code 200 answer with absurdly deep Data is an answer, not an error', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const { saf } = stub(lib, () => json(`{"Code":200,"RequestId":"R","Data":${deep}}`))
    try {
      equal((await saf.executeRequest('a', {})).requestId, 'R')
    } catch (error) {
      // A host whose JSON.parse gives up on the depth has no answer to judge.
      equal((error as { code?: string }).code, 'ERR_SAF_BAD_RESPONSE')
    }
  })

  test('takes no prototype for an answer', async () => {
    const text = '{"__proto__":{"Code":200},"RequestId":"R"}'
    const { saf } = stub(lib, () => json(text))
    await rejects(saf.executeRequest('a', {}), (error) => {
      equal(error.code, 'ERR_SAF_BAD_RESPONSE')
    })
    equal(({} as Record<string, unknown>)['Code'], undefined)
  })
}

function testXml(test: Test, lib: Library): void {
  const { xmlFormat } = lib.xml
  const xml = (body: string, status = 200): Response =>
    new Response(`<?xml version='1.0' encoding='UTF-8'?>${body}`, {
      status,
      headers: { 'content-type': 'text/xml;charset=utf-8' },
    })
  const call = (answer: () => Response): Promise<{ readonly data: unknown }> => {
    const { saf } = stub(lib, answer, { format: xmlFormat, retry: false })
    return saf.executeRequest('a', {})
  }

  test('reads an XML answer with Data as JSON text', async () => {
    const answer = await call(() =>
      xml(
        '<ExecuteRequestResponse><Code>200</Code><Message>OK</Message><RequestId>R</RequestId>' +
          '<Data>{"a":"&lt;&#20013;&amp;"}</Data></ExecuteRequestResponse>',
      ),
    )
    const data = { a: '<中&' }
    deepEqual(answer, {
      code: 200,
      message: 'OK',
      requestId: 'R',
      data,
      rawData: JSON.stringify(data),
    })
  })

  test('reads an XML answer with Data as elements', async () => {
    const answer = await call(() =>
      xml('<R><Code>200</Code><Data><score>1.5</score><t>a</t><t><![CDATA[<b>]]></t></Data></R>'),
    )
    deepEqual(answer.data, { score: '1.5', t: ['a', '<b>'] })
  })

  test('reads a gateway error in XML', async () => {
    const body =
      '<Error><RequestId>R</RequestId><HostId>h</HostId><Code>InvalidAction.NotFound</Code>' +
      '<Message>m</Message><Recommend><![CDATA[https://x]]></Recommend></Error>'
    await rejects(
      call(() => xml(body, 404)),
      (error) => {
        equal(error['gatewayCode'], 'InvalidAction.NotFound')
        equal(error['requestId'], 'R')
        equal(error['outcome'], NOT)
      },
    )
  })

  test('reads JSON too when XML was asked for: a paid answer is not lost', async () => {
    deepEqual((await call(() => json({ Code: 200, Data: { a: 1 } }))).data, { a: 1 })
  })

  test('reads a gateway error in XML when JSON was asked for', async () => {
    const body = '<Error><RequestId>R</RequestId><HostId>h</HostId><Code>Throttling</Code></Error>'
    const { saf } = stub(lib, () => xml(body, 400), { retry: false })
    await rejects(saf.executeRequest('a', {}), (error) => {
      equal(error.code, 'ERR_SAF_THROTTLED')
      equal(error['requestId'], 'R')
    })
  })

  test('reads a code with white space around it', async () => {
    const refused = call(() =>
      xml('<Error><HostId>h</HostId><Code>\n Throttling\n</Code></Error>', 400),
    )
    await rejects(refused, (error) => equal(error.code, 'ERR_SAF_THROTTLED'))
    equal(
      (await call(() => xml('<R><Code> 200 </Code><Data>{"a":1}</Data></R>'))).data !== null,
      true,
    )
  })

  test('takes a page in XHTML for no answer', async () => {
    await rejects(
      call(() => xml('<html><body>502</body></html>', 502)),
      (error) => equal(error.code, 'ERR_SAF_BAD_RESPONSE'),
    )
  })

  test('reads a hundred thousand line ends without slowing down', async () => {
    const answer = await call(() =>
      xml(`<R><Code>200</Code><Data>${'x\r\n'.repeat(100_000)}</Data></R>`),
    )
    equal(String(answer.data).length, 200_000)
  })

  const bad: readonly (readonly [string, string])[] = [
    ['a DOCTYPE', '<!DOCTYPE R><R><Code>200</Code></R>'],
    ['entities of its own', '<!DOCTYPE R [<!ENTITY e "200">]><R><Code>&e;</Code></R>'],
    ['an external entity', '<!DOCTYPE R [<!ENTITY e SYSTEM "file:///etc/passwd">]><R>&e;</R>'],
    ['an unknown entity', '<R><Code>&e;</Code></R>'],
    ['crossed tags', '<R><Code>200</R></Code>'],
    ['a cut document', '<R><Code>200</Code>'],
    ['absurd depth', `${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`],
    ['two roots', '<R><Code>200</Code></R><R/>'],
    ['no elements', 'text'],
  ]
  for (const [what, body] of bad) {
    test(`refuses XML with ${what}`, async () => {
      await rejects(
        call(() => xml(body)),
        (error) => {
          equal(error.code, 'ERR_SAF_BAD_RESPONSE')
          equal(error['outcome'], 'unknown')
        },
      )
    })
  }

  test('reads an element named __proto__ as a name', async () => {
    const answer = await call(() =>
      xml('<R><Code>200</Code><Data><__proto__><Code>1</Code></__proto__></Data></R>'),
    )
    equal(JSON.stringify(answer.data), '{"__proto__":{"Code":"1"}}')
    equal(({} as Record<string, unknown>)['Code'], undefined)
  })

  test('reads a hundred thousand repeated elements without slowing down', async () => {
    const answer = await call(() =>
      xml(`<R><Code>200</Code><Data>${'<t/>'.repeat(100_000)}</Data></R>`),
    )
    equal((answer.data as { t: unknown[] }).t.length, 100_000)
  })
}
