import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { GatewayError, isSafError } from '../../../src/index.ts'
import type { AnySafError } from '../../../src/index.ts'
import { acs3 } from '../../../src/sign/acs3.ts'
import { signedKy } from '../../../src/ky/index.ts'
import { signature } from '../../reference/sign.ts'
import { emulate, KYS, record, refuse } from './kys.ts'

const OPTIONS = {
  endpoint: 'https://ecs.aliyuncs.com',
  version: '2014-05-26',
  accessKeyId: 'canaryid',
  accessKeySecret: 'canarysecret',
}
/** What asks ky to try a POST again, without waiting. */
const AGAIN = { limit: 2, methods: ['post' as const], delay: () => 0 }

const ok = (): Response => Response.json({ RequestId: 'R', Code: 'OK' })
const broken = (): Promise<Response> => Promise.reject(new TypeError('fetch failed'))

async function fail(work: Promise<unknown>): Promise<AnySafError> {
  const error: unknown = await work.then(
    () => 'nothing thrown',
    (thrown: unknown) => thrown,
  )
  if (isSafError(error)) return error
  throw new Error(`not ours: ${inspect(error)}`)
}

describe.each(KYS)('signedKy with %s', (version, ky) => {
  test('sends an action and its JSON as a signed form', async () => {
    const { seen, fetch } = record(ok)
    const ecs = signedKy(ky, { ...OPTIONS, fetch })
    const json = {
      Tag: [{ Key: 'a b*~/中' }, null, { Key: 'c' }],
      At: new Date('2026-01-02T03:04:05.678Z'),
      Id: 9007199254740993n,
      On: true,
      No: undefined,
    }
    expect(await ecs.post('RunInstances', { json }).json()).toEqual({ RequestId: 'R', Code: 'OK' })
    const [one] = seen
    if (!one) throw new Error('nothing sent')
    const form = Object.fromEntries(one.form)
    expect(form).toMatchObject({
      Action: 'RunInstances',
      Version: '2014-05-26',
      'Tag.1.Key': 'a b*~/中',
      'Tag.3.Key': 'c',
      At: '2026-01-02T03:04:05Z',
      Id: '9007199254740993',
      On: 'true',
    })
    expect(form['Signature']).toBe(signature('POST', form, 'canarysecret'))
    expect([one.url, one.init.method, one.init.redirect]).toEqual([
      'https://ecs.aliyuncs.com/',
      'POST',
      'manual',
    ])
    expect(one.init.headers).toEqual({ 'content-type': 'application/x-www-form-urlencoded' })
  })

  test.for([
    ['a path and searchParams', 'Do', { method: 'post', searchParams: { A: '1 2' } }],
    ['a get()', 'Do', { method: 'get', searchParams: { A: '1 2' } }],
    ['a form', 'Do', { method: 'post', body: new URLSearchParams({ A: '1 2' }) }],
    ['an Action in JSON', '', { method: 'post', json: { Action: 'Do', A: '1 2' } }],
    ['an Action in searchParams', '', { method: 'post', searchParams: { Action: 'Do', A: '1 2' } }],
    ['a leading slash', '/Do?A=1+2', { method: 'post' }],
    ['the whole URL', 'https://ecs.aliyuncs.com/Do?A=1%202', { method: 'post' }],
  ] as const)('takes %s', async ([, input, options]) => {
    const { seen, fetch } = record(ok)
    const ecs = signedKy(ky, { ...OPTIONS, fetch })
    await ecs(input, options).json()
    const form = Object.fromEntries(seen[0]?.form ?? [])
    expect([form['Action'], form['A'], seen[0]?.url]).toEqual([
      'Do',
      '1 2',
      'https://ecs.aliyuncs.com/',
    ])
  })

  test.for([
    ['another host', 'https://other.example/Do', {}],
    ['a host without a scheme', '//other.example/Do', {}],
    ['no action', '', {}],
    ['a common parameter', 'Do', { json: { AccessKeyId: 'x' } }],
    ['a name given twice', 'Do', { searchParams: { A: '1' }, json: { A: '2' } }],
    ['a body of bytes', 'Do', { body: new Uint8Array([1]) }],
    [
      'JSON that is none',
      'Do',
      { body: '{canary', headers: { 'content-type': 'application/json' } },
    ],
    ['another method', 'Do', { method: 'put' }],
  ] as const)('refuses %s before anything is sent, once', async ([, input, options]) => {
    const { seen, fetch } = record(ok)
    const ecs = signedKy(ky, { ...OPTIONS, fetch })
    const retry = { limit: 3, methods: ['post' as const, 'put' as const], delay: () => 0 }
    const error: unknown = await ecs(input, { method: 'post', ...options, retry }).then(
      () => 'sent',
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(TypeError)
    expect(String(error)).not.toContain('canary')
    expect(seen).toHaveLength(0)
  })

  test('JSON that no parameter can carry is refused with its path', () => {
    const ecs = signedKy(ky, { ...OPTIONS, fetch: record(ok).fetch })
    const send = async (): Promise<unknown> => ecs.post('Do', { json: { A: [{ B: Symbol('x') }] } })
    return expect(send()).rejects.toThrow(/"A\.1\.B"/)
  })

  test('big integers come back exactly', async () => {
    const { fetch } = record(() => new Response('{"RequestId":"R","Id":9007199254740993}'))
    const answer = await signedKy(ky, { ...OPTIONS, fetch })
      .post('Do')
      .json()
    expect(answer).toEqual({ RequestId: 'R', Id: 9007199254740993n })
  })

  test('an answer keeps its status and its text', async () => {
    const { fetch } = record(() => Response.json({ RequestId: 'R' }, { status: 202 }))
    const response = await signedKy(ky, { ...OPTIONS, fetch }).post('Do')
    expect([response.status, await response.text()]).toEqual([202, '{"RequestId":"R"}'])
    expect(response.headers.get('content-type')).toContain('json')
  })

  describe('retries', () => {
    test.for([
      ['503', refuse('ServiceUnavailable', 503)],
      ['throttling', refuse('Throttling.User')],
      ['a broken connection', broken],
      ['402', () => Response.json({ RequestId: 'R', Code: 402 })],
    ] as const)('a POST is not sent again after %s, unless asked', async ([, answer]) => {
      const eager = ky.create({ retry: { limit: 5, methods: ['post'], delay: () => 0 } })
      for (const plain of [ky, eager]) {
        const { seen, fetch } = record(answer, ok)
        const error = await fail(
          signedKy(plain, { ...OPTIONS, fetch })
            .post('Do')
            .json(),
        )
        expect([error.attempts, seen.length]).toEqual([1, 1])
      }
    })

    test.for([
      ['503', refuse('ServiceUnavailable', 503)],
      ['a page of the front end', () => new Response('<html>', { status: 502 })],
      ['throttling', refuse('Throttling.User')],
      ['a broken connection', broken],
    ] as const)('asked for, it is signed afresh after %s', async ([, answer]) => {
      const { seen, fetch } = record(answer, answer, ok)
      const ecs = signedKy(ky, { ...OPTIONS, fetch })
      await ecs.post('Do', { json: { A: '1' }, retry: AGAIN }).json()
      expect(new Set(seen.map(({ form }) => form.get('SignatureNonce'))).size).toBe(3)
      for (const { form } of seen) {
        const sent = Object.fromEntries(form)
        expect(sent['Signature']).toBe(signature('POST', sent, 'canarysecret'))
        expect([sent['Action'], sent['A']]).toEqual(['Do', '1'])
      }
    })

    test('asked for, it follows a 402 in an answer after a second', async () => {
      const { fetch } = record(() => Response.json({ RequestId: 'R', Code: 402 }), ok)
      const startedAt = performance.now()
      await signedKy(ky, { ...OPTIONS, fetch })
        .post('Do', { retry: AGAIN })
        .json()
      expect(performance.now() - startedAt).toBeGreaterThanOrEqual(990)
    })

    test('a clock that stays wrong ends the call', async () => {
      const date = new Date(Date.now() - 7_200_000).toUTCString()
      const { seen, fetch } = record(refuse('InvalidTimeStamp.Expired', 400, { date }))
      const error = await fail(signedKy(ky, { ...OPTIONS, fetch }).post('Do', { retry: AGAIN }))
      expect([error.code, seen.length]).toEqual(['ERR_SAF_CLOCK_SKEW', 2])
    })

    test('a wrong clock is corrected once, and stays corrected', async () => {
      const date = new Date(Date.now() - 7_200_000).toUTCString()
      const { seen, fetch } = record(refuse('InvalidTimeStamp.Expired', 400, { date }), ok)
      const ecs = signedKy(ky, { ...OPTIONS, fetch })
      await ecs.post('Do', { retry: AGAIN }).json()
      await ecs.post('Do').json()
      const [first, ...later] = seen.map(({ form }) => Date.parse(`${form.get('Timestamp')}`))
      for (const at of later) expect((first ?? 0) - at).toBeGreaterThan(7_000_000)
    })

    test.for([
      ['a wrong signature', refuse('SignatureDoesNotMatch')],
      ['an unknown key', refuse('InvalidAccessKeyId.NotFound', 404)],
      ['a used nonce', refuse('SignatureNonceUsed')],
      ['a service that failed', () => Response.json({ RequestId: 'R', Code: 500, Data: {} })],
      ['too large', () => new Response('<html>', { status: 413 })],
    ] as const)('%s is never tried again', async ([, answer]) => {
      const { seen, fetch } = record(answer, ok)
      await fail(
        signedKy(ky, { ...OPTIONS, fetch })
          .post('Do', { retry: AGAIN })
          .json(),
      )
      expect(seen).toHaveLength(1)
    })

    test('what extend() asks for counts, and one call can refuse it', async () => {
      const { seen, fetch } = record(refuse('Throttling'))
      const ecs = signedKy(ky, { ...OPTIONS, fetch }).extend({ retry: AGAIN })
      expect((await fail(ecs.post('Do').json())).attempts).toBe(3)
      expect((await fail(ecs.post('Do', { retry: 0 }).json())).attempts).toBe(1)
      expect(seen).toHaveLength(4)
    })

    test("the caller's own shouldRetry comes first", async () => {
      const { seen, fetch } = record(refuse('Throttling'))
      const ecs = signedKy(ky, { ...OPTIONS, fetch })
      const errors: unknown[] = []
      const shouldRetry = ({ error }: { error: Error }): boolean => errors.push(error) > 99
      await fail(ecs.post('Do', { retry: { ...AGAIN, shouldRetry } }).json())
      expect(seen).toHaveLength(1)
      expect(errors[0]).toBeInstanceOf(GatewayError)
    })

    test('a hook that replaces the request cannot replay a signature', async () => {
      const { seen, fetch } = record(refuse('Throttling'), ok)
      const hooked = ky.create({
        hooks: { beforeRetry: [({ request }) => new Request(request.url, { method: 'POST' })] },
      })
      await signedKy(hooked, { ...OPTIONS, fetch })
        .post('Do', { retry: AGAIN })
        .json()
      const nonces = seen.map(({ form }) => form.get('SignatureNonce'))
      expect(new Set(nonces).size).toBe(2)
    })

    test("the gateway's wish for a wait is honoured", async () => {
      const { fetch } = record(refuse('Throttling', 400, { 'x-acs-retry-after': '150' }), ok)
      const startedAt = performance.now()
      await signedKy(ky, { ...OPTIONS, fetch })
        .post('Do', { retry: AGAIN })
        .json()
      expect(performance.now() - startedAt).toBeGreaterThanOrEqual(145)
    })

    test('an expired token is refreshed once', async () => {
      const asked: unknown[] = []
      const { seen, fetch } = record(refuse('InvalidSecurityToken.Expired'), ok)
      const ecs = signedKy(ky, {
        endpoint: OPTIONS.endpoint,
        version: OPTIONS.version,
        fetch,
        credentials: ({ forceRefresh } = {}) => {
          asked.push(forceRefresh)
          return { accessKeyId: 'STS.1', accessKeySecret: 's', securityToken: `t${asked.length}` }
        },
      })
      await ecs.post('Do', { retry: AGAIN }).json()
      expect(asked).toEqual([false, true])
      expect(seen.map(({ form }) => form.get('SecurityToken'))).toEqual(['t1', 't2'])
    })
  })

  describe('outcomes', () => {
    test.for([
      ['ERR_SAF_SIGNATURE', 'not-executed', refuse('SignatureDoesNotMatch')],
      ['ERR_SAF_THROTTLED', 'not-executed', refuse('Throttling.User')],
      ['ERR_SAF_CREDENTIALS', 'not-executed', refuse('InvalidAccessKeyId.NotFound', 404)],
      ['ERR_SAF_NONCE_USED', 'unknown', refuse('SignatureNonceUsed')],
      ['ERR_SAF_GATEWAY', 'unknown', refuse('InternalError', 500)],
      ['ERR_SAF_GATEWAY', 'not-executed', refuse('Forbidden.RAM', 403)],
      ['ERR_SAF_BAD_RESPONSE', 'unknown', () => new Response('<html>', { status: 502 })],
      ['ERR_SAF_BAD_RESPONSE', 'not-executed', () => new Response('<html>', { status: 413 })],
      ['ERR_SAF_REDIRECT', 'unknown', () => new Response('', { status: 302 })],
      ['ERR_SAF_NETWORK', 'unknown', broken],
      ['ERR_SAF_BAD_PARAMETERS', 'not-executed', () => Response.json({ Code: 400 })],
      ['ERR_SAF_QUOTA', 'not-executed', () => Response.json({ Code: '402' })],
      ['ERR_SAF_FORBIDDEN', 'not-executed', () => Response.json({ Code: 403 })],
      ['ERR_SAF_UNKNOWN_SERVICE', 'not-executed', () => Response.json({ Code: 404 })],
      ['ERR_SAF_INTERNAL', 'failed', () => Response.json({ Code: 500 })],
      ['ERR_SAF_SERVICE', 'failed', () => Response.json({ Code: 510 })],
    ] as const)('%s is %s', async ([code, outcome, answer]) => {
      const error = await fail(
        signedKy(ky, { ...OPTIONS, fetch: record(answer).fetch })
          .post('Do')
          .json(),
      )
      expect([error.code, error.outcome, error.attempts]).toEqual([code, outcome, 1])
    })

    test.for(['OK', '1', 200, 'isv.LIMIT', 409, 300, undefined])(
      'Code %s is the product’s own',
      async (Code) => {
        const { fetch } = record(() => Response.json({ RequestId: 'R', Code }))
        const answer = await signedKy(ky, { ...OPTIONS, fetch })
          .post('Do')
          .json()
        expect(answer).toEqual(JSON.parse(JSON.stringify({ RequestId: 'R', Code })))
      },
    )

    test("the host's own fetch proves that nothing was sent", async () => {
      const server = createServer().listen(0, '127.0.0.1')
      await once(server, 'listening')
      const { port } = server.address() as AddressInfo // why: it listens on TCP
      server.close()
      await once(server, 'close')
      const endpoint = `http://127.0.0.1:${port}`
      const ecs = signedKy(ky, { ...OPTIONS, endpoint, allowCustomEndpoint: true })
      const error = await fail(ecs.post('Do', { retry: AGAIN }).json())
      expect([error.code, error.outcome, error.attempts, error.retryable]).toEqual([
        'ERR_SAF_NETWORK',
        'not-executed',
        3,
        true,
      ])
    })

    test('once unknown, a call stays unknown', async () => {
      const { fetch } = record(broken, refuse('Forbidden.RAM', 403))
      const error = await fail(
        signedKy(ky, { ...OPTIONS, fetch })
          .post('Do', { retry: AGAIN })
          .json(),
      )
      expect([error.code, error.outcome, error.attempts]).toEqual(['ERR_SAF_GATEWAY', 'unknown', 2])
    })

    test("ky's timeout is ours: unknown once sent, and the socket is let go", async () => {
      let isAborted = false
      const fetch = (_url: unknown, init?: RequestInit): Promise<Response> =>
        new Promise((_, reject) => {
          init?.signal?.addEventListener('abort', () => {
            isAborted = true
            reject(init.signal?.reason)
          })
        })
      const ecs = signedKy(ky, { ...OPTIONS, fetch })
      const error = await fail(ecs.post('Do', { timeout: 300 }).json())
      expect([error.code, error.outcome, error.attempts]).toEqual(['ERR_SAF_TIMEOUT', 'unknown', 1])
      expect(isAborted).toBe(true)
    })

    test('a timeout while credentials are fetched is not executed', async () => {
      const { seen, fetch } = record(ok)
      const { endpoint, version: apiVersion } = OPTIONS
      const never = (): Promise<never> => new Promise(() => {})
      const ecs = signedKy(ky, { endpoint, version: apiVersion, fetch, credentials: never })
      const error = await fail(ecs.post('Do', { timeout: 30 }).json())
      expect([error.code, error.outcome, seen.length]).toEqual([
        'ERR_SAF_TIMEOUT',
        'not-executed',
        0,
      ])
    })

    test('after a timeout that was retried the outcome stays unknown', async () => {
      const { seen, fetch } = record(() => new Promise(() => {}), refuse('Throttling'))
      const retry = { ...AGAIN, limit: 1, retryOnTimeout: true }
      const ecs = signedKy(ky, { ...OPTIONS, fetch })
      const error = await fail(ecs.post('Do', { timeout: 300, retry }).json())
      expect([error.code, error.outcome, seen.length]).toEqual(['ERR_SAF_THROTTLED', 'unknown', 2])
    })

    test("a provider's own failure passes untouched, and is no failure of the call", async () => {
      const { seen, fetch } = record(ok)
      const failure = new TypeError('fetch failed')
      const { endpoint, version: apiVersion } = OPTIONS
      const credentials = (): Promise<never> => Promise.reject(failure)
      const ecs = signedKy(ky, { endpoint, version: apiVersion, fetch, credentials })
      await expect(ecs.post('Do', { retry: AGAIN }).json()).rejects.toBe(failure)
      expect(seen).toHaveLength(0)
    })

    test("the caller's abort passes untouched, also between attempts", async () => {
      for (const answer of [(): Promise<Response> => new Promise(() => {}), refuse('Throttling')]) {
        const controller = new AbortController()
        const reason = new Error('enough')
        const { fetch } = record(() => {
          setTimeout(() => controller.abort(reason), 10)
          return answer()
        })
        const ecs = signedKy(ky, { ...OPTIONS, fetch })
        const retry = { ...AGAIN, delay: () => 5000 }
        const { signal } = controller
        await expect(ecs.post('Do', { signal, retry })).rejects.toBe(reason)
      }
    })

    test('a call that nobody waits for is not swallowed, and json() alone rejects once', async () => {
      const unhandled: unknown[] = []
      const listen = (reason: unknown): void => void unhandled.push(reason)
      process.on('unhandledRejection', listen)
      const { fetch } = record(refuse('Throttling'))
      const ecs = signedKy(ky, { ...OPTIONS, fetch })
      await fail(ecs.post('Do').json())
      await fail(ecs.post('Do').text())
      await new Promise((resolve) => setTimeout(resolve, 20))
      process.off('unhandledRejection', listen)
      expect(unhandled).toEqual([])
    })
  })

  describe('secrets', () => {
    const json = { Photo: 'canaryphoto', Name: 'canaryname' }

    async function expose(error: unknown): Promise<string> {
      const parts: unknown[] = [inspect(error, { depth: 9, showHidden: true, getters: true })]
      const fields = Object(error) as Record<string, unknown> // why: whatever it is
      for (const name of ['message', 'stack', 'options', 'data'])
        parts.push(inspect(fields[name], { depth: 9 }))
      for (const name of ['request', 'response']) {
        const holder = fields[name]
        if (holder instanceof Request)
          parts.push(
            holder.url,
            inspect([...holder.headers]),
            holder.bodyUsed ? '' : await holder.clone().text(),
          )
      }
      return parts.join('\n')
    }

    test('an HTTPError of ky shows neither URL nor body', async () => {
      const { fetch } = record(() => Response.json({ RequestId: 'R' }, { status: 418 }))
      const ecs = signedKy(ky, { ...OPTIONS, fetch })
      for (const options of [
        { json },
        { searchParams: json },
        { body: new URLSearchParams(json) },
      ]) {
        const error: unknown = await ecs.post('Do', options).catch((thrown: unknown) => thrown)
        expect((error as Error).name).toBe('HTTPError')
        expect((error as Error).message).toContain('418')
        expect((error as { response: Response }).response.status).toBe(418)
        expect(await expose(error)).not.toMatch(/canary|Signature|Do\b/)
      }
    })

    test.for([
      ['a refusal', refuse('Forbidden', 403)],
      ['a page', () => new Response('<html>canaryphoto', { status: 500 })],
      [
        'a broken connection',
        () => Promise.reject(new TypeError('fetch failed https://x/?Signature=canary')),
      ],
      ['an error in the answer', () => Response.json({ Code: 500, Data: { name: 'canaryname' } })],
      ['a timeout', () => new Promise<Response>(() => {})],
      [
        'an echo',
        (seen: { form: URLSearchParams }) =>
          refuse(`SignatureDoesNotMatch`)() &&
          Response.json(
            {
              Code: 'SignatureDoesNotMatch',
              HostId: 'h',
              RequestId: 'R',
              Message: `server string to sign is:${seen.form.toString()}`,
            },
            { status: 400 },
          ),
      ],
    ] as const)('%s shows nothing', async ([, answer]) => {
      const { fetch } = record(answer)
      const ecs = signedKy(ky, { ...OPTIONS, fetch })
      const error: unknown = await ecs
        .post('Do', { searchParams: json, timeout: 50 })
        .catch((thrown: unknown) => thrown)
      expect(isSafError(error)).toBe(true)
      expect(
        await expose(error).then((text) => text.replace(/\[Getter[^\]]*\][^}]*\}?/g, '')),
      ).not.toMatch(/canary(secret|photo|id)|Signature=/)
    })

    test('hooks of ky see no secret and no signature', async () => {
      const told: string[] = []
      const { fetch } = record(refuse('Throttling'), ok)
      const watch = async (request: Request): Promise<void> =>
        void told.push(request.url, inspect([...request.headers]), await request.clone().text())
      const find = (...given: unknown[]): Request =>
        [...given, ...given.map((one) => Object(one)['request'] as unknown)].find(
          (one) => one instanceof Request,
        ) as Request // why: one of them is
      const hook = async (...given: unknown[]): Promise<void> => watch(find(...given))
      const hooked = ky.create({
        hooks: { beforeRequest: [hook], beforeRetry: [hook], afterResponse: [hook] },
      })
      const ecs = signedKy(hooked, { ...OPTIONS, fetch })
      await ecs.post('Do', { json: { A: '1' }, retry: AGAIN }).json()
      expect(told.join('\n')).toContain('"A":"1"')
      expect(told.join('\n')).not.toMatch(/canary|Signature/)
    })

    test('printing the instance shows no secret', () => {
      const ecs = signedKy(ky, OPTIONS)
      expect(inspect(ecs, { depth: 9, showHidden: true })).not.toContain('canary')
      expect(JSON.stringify(Object.entries(ecs))).not.toContain('canary')
    })

    test('default headers of ky do not go to the gateway', async () => {
      const { seen, fetch } = record(ok)
      const other = ky.create({ headers: { authorization: 'Bearer canary', 'x-mine': '1' } })
      await signedKy(other, { ...OPTIONS, fetch })
        .post('Do')
        .json()
      expect(Object.keys(seen[0]?.init.headers ?? {})).toEqual(['content-type'])
    })
  })

  describe('as an instance', () => {
    test("the instance's own fetch carries the requests", async () => {
      const { seen, fetch } = record(ok)
      const { seen: perCall, fetch: other } = record(ok)
      const ecs = signedKy(ky.create({ fetch }), OPTIONS)
      await ecs.post('Do').json()
      await ecs.post('Do', { fetch: other }).json()
      for (const { form } of [...seen, ...perCall]) expect(form.get('Signature')).toBeTruthy()
      expect([seen.length, perCall.length]).toEqual([1, 1])
    })

    test('extend() keeps signing, with the defaults it is given', async () => {
      const { seen, fetch } = record(ok)
      const ecs = signedKy(ky, { ...OPTIONS, fetch })
      const plain = ecs.extend({ searchParams: { RegionId: 'cn-hangzhou' } })
      const called = plain.extend((parent) => ({ ...parent, timeout: 5000 }))
      await called.post('Do', { json: { A: '1' } }).json()
      await ecs.create({}).post('Do').json()
      const forms = seen.map(({ form }) => [
        form.get('RegionId'),
        form.get('A'),
        form.has('Signature'),
      ])
      expect(forms[0]?.slice(1)).toEqual(['1', true])
      expect(forms[0]?.[0]).toContain('cn-hangzhou')
      expect(forms[1]).toEqual([null, null, true])
    })

    test('a prefix of the instance changes nothing', async () => {
      const { seen, fetch } = record(ok)
      const prefix = 'https://other.example/api'
      const base = ky.create(version === 'ky 1.14' ? { prefixUrl: prefix } : ({ prefix } as object))
      await signedKy(base, { ...OPTIONS, fetch })
        .post('Do')
        .json()
      expect([seen[0]?.url, seen[0]?.form.get('Action')]).toEqual([
        'https://ecs.aliyuncs.com/',
        'Do',
      ])
    })

    test("ky's own constants are there", () => {
      const ecs = signedKy(ky, OPTIONS)
      expect([ecs.stop, typeof ecs.retry]).toEqual([ky.stop, 'function'])
    })
  })

  test('talks to the emulator, in both signatures', async () => {
    const { emulator, fetch } = emulate()
    const { accessKeyId, accessKeySecret } = emulator.client
    for (const signer of [undefined, acs3]) {
      const saf = signedKy(ky, {
        endpoint: 'https://saf.ap-southeast-1.aliyuncs.com',
        version: '2019-05-21',
        accessKeyId,
        accessKeySecret,
        fetch,
        signer,
      })
      const json = { Service: 'saf_de', ServiceParameters: '{"eventCode":"de_test"}' }
      expect(await saf.post('ExecuteRequest', { json }).json()).toMatchObject({ Code: 200 })
      emulator.script({ business: { Code: 402 } })
      const error = await fail(saf.post('ExecuteRequest', { json }).json())
      expect([error.code, error.name]).toEqual(['ERR_SAF_QUOTA', 'ServiceError'])
    }
  })
})

test.for([
  ['ky', () => signedKy({} as never, OPTIONS)],
  ['options', () => signedKy(KYS[0]?.[1] as never, undefined as never)],
  ['version', () => signedKy(KYS[0]?.[1] as never, { ...OPTIONS, version: '' })],
  [
    'endpoint',
    () => signedKy(KYS[0]?.[1] as never, { ...OPTIONS, endpoint: 'https://evil.example' }),
  ],
  [
    'endpoint',
    () => signedKy(KYS[0]?.[1] as never, { ...OPTIONS, endpoint: 'https://oss-x.aliyuncs.com' }),
  ],
  ['accessKeySecret', () => signedKy(KYS[0]?.[1] as never, { ...OPTIONS, accessKeySecret: 'a\n' })],
] as const)('signedKy refuses a wrong %s', ([name, make]) => {
  expect(make).toThrow(TypeError)
  expect(make).toThrow(`"${name}"`)
})
