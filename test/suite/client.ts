/**
 * Contract of the clients: what goes on the wire, and when.
 *
 * @module
 */
import { deepEqual, equal, ok, rejects, throws } from './harness.ts'
import type { Library, Suite, Test } from './harness.ts'
import { AT_EPOCH_MS, faceInput, gatewayError, json, SECRETS, stub } from './stub.ts'

const OK = { Code: 200, Message: 'OK', RequestId: 'R-1', Data: '{"a":1}' }

/** Registers the tests of requests. */
export const client: Suite = (test, lib) => {
  testWire(test, lib)
  testCalls(test, lib)
  testCredentials(test, lib)
  testRetries(test, lib)
  testUnsent(test, lib)
}

function testUnsent(test: Test, lib: Library): void {
  test('signs a request without sending it: a POST by default', async () => {
    const { rpc, sent } = stub(lib, () => json(OK))
    const request = await rpc.sign('DescribeRegions', { Filter: ['a', 'b'] })
    equal(sent.length, 0)
    equal(request.method, 'POST')
    equal(request.url, 'https://ecs.cn-hangzhou.aliyuncs.com/')
    equal(request.headers.get('content-type'), 'application/x-www-form-urlencoded')
    const { Signature, ...params } = Object.fromEntries(new URLSearchParams(await request.text()))
    equal(params['Filter.2'], 'b')
    equal(params['Action'], 'DescribeRegions')
    equal(Signature, await lib.sign.signature('POST', params, SECRETS.accessKeySecret))
  })

  test('signs a GET, with everything in its URL', async () => {
    const { rpc } = stub(lib, () => json(OK))
    const request = await rpc.sign('DescribeRegions', { Name: '中 *~' }, { method: 'GET' })
    equal(request.method, 'GET')
    equal(request.body, null)
    const { Signature, ...params } = Object.fromEntries(new URL(request.url).searchParams)
    equal(params['Name'], '中 *~')
    equal(Signature, await lib.sign.signature('GET', params, SECRETS.accessKeySecret))
  })

  test('draws a new nonce for every request it signs, and asks for credentials', async () => {
    let asked = 0
    const credentials = (): typeof SECRETS => {
      asked++
      return SECRETS
    }
    const { rpc } = stub(lib, () => json(OK), { credentials })
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const request = await rpc.sign('A', {})
        return new URLSearchParams(await request.text()).get('SignatureNonce')
      }),
    )
    equal(new Set(nonces).size, 2)
    equal(asked, 2)
  })

  test('does not wait for credentials without end', async () => {
    const credentials = (): Promise<never> => new Promise(() => {})
    const { rpc } = stub(lib, () => json(OK), { credentials, timeoutMs: 30 })
    await rejects(rpc.sign('A', {}), (error) => {
      equal(error.code, 'ERR_SAF_TIMEOUT')
      equal(error['outcome'], 'not-executed')
      equal(error['attempts'], 0)
    })
  })

  test('signs nothing for another method, a common parameter or no action', async () => {
    const { rpc } = stub(lib, () => json(OK))
    const wrong: readonly (readonly [() => Promise<unknown>, RegExp])[] = [
      [() => rpc.sign('A', {}, { method: 'PUT' as 'GET' }), /"method" expected 'GET' or 'POST'/],
      [() => rpc.sign('A', {}, { method: ['GET'] as never }), /"method" expected 'GET' or 'POST'/],
      [() => rpc.sign('A', {}, null as never), /"options" expected object, got null/],
      [() => rpc.sign('A', { Signature: 'x' }), /"Signature" is set by the client/],
      [() => rpc.sign('', {}), /"action" expected text/],
    ]
    for (const [body, message] of wrong) {
      await rejects(body(), (error) => {
        equal(error.name, 'TypeError')
        ok(message.test(error.message ?? ''), error.message)
      })
    }
  })
}

