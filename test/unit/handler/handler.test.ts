import { inspect } from 'node:util'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { createVerifyHandler, memoryStore } from '../../../src/handler/index.ts'
import type { VerifyHandlerOptions } from '../../../src/handler/index.ts'
import { createSaf } from '../../../src/index.ts'
import type { RateLimiter } from '../../../src/types.ts'
import { createEmulator, testFaces } from '../../../src/emulator/index.ts'
import { FIELDS, openDoor, PAGE, read, send, writeForm, writeRequest } from './door.ts'
import type { Changes } from './door.ts'

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** A limiter that says what it is told to. */
function limiterOf(reserve: RateLimiter['reserve']): RateLimiter {
  return { reserve }
}

describe('answers', () => {
  it.each([
    ['match', true, 'pass'],
    ['mismatch', false, 'mismatch'],
    ['spoof', false, 'attack'],
    ['unreadable', false, 'inconclusive'],
  ] as const)('a live photo of kind %s: passed %s, %s', async (face, passed, decision) => {
    const door = openDoor()
    const { status, body, headers } = await send(door, {
      fields: { authFaceContent: testFaces[face] },
    })
    expect(status).toBe(200)
    expect(body).toEqual({ passed, decision, requestId: expect.stringMatching(/^[\dA-F-]{36}$/) })
    expect(headers.get('content-type')).toBe('application/json')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(door.paid()).toBe(1)
  })

  it('reveals what it is told to, and what the verdict lacks is absent', async () => {
    const door = openDoor({ reveal: ['score', 'faceAttack', 'retCode'] })
    const { body } = await send(door)
    expect(body).toMatchObject({ score: 100, faceAttack: false, retCode: 'OK_SUCCESS' })
    const fields = { authFaceContent: testFaces.unreadable }
    const { body: unclear } = await send(door, { fields })
    expect(Object.keys(unclear)).toEqual(['passed', 'decision', 'requestId', 'retCode'])
  })

  it.each([
    ['plain', (text: string) => text],
    [
      'url-safe without padding',
      (text: string) => Buffer.from(text, 'base64').toString('base64url'),
    ],
    ['a data: URL', (text: string) => `data:image/jpeg;base64,${text}`],
  ])('reads JSON with base64, %s', async (_, write) => {
    const door = openDoor()
    const body = JSON.stringify({
      refFaceContent: write(base64(FIELDS.refFaceContent)),
      authFaceContent: write(base64(FIELDS.authFaceContent)),
      resourceCode: FIELDS.resourceCode,
    })
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    expect((await send(door, { headers, body })).body).toMatchObject({ decision: 'pass' })
  })

  it('a verdict of a client that is not ours fails closed', async () => {
    const verdict = { passed: 'true', decision: 'pass', requestId: 'r' } as unknown as {
      passed: boolean
      decision: string
      requestId: string
    }
    const door = openDoor({ saf: { verifyFace: async () => verdict } })
    expect((await send(door)).body).toMatchObject({ passed: false })
    const odd = { ...verdict, decision: undefined as never, score: 1n, retCode: {} }
    const strange = openDoor({ saf: { verifyFace: async () => odd }, reveal: ['score', 'retCode'] })
    const { body } = await send(strange)
    expect(body).toEqual({ passed: false, decision: 'undefined', requestId: 'r' })
  })

  it('tells its operator of each answer, and never of contents', async () => {
    const door = openDoor()
    await send(door)
    await send(door, { headers: { origin: 'https://evil.example' } })
    expect(door.events).toEqual([
      { type: 'answered', status: 200, isReplay: false, durationMs: expect.any(Number) },
      expect.objectContaining({ status: 403, code: 'origin-not-allowed' }),
    ])
    expect(JSON.stringify(door.events)).not.toMatch(/alice|\/9j/)
  })

  it('a listener that throws changes nothing', async () => {
    const onEvent = (): void => {
      throw new Error('listener')
    }
    expect((await send(openDoor({ onEvent }))).status).toBe(200)
  })
})