function testWire(test: Test, lib: Library): void {
  test('sends one POST with one header and never follows a redirect', async () => {
    const { saf, sent } = stub(lib, () => json(OK))
    await saf.executeRequest('email_risk', { email: 'a@b.c' })
    equal(sent.length, 1)
    equal(sent[0]?.url, 'https://saf.ap-southeast-1.aliyuncs.com/')
    const { body, signal, ...init } = sent[0]?.init ?? {}
    deepEqual(init, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      redirect: 'manual',
    })
    ok(body instanceof Uint8Array, 'the body is bytes')
    ok(signal, 'a signal')
  })

  test('sends the common parameters of the API page, and the service as JSON text', async () => {
    const { saf, sent } = stub(lib, () => json(OK))
    await saf.executeRequest('email_risk', { email: '中 +&@b.c' })
    const { Signature, ...params } = Object.fromEntries(sent[0]?.form ?? [])
    deepEqual(params, {
      AccessKeyId: SECRETS.accessKeyId,
      Action: 'ExecuteRequest',
      Format: 'JSON',
      SecurityToken: SECRETS.securityToken,
      Service: 'email_risk',
      ServiceParameters: '{"email":"中 +&@b.c"}',
      SignatureMethod: 'HMAC-SHA1',
      SignatureNonce: '00000000000000000000000000000001',
      SignatureVersion: '1.0',
      Timestamp: '2026-11-24T06:00:00Z',
      Version: '2019-05-21',
    })
    equal(Signature, await lib.sign.signature('POST', params, SECRETS.accessKeySecret))
  })

  test('draws a new nonce for every call', async () => {
    const { saf, sent } = stub(lib, () => json(OK))
    await saf.executeRequest('a', {})
    await saf.executeRequest('a', {})
    equal(sent[1]?.form.get('SignatureNonce'), '00000000000000000000000000000002')
  })

  test('draws nonces of 16 random bytes in hex by default', () => {
    const { nonce } = lib.main.systemPlatform
    const drawn = Array.from({ length: 100 }, () => nonce())
    ok(
      drawn.every((text) => /^[0-9a-f]{32}$/.test(text)),
      'hex',
    )
    equal(new Set(drawn).size, 100)
  })

  test('refuses a signer that makes no request, before anything is sent', async () => {
    throws(
      () => stub(lib, () => json(OK), { signer: (() => undefined) as never }),
      (error) => equal(error.name, 'TypeError'),
    )
    const { saf, sent } = stub(lib, () => json(OK), { signer: (() => async () => ({})) as never })
    await rejects(saf.executeRequest('a', {}), (error) => equal(error.name, 'TypeError'))
    equal(sent.length, 0)
  })

  test('refuses an HMAC that does not give 20 bytes, before anything is sent', async () => {
    for (const mac of [undefined, new ArrayBuffer(20), new Uint8Array(32), 'mac']) {
      const { saf, sent } = stub(lib, () => json(OK), { hmac: (() => mac) as never })
      await rejects(saf.executeRequest('a', {}), (error) => equal(error.name, 'TypeError'))
      equal(sent.length, 0)
    }
  })

  test('signs the same with every HMAC implementation', async () => {
    const signatures = await Promise.all(
      [lib.sign.webHmacSha1, lib.noble.nobleHmacSha1].map(async (hmac) => {
        const { saf, sent } = stub(lib, () => json(OK), { hmac })
        await saf.executeRequest('a', {})
        return sent[0]?.form.get('Signature')
      }),
    )
    ok(signatures[0], 'signed')
    equal(signatures[0], signatures[1])
  })

  test('calls the region asked for', async () => {
    const { saf, sent } = stub(lib, () => json(OK), { region: 'cn-shanghai' })
    await saf.executeRequest('a', {})
    equal(sent[0]?.url, 'https://saf.cn-shanghai.aliyuncs.com/')
  })

  test('asks for XML when told to', async () => {
    const { saf, sent } = stub(lib, () => json(OK), { format: lib.xml.xmlFormat })
    await saf.executeRequest('a', {})
    equal(sent[0]?.form.get('Format'), 'XML')
  })

  test('takes the host fetch at the time of the call, without a receiver', async () => {
    const saf = lib.main.createSaf({ ...SECRETS })
    const before = globalThis.fetch
    let receiver: unknown = 'not called'
    globalThis.fetch = async function (this: unknown) {
      receiver = this
      return json(OK)
    }
    try {
      await saf.executeRequest('a', {})
    } finally {
      globalThis.fetch = before
    }
    ok(receiver === undefined || receiver === globalThis, 'the receiver of fetch')
  })
}

function testCalls(test: Test, lib: Library): void {
  test('flattens nested parameters and resolves the answer with its wire names', async () => {
    const answer = { RequestId: 'R', Code: 'OK', Regions: { Region: [] } }
    const { rpc, sent } = stub(lib, () => json(answer))
    const given = { Tag: [{ Key: 'k', Value: null }, null, 'x'], On: true, N: 3, Big: 2n ** 60n }
    deepEqual(await rpc.call('DescribeRegions', { ...given, At: new Date(AT_EPOCH_MS) }), answer)
    const form = Object.fromEntries(sent[0]?.form ?? [])
    equal(form['Tag.1.Key'], 'k')
    equal(form['Tag.3'], 'x')
    equal(form['On'], 'true')
    equal(form['N'], '3')
    equal(form['Big'], '1152921504606846976')
    equal(form['At'], '2026-11-24T06:00:00Z')
    ok(!('Tag.1.Value' in form) && !('Tag.2' in form), 'null is dropped')
    equal(form['Version'], '2014-05-26')
  })

  test('resolves an answer whatever its Code, as products differ', async () => {
    for (const Code of ['OK', '1', 200, undefined]) {
      const { rpc } = stub(lib, () => json({ RequestId: 'R', Code }))
      equal((await rpc.call('Any')).RequestId, 'R', String(Code))
    }
  })

  const badParams: readonly (readonly [string, Record<string, unknown>, RegExp])[] = [
    ['a common parameter', { Action: 'x' }, /"Action" is set by the client/],
    ['a signature', { Signature: 'x' }, /"Signature" is set/],
    ['two names that flatten to one', { 'A.1': 'x', A: ['y'] }, /"A\.1" is given twice/],
    ['NaN', { A: { B: Number.NaN } }, /"A\.B" expected .*, got NaN/],
    ['a function', { A: [() => 1] }, /"A\.1" expected .*, got function/],
    ['a symbol', { A: Symbol('secret') }, /"A" expected .*, got symbol/],
    ['a class instance', { A: new Map() }, /"A" expected .*, got object/],
    ['an invalid date', { A: new Date(Number.NaN) }, /"A" expected/],
    ['a Map instead of an object', new Map([['A', 'x']]) as never, /"params" expected plain/],
    ['a URLSearchParams', new URLSearchParams('A=x') as never, /"params" expected plain/],
  ]
  for (const [what, params, message] of badParams) {
    test(`refuses ${what} in the parameters before anything is sent`, async () => {
      const { rpc, sent } = stub(lib, () => json(OK))
      await rejects(rpc.call('Any', params as never), (error) => {
        equal(error.name, 'TypeError')
        ok(message.test(String(error.message)), `"${error.message}" says ${message}`)
      })
      equal(sent.length, 0)
    })
  }

  test('refuses parameters that hold themselves', async () => {
    const { rpc, sent } = stub(lib, () => json(OK))
    const loop: Record<string, unknown> = {}
    loop['Self'] = loop
    await rejects(rpc.call('Any', loop as never), (error) => equal(error.name, 'TypeError'))
    const { saf } = stub(lib, () => json(OK))
    await rejects(saf.executeRequest('any', loop), (error) => equal(error.name, 'TypeError'))
    equal(sent.length, 0)
  })

  test('sends a parameter named __proto__ as any other', async () => {
    const { rpc, sent } = stub(lib, () => json(OK))
    await rpc.call('Any', JSON.parse('{"__proto__":{"polluted":"1"},"constructor":"c"}'))
    equal(sent[0]?.form.get('__proto__.polluted'), '1')
    equal(sent[0]?.form.get('constructor'), 'c')
    equal(({} as Record<string, unknown>)['polluted'], undefined)
  })

  test('refuses a lone surrogate by the name of its parameter, without its value', async () => {
    const { rpc, sent } = stub(lib, () => json(OK))
    await rejects(rpc.call('Any', { Name: 'photo\ud800' }), (error) => {
      equal(error.name, 'TypeError')
      ok(/"Name".*offset 5/.test(String(error.message)), String(error.message))
    })
    equal(sent.length, 0)
  })

  const badServices: readonly (readonly [string, unknown, unknown])[] = [
    ['no service', '', {}],
    ['a number as service', 7, {}],
    ['text as parameters', 'a', '{}'],
    ['null as parameters', 'a', null],
    ['a list as parameters', 'a', []],
    ['a Map as parameters', 'a', new Map([['a', 1]])],
    ['a promise as parameters', 'a', Promise.resolve({})],
    ['a Date as parameters', 'a', new Date(0)],
    ['a bigint inside the parameters', 'a', { n: 1n }],
  ]
  for (const [what, service, params] of badServices) {
    test(`refuses ${what}`, async () => {
      const { saf, sent } = stub(lib, () => json(OK))
      const call = saf.executeRequest(service as string, params as never)
      await rejects(call, (error) => equal(error.name, 'TypeError'))
      equal(sent.length, 0)
    })
  }
}