describe('checks', () => {
  const form = 'multipart/form-data; boundary=x'
  const overLong = { 'content-length': '99999999', 'content-type': form }
  const png = { authFaceContent: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') }
  /** Each fault, in the order in which they are looked for. */
  const FAULTS: readonly (readonly [code: string, status: number, fault: Changes])[] = [
    ['method-not-allowed', 405, { method: 'GET' }],
    ['unsupported-media-type', 415, { headers: { 'content-type': 'text/plain' } }],
    ['origin-not-allowed', 403, { headers: { origin: 'https://evil.example' } }],
    ['body-too-large', 413, { headers: overLong, body: '' }],
    ['not-authorized', 403, { headers: { authorization: undefined } }],
    ['rate-limited', 429, { headers: { authorization: 'mallory' } }],
    ['photo-not-jpeg', 422, { fields: png }],
    ['idempotency-key-required', 400, { headers: { 'idempotency-key': undefined } }],
  ]
  const limiter = limiterOf(async (key) =>
    key === 'mallory' ? { ok: false, retryAfterMs: 1500 } : { ok: true, waitMs: 0 },
  )

  it.each(FAULTS)('%s is answered with %i, and nothing is paid', async (code, status, fault) => {
    const door = openDoor({ limiter })
    const { body, headers, status: answered } = await send(door, fault)
    expect([answered, body['code']]).toEqual([status, code])
    expect(body).toMatchObject({
      type: `urn:problem-type:saf-edge:${code}`,
      status,
      title: expect.stringMatching(/./),
    })
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(door.paid()).toBe(0)
  })

  it.each(FAULTS.slice(1).map((fault, at) => [FAULTS[at]?.[0] ?? '', fault[0], at] as const))(
    'of two faults, %s is answered before %s',
    async (code, _, at) => {
      const door = openDoor({ limiter })
      const [, , first = {}] = FAULTS[at] ?? []
      const [, , second = {}] = FAULTS[at + 1] ?? []
      const both = { ...second, ...first, headers: { ...second.headers, ...first.headers } }
      expect((await send(door, both)).body['code']).toBe(code)
    },
  )

  it('the answers say what else a page needs', async () => {
    const door = openDoor({ limiter })
    expect((await send(door, { method: 'PUT' })).headers.get('allow')).toBe('POST, OPTIONS')
    const limited = await send(door, { headers: { authorization: 'mallory' } })
    expect(limited.headers.get('retry-after')).toBe('2')
    const { body } = await send(door, { fields: { resourceCode: undefined } })
    expect(body['detail']).toMatch(/refFaceContent, authFaceContent, resourceCode/)
  })

  it('the answers say what is wrong with a header that a page wrote by hand', async () => {
    const door = openDoor()
    const bare = await send(door, { headers: { 'content-type': 'multipart/form-data' } })
    expect(bare.body['title']).toContain('with its boundary')
    for (const key of [undefined, 'two words']) {
      const { body } = await send(door, { headers: { 'idempotency-key': key } })
      expect(body['title']).toContain('1 to 255 visible ASCII characters')
    }
  })

  it.each<readonly [string, Changes['fields']]>([
    ['a field too many', { comment: 'hello' }],
    ['a photo less', { refFaceContent: undefined }],
    ['a photo as text', { refFaceContent: base64(FIELDS.refFaceContent) }],
    ['a code that is a file', { resourceCode: new Uint8Array(8) }],
    ['a code of letters', { resourceCode: 'VN000000' }],
  ])('refuses %s', async (_, fields) => {
    const door = openDoor()
    const { status, body } = await send(door, { fields })
    expect([status, body['code']]).toEqual([400, 'invalid-body'])
    expect(door.paid()).toBe(0)
  })

  it('refuses a field that comes twice', async () => {
    const body = writeForm()
    body.append('resourceCode', '00840000')
    expect((await send(openDoor(), { body })).body['code']).toBe('invalid-body')
  })

  it.each(['', '[]', '{', 'null', '{"refFaceContent":1,"authFaceContent":2,"resourceCode":3}'])(
    'refuses JSON that is not the fields: %s',
    async (body) => {
      const headers = { 'content-type': 'application/json' }
      expect((await send(openDoor(), { headers, body })).body['code']).toBe('invalid-body')
    },
  )

  it('lets only listed resource codes through', async () => {
    const door = openDoor({ resourceCodes: ['00840000'] })
    expect((await send(door, { fields: { resourceCode: '00990001' } })).status).toBe(400)
    expect((await send(door)).status).toBe(200)
    expect((await send(openDoor(), { fields: { resourceCode: '00990001' } })).status).toBe(200)
  })

  it.each(['has space', 'ümlaut', 'x'.repeat(256), '""'])(
    'refuses the Idempotency-Key %s',
    async (key) => {
      const request = writeRequest({ headers: { 'idempotency-key': undefined } })
      request.headers.set(
        'idempotency-key',
        encodeURI(key) === key ? key : key.replace('ü', '\xfc'),
      )
      const { body } = await read(await openDoor().handler(request))
      expect(body['code']).toBe('idempotency-key-required')
    },
  )
})

describe('authorize', () => {
  it('gets the request without its body, and the env', async () => {
    const seen: unknown[] = []
    const authorize: VerifyHandlerOptions['authorize'] = async (request, env) => {
      seen.push(request.method, request.url, request.headers.get('cookie'), env, request.body)
      return 'alice'
    }
    const { handler } = openDoor({ authorize })
    const env = { KEY: 1 }
    await handler(writeRequest({ headers: { cookie: 'a=b' } }), env)
    expect(seen).toEqual(['POST', 'https://api.example/verify', 'a=b', env, null])
  })

  it.each([null, undefined, false, ''] as const)('%s is a refusal', async (refusal) => {
    const door = openDoor({ authorize: () => refusal as null })
    expect((await send(door)).body['code']).toBe('not-authorized')
    expect(door.paid()).toBe(0)
  })

  it.each([['x'.repeat(257)], ['\ud800'], [42], [true], [{ sub: 'alice' }], [['alice']]])(
    'a subject that is no name is a mistake, which its operator is told: %j',
    async (subject) => {
      const door = openDoor({ authorize: () => subject as string })
      expect((await send(door)).body['code']).toBe('authorization-unavailable')
      expect(String(Reflect.get(door.events[0] ?? {}, 'error'))).toContain('"authorize" expected')
      expect(inspect(door.events)).not.toContain('alice')
      expect(door.paid()).toBe(0)
    },
  )

  it('an own answer reaches the page, with the headers that let it read that', async () => {
    const answer = new Response('log in', {
      status: 401,
      headers: { 'www-authenticate': 'Bearer' },
    })
    const door = openDoor({ authorize: () => answer })
    const response = await door.handler(writeRequest())
    expect([response.status, await response.text()]).toEqual([401, 'log in'])
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    expect(response.headers.get('access-control-allow-origin')).toBe(PAGE)
    expect(door.paid()).toBe(0)
  })
})

describe('limiter', () => {
  it('is asked for a turn of the subject, at once or not at all', async () => {
    const asked: unknown[] = []
    const limiter = limiterOf(async (...args) => {
      asked.push(args)
      return { ok: true, waitMs: 0 }
    })
    await send(openDoor({ limiter }))
    expect(asked).toEqual([['alice', { maxWaitMs: 0 }]])
  })

  it.each([
    ['open', 200],
    ['closed', 503],
  ] as const)('that fails leaves the door %s: %i', async (onLimiterError, status) => {
    const limiter = limiterOf(() => Promise.reject(new Error('gone')))
    const door = openDoor({ limiter, onLimiterError })
    expect((await send(door)).status).toBe(status)
    const failed = { type: 'failed', part: 'limiter', error: { message: 'text withheld' } }
    expect(door.events[0]).toMatchObject(failed)
  })

  it('whose answer is none counts as one that fails', async () => {
    const limiter = limiterOf(async () => ({}) as never)
    const door = openDoor({ limiter, onLimiterError: 'closed' })
    expect((await send(door)).body['code']).toBe('limiter-unavailable')
  })

  it('that hangs counts as one that fails', async () => {
    const limiter = limiterOf(() => new Promise(() => {}))
    const door = openDoor({ limiter, onLimiterError: 'closed', stepTimeoutMs: 20 })
    expect((await send(door)).body['code']).toBe('limiter-unavailable')
  })
})

describe('CORS', () => {
  it('answers the preflight of a page that may call', async () => {
    const { handler, paid } = openDoor({ allowedHeaders: ['x-turnstile'] })
    const response = await handler(writeRequest({ method: 'OPTIONS' }))
    expect(response.status).toBe(204)
    expect(Object.fromEntries(response.headers)).toEqual({
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'content-type, idempotency-key, authorization, x-turnstile',
      'access-control-allow-methods': 'POST',
      'access-control-allow-origin': PAGE,
      'access-control-expose-headers': 'idempotency-replayed, retry-after',
      'access-control-max-age': '600',
      vary: 'origin',
    })
    expect(paid()).toBe(0)
  })

  it.each([
    'https://evil.example',
    'null',
    undefined,
    `${PAGE}.evil.example`,
    'http://shop.example',
  ])('gives the origin %s nothing, not even a preflight', async (origin) => {
    for (const method of ['OPTIONS', 'POST']) {
      const { status, headers } = await send(openDoor(), { method, headers: { origin } })
      expect([status, headers.get('access-control-allow-origin')]).toEqual([403, null])
      expect(headers.get('vary')).toBe('origin')
    }
  })

  it.each(['capacitor://localhost', 'ionic://localhost', 'http://localhost:8080'])(
    'lets an app’s own page call, whose origin is %s',
    async (origin) => {
      const { headers, status } = await send(openDoor({ allowedOrigins: [origin] }), {
        headers: { origin },
      })
      expect([status, headers.get('access-control-allow-origin')]).toEqual([200, origin])
    },
  )

  it.each([
    { method: 'DELETE' },
    { headers: { 'content-type': 'text/plain' } },
    { headers: { authorization: undefined } },
    { fields: { authFaceContent: new Uint8Array(9) } },
  ])('lets the page read the error of %j', async (changes) => {
    const { headers, status } = await send(openDoor(), changes)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(headers.get('access-control-allow-origin')).toBe(PAGE)
  })

  it('lets the page read that the endpoint is not set up', async () => {
    const saf = (): never => {
      throw new TypeError('no key')
    }
    const door = openDoor({ saf })
    const { body, headers } = await send(door)
    expect(body).toMatchObject({ code: 'misconfigured' })
    expect(JSON.stringify(body)).not.toContain('no key')
    expect(headers.get('access-control-allow-origin')).toBe(PAGE)
    expect(door.events[0]).toEqual({
      type: 'failed',
      part: 'options',
      error: new TypeError('no key'),
    })
  })
})

describe('a request that somebody read before', () => {
  it('is a mistake of the setup, which its operator is told', async () => {
    const door = openDoor()
    const request = writeRequest()
    await request.arrayBuffer()
    const { body, status } = await read(await door.handler(request))
    expect([status, body['code'], door.paid()]).toEqual([500, 'misconfigured', 0])
    expect(inspect(door.events[0])).toContain('the body was read before')
  })
})

describe('env', () => {
  it('makes each part once for an env, and again for another', async () => {
    const emulator = createEmulator()
    const made: unknown[] = []
    const store = memoryStore()
    interface Env {
      readonly origin: string
    }
    const handler = createVerifyHandler<Env>({
      saf: (env) => {
        made.push(env)
        return createSaf(emulator.client)
      },
      authorize: () => 'alice',
      allowedOrigins: ({ origin }) => [origin],
      limiter: () => limiterOf(async () => ({ ok: true, waitMs: 0 })),
      idempotency: () => ({ store, secret: 'pepper' }),
    })
    const [one, two] = [{ origin: PAGE }, { origin: 'https://two.example' }]
    expect((await handler(writeRequest(), one)).status).toBe(200)
    expect((await handler(writeRequest(), one)).status).toBe(200)
    expect((await handler(writeRequest(), two)).status).toBe(403)
    expect((await handler(writeRequest({ headers: { origin: two.origin } }), two)).status).toBe(200)
    expect(made).toEqual([one, two])
  })
})

describe('options', () => {
  it.each<readonly [string, object]>([
    ['"saf" expected', { saf: {} }],
    ['"authorize" expected function', { authorize: undefined }],
    ['"allowedOrigins" expected', { allowedOrigins: undefined }],
    ['"allowedOrigins" expected', { allowedOrigins: '*' }],
    ['"allowedOrigins" expected', { allowedOrigins: ['*'] }],
    ['"allowedOrigins" expected', { allowedOrigins: ['null'] }],
    ['no slash at the end', { allowedOrigins: [`${PAGE}/`] }],
    ['"allowedOrigins" expected', { allowedOrigins: ['capacitor://localhost/'] }],
    ['"allowedOrigins" expected', { allowedOrigins: ['capacitor:localhost'] }],
    ['"allowedOrigins" expected', { allowedOrigins: ['file://'] }],
    ['"allowedOrigins" expected', { allowedOrigins: ['data:,x'] }],
    ['"allowedOrigins" expected', { allowedOrigins: ['capacitor://*'] }],
    ['"idempotency" expected store', { idempotency: undefined }],
    ['"idempotency.secret" expected text', { idempotency: { store: memoryStore(), secret: '' } }],
    ['"limiter" expected RateLimiter', { limiter: {} }],
    ['"reveal" expected list of score', { reveal: ['raw'] }],
    ['"resourceCodes" expected', { resourceCodes: ['84'] }],
    ['"onLimiterError" expected', { onLimiterError: 'ajar' }],
    ['"maxBodyBytes" expected positive integer', { maxBodyBytes: 0 }],
    ['"keepMs" expected more than', { idempotency: { store: memoryStore(), keepMs: 1000 } }],
  ])('says %s', (message, options) => {
    expect(() => openDoor(options)).toThrow(message)
  })
})

describe('Hono', () => {
  it.each(['mount', 'all'] as const)('the handler is an app’s own: %s', async (way) => {
    const { handler, paid } = openDoor()
    const app = new Hono()
    if (way === 'mount') app.mount('/verify', handler)
    else app.all('/verify', (context) => handler(context.req.raw, context.env))
    expect((await read(await app.request(writeRequest()))).body).toMatchObject({ decision: 'pass' })
    expect((await app.request(writeRequest({ method: 'OPTIONS' }))).status).toBe(204)
    expect(paid()).toBe(1)
  })
})