function testCredentials(test: Test, lib: Library): void {
  test('asks the credentials function before every attempt', async () => {
    let asked = 0
    const credentials = async (): Promise<typeof SECRETS> => {
      asked++
      return { ...SECRETS, accessKeyId: `LTAI${asked}` } as never // why: one field differs
    }
    const { saf, sent } = stub(
      lib,
      (_, index) => (index === 0 ? gatewayError('Throttling.User') : json(OK)),
      { credentials, retry: {} },
    )
    await saf.executeRequest('a', {})
    equal(asked, 2)
    deepEqual(
      sent.map(({ form }) => form.get('AccessKeyId')),
      ['LTAI1', 'LTAI2'],
    )
  })

  test('asks for fresh credentials once when the token has expired', async () => {
    const asked: unknown[] = []
    const credentials = (context?: { forceRefresh?: boolean | undefined }): typeof SECRETS => {
      asked.push(context?.forceRefresh ?? false)
      return SECRETS
    }
    const { saf, sent } = stub(
      lib,
      (_, index) => (index === 0 ? gatewayError('InvalidSecurityToken.Expired') : json(OK)),
      { credentials },
    )
    await saf.executeRequest('a', {})
    deepEqual(asked, [false, true])
    equal(sent.length, 2)
    const always = stub(lib, () => gatewayError('InvalidSecurityToken.Expired'), { credentials })
    await rejects(always.saf.executeRequest('a', {}), (error) => {
      equal(error.code, 'ERR_SAF_CREDENTIALS')
      equal(error['attempts'], 2)
    })
    const fixed = stub(lib, () => gatewayError('InvalidSecurityToken.Expired'))
    await rejects(fixed.saf.executeRequest('a', {}), (error) => equal(error['attempts'], 1))
  })

  test('refuses credentials of another shape before anything is sent', async () => {
    for (const given of [undefined, null, 'x', {}, { accessKeyId: 'a' }]) {
      const { saf, sent } = stub(lib, () => json(OK), { credentials: () => given as never })
      await rejects(saf.executeRequest('a', {}), (error) => equal(error.name, 'TypeError'))
      equal(sent.length, 0)
    }
  })

  test('follows a secret that changes between calls', async () => {
    const secrets = ['first', 'second']
    const credentials = (): typeof SECRETS =>
      ({ ...SECRETS, accessKeySecret: secrets.shift() ?? 'none' }) as never // why: one field differs
    const { saf, sent } = stub(lib, () => json(OK), { credentials })
    for (const secret of ['first', 'second']) {
      await saf.executeRequest('a', {})
      const { Signature, ...params } = Object.fromEntries(sent.pop()?.form ?? [])
      equal(Signature, await lib.sign.signature('POST', params, secret))
    }
  })

  const badKeys: readonly (readonly [string, Record<string, unknown>])[] = [
    ['accessKeySecret', { accessKeyId: 'a', accessKeySecret: 'canary\n' }],
    ['accessKeySecret', { accessKeyId: 'a', accessKeySecret: ' canary' }],
    ['accessKeySecret', { accessKeyId: 'a', accessKeySecret: 'canary\u200b' }],
    ['accessKeySecret', { accessKeyId: 'a', accessKeySecret: '' }],
    ['accessKeySecret', { accessKeyId: 'a' }],
    ['accessKeyId', { accessKeyId: 'can\tary', accessKeySecret: 's' }],
    ['accessKeyId', { accessKeySecret: 's' }],
    ['securityToken', { accessKeyId: 'a', accessKeySecret: 's', securityToken: 'canary\r\n' }],
  ]
  for (const [index, [name, options]] of badKeys.entries()) {
    test(`names ${name} in bad credentials ${index + 1}, and shows none`, () => {
      throws(
        () => lib.main.createSaf(options),
        (error) => {
          equal(error.name, 'TypeError')
          ok(String(error.message).includes(`"${name}"`), String(error.message))
          ok(!/canary/.test(String(error.message)), String(error.message))
        },
      )
    })
  }
}

function testRetries(test: Test, lib: Library): void {
  test('signs anew after throttling, and gives up after three attempts', async () => {
    const { saf, sent } = stub(lib, () => gatewayError('Throttling.User'), { timeoutMs: 20_000 })
    await rejects(saf.verifyFace(faceInput()), (error) => {
      equal(error.code, 'ERR_SAF_THROTTLED')
      equal(error['attempts'], sent.length)
      equal(error['outcome'], 'not-executed')
      equal(error['retryable'], true)
    })
    equal(sent.length, 3)
    equal(new Set(sent.map(({ form }) => form.get('SignatureNonce'))).size, 3)
  })

  test('sends one request with retry: false', async () => {
    const { saf, sent } = stub(lib, () => gatewayError('Throttling.User'), { retry: false })
    await rejects(saf.executeRequest('a', {}), (error) => equal(error['attempts'], 1))
    equal(sent.length, 1)
  })

  test('does not begin a wait that the deadline would cut', async () => {
    const headers = { 'x-acs-retry-after': '60000' }
    const { saf, sent } = stub(lib, () => gatewayError('Throttling', { headers }))
    await rejects(saf.executeRequest('a', {}), (error) => equal(error.code, 'ERR_SAF_THROTTLED'))
    equal(sent.length, 1)
  })

  test('corrects its clock once by the Date header, and remembers it', async () => {
    const date = new Date(AT_EPOCH_MS + 3_600_000).toUTCString()
    const { saf, sent } = stub(lib, (_, index) =>
      index === 0
        ? gatewayError('InvalidTimeStamp.Expired', { headers: { date } })
        : json(OK, { headers: { date } }),
    )
    await saf.executeRequest('a', {})
    await saf.executeRequest('a', {})
    deepEqual(
      sent.map(({ form }) => form.get('Timestamp')),
      ['2026-11-24T06:00:00Z', '2026-11-24T07:00:00Z', '2026-11-24T07:00:00Z'],
    )
  })

  test('forgets its correction when its own clock was set right', async () => {
    let nowEpochMs = AT_EPOCH_MS - 3_600_000
    const platform = { now: () => nowEpochMs, nonce: lib.main.systemPlatform.nonce }
    const date = new Date(AT_EPOCH_MS).toUTCString()
    const { saf, sent } = stub(
      lib,
      ({ form }) => {
        const skewMs = Math.abs(Date.parse(form.get('Timestamp') ?? '') - AT_EPOCH_MS)
        return skewMs > 900_000
          ? gatewayError('InvalidTimeStamp.Expired', { headers: { date } })
          : json(OK)
      },
      { platform },
    )
    await saf.executeRequest('a', {})
    nowEpochMs = AT_EPOCH_MS
    await saf.executeRequest('a', {})
    equal(sent.length, 4)
    await saf.executeRequest('a', {})
    equal(sent.length, 5)
  })

  test('never loops on an expired timestamp', async () => {
    const cases = [{ date: new Date(AT_EPOCH_MS + 3_600_000).toUTCString() }, {}]
    for (const [index, headers] of cases.entries()) {
      const { saf, sent } = stub(lib, () => gatewayError('InvalidTimeStamp.Expired', { headers }))
      await rejects(saf.executeRequest('a', {}), (error) => {
        equal(error.code, 'ERR_SAF_CLOCK_SKEW')
        equal(error['outcome'], 'not-executed')
      })
      equal(sent.length, 2 - index)
    }
  })

  test('does not send again after a failure that may have run', async () => {
    const failures: readonly (() => Response)[] = [
      () => {
        throw new TypeError('Failed to fetch')
      },
      () => new Response('<html>', { status: 502 }),
      () => gatewayError('InternalError', { status: 500 }),
      () => gatewayError('SignatureNonceUsed'),
      () => json({ Code: 500, RequestId: 'R' }),
      () => json({ Code: 402, RequestId: 'R' }),
    ]
    for (const answer of failures) {
      const { saf, sent } = stub(lib, answer)
      await rejects(saf.executeRequest('a', {}), (error) => ok(lib.main.isSafError(error)))
      equal(sent.length, 1)
    }
  })

  test('replays the same bytes once when asked to, and a complete answer settles it', async () => {
    const { saf, sent } = stub(
      lib,
      (_, index) => {
        if (index === 0) throw new TypeError('Failed to fetch')
        return json(OK)
      },
      { retry: { ambiguous: 'replay' } },
    )
    equal((await saf.executeRequest('a', {})).requestId, 'R-1')
    equal(sent.length, 2)
    equal(String(sent[0]?.form), String(sent[1]?.form))
  })

  test('stays unknown after a replay that is refused', async () => {
    const codes = ['SignatureNonceUsed', 'Throttling', 'InvalidAccessKeyId.NotFound']
    for (const code of codes) {
      const { saf, sent } = stub(
        lib,
        (_, index) => {
          if (index === 0) throw new TypeError('Failed to fetch')
          return gatewayError(code)
        },
        { retry: { ambiguous: 'replay' } },
      )
      await rejects(saf.executeRequest('a', {}), (error) => {
        equal(error['outcome'], 'unknown', code)
        equal(error['retryable'], false, code)
        equal(error['attempts'], 2, code)
        ok(/may have run|arrived/.test(String(error.message)), String(error.message))
      })
      equal(sent.length, 2)
    }
  })

  test('asks a second time after 402 and 500 only when told to', async () => {
    const cases = [
      [{ Code: 402, RequestId: 'R' }, { quota: true }, 2],
      [{ Code: 500, RequestId: 'R' }, { internal: true }, 2],
      [{ Code: 500, RequestId: 'R', Data: '{}' }, { internal: true }, 1],
    ] as const
    for (const [body, retry, times] of cases) {
      const { saf, sent } = stub(lib, () => json(body), { retry })
      await rejects(saf.executeRequest('a', {}), (error) => equal(error['attempts'], times))
      equal(sent.length, times)
    }
  })
}
