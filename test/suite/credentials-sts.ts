/**
 * Contract of `assumeRole` and `assumeRoleWithOidc`, against the emulator's STS and a stand-in.
 *
 * @module
 */
import { printouts } from './errors.ts'
import { deepEqual, equal, ok, rejects, throws } from './harness.ts'
import type { Caught, Library, Suite, Test } from './harness.ts'
import { AT_EPOCH_MS, gatewayError, json, SECRETS } from './stub.ts'
import type { SentRequest } from './stub.ts'

type RoleOptions = Parameters<Library['credentials']['assumeRole']>[0]
type OidcOptions = Parameters<Library['credentials']['assumeRoleWithOidc']>[0]
type Provider = ReturnType<Library['credentials']['assumeRole']>
type Answer = (request: SentRequest, index: number) => Response | Promise<Response>

const ROLE = {
  roleArn: 'acs:ram::1234567890123456:role/edge',
  roleSessionName: 'session.1',
} as const
const OIDC = {
  oidcProviderArn: 'acs:ram::1234567890123456:oidc-provider/pods',
  oidcToken: 'header.canaryTokenOfTheProvider.signature',
} as const

/** The two providers, each with what it needs and a token or key that is a canary. */
const KINDS = [
  ['assumeRole', (lib: Library, options: object) => role(lib, options)],
  ['assumeRoleWithOidc', (lib: Library, options: object) => oidc(lib, options)],
] as const

function role(lib: Library, options: object): Provider {
  return lib.credentials.assumeRole({ ...SECRETS, ...ROLE, ...options })
}

function oidc(lib: Library, options: object): Provider {
  return lib.credentials.assumeRoleWithOidc({ ...ROLE, ...OIDC, ...options })
}

/** A fetch that answers as told and remembers what it was sent. */
function stand(answer: Answer): {
  readonly fetch: OidcOptions['fetch']
  readonly sent: SentRequest[]
} {
  const sent: SentRequest[] = []
  return {
    sent,
    async fetch(input, init = {}) {
      const body = new TextDecoder().decode(init.body as Uint8Array) // why: the transport's contract
      const request = { url: String(input), init, form: new URLSearchParams(body) }
      sent.push(request)
      return answer(request, sent.length - 1)
    },
  }
}

/** A good answer of STS. */
function issue(changes: object = {}): Response {
  const Credentials = {
    AccessKeyId: 'STS.issued',
    AccessKeySecret: 'canaryIssuedSecret',
    SecurityToken: 'canaryIssuedToken',
    Expiration: '2026-11-24T07:00:00Z',
    ...changes,
  }
  return json({ RequestId: 'R-1', AssumedRoleUser: { Arn: 'a' }, Credentials })
}

/** Registers the tests of STS. */
export const sts: Suite = (test, lib) => {
  testEmulated(test, lib)
  testOidc(test, lib)
  for (const kind of KINDS) {
    testRequests(test, lib, kind)
    testFailures(test, lib, kind)
    testOptions(test, lib, kind)
  }
  testBase(test, lib)
}

function testEmulated(test: Test, lib: Library): void {
  const { assumeRole, cachedCredentials } = lib.credentials

  test('assumeRole gives a triple that SAF accepts until it expires', async () => {
    let now = AT_EPOCH_MS
    const emulator = lib.emulator.createEmulator({ now: () => now })
    const { endpoint, allowCustomEndpoint, fetch } = emulator.client
    const platform = { now: () => now, nonce: lib.main.systemPlatform.nonce }
    const provider = assumeRole({ ...emulator.client, ...ROLE, platform, durationSeconds: 900 })
    const triple = await provider()
    ok(triple.accessKeyId.startsWith('STS.'), 'AccessKey ID')
    equal(triple.expiresAtEpochMs, Math.floor(now / 1000 + 900) * 1000)
    const client = { endpoint, allowCustomEndpoint, fetch, platform, credentials: () => triple }
    const saf = lib.main.createSaf(client)
    const input = { ...photos(lib), resourceCode: '00840000' }
    equal((await saf.verifyFace(input)).passed, true)
    now = triple.expiresAtEpochMs - 1
    equal((await saf.verifyFace(input)).passed, true)
    now += 1
    await rejects(saf.verifyFace(input), (error) => {
      equal(error['gatewayCode'], 'InvalidSecurityToken.Expired')
    })
  })

  test('cachedCredentials keeps a client in roles for hours, one at a time', async () => {
    let now = AT_EPOCH_MS
    const emulator = lib.emulator.createEmulator({ now: () => now })
    const { endpoint, allowCustomEndpoint, fetch } = emulator.client
    const platform = { now: () => now, nonce: lib.main.systemPlatform.nonce }
    const credentials = cachedCredentials(assumeRole({ ...emulator.client, ...ROLE, platform }), {
      platform,
    })
    const saf = lib.main.createSaf({ endpoint, allowCustomEndpoint, fetch, platform, credentials })
    const input = { ...photos(lib), resourceCode: '00840000' }
    for (let hour = 0; hour < 3; hour++) {
      const verdicts = await Promise.all([saf.verifyFace(input), saf.verifyFace(input)])
      deepEqual(
        verdicts.map(({ passed }) => passed),
        [true, true],
      )
      now += 3_600_000
    }
    equal(emulator.log.filter(({ action }) => action === 'AssumeRole').length, 3)
    equal(emulator.log.filter(({ executed }) => executed).length, 6)
  })

  test('assumeRole makes 50 calls one, cached, and the key of another account is told as one', async () => {
    const emulator = lib.emulator.createEmulator()
    const get = cachedCredentials(assumeRole({ ...emulator.client, ...ROLE }))
    const triples = await Promise.all(Array.from({ length: 50 }, () => get()))
    equal(new Set(triples).size, 1)
    equal(emulator.log.length, 1)
    const stranger = assumeRole({ ...emulator.client, ...ROLE, accessKeyId: 'stranger' })
    await rejects(stranger(), (error) => {
      equal(error.code, 'ERR_SAF_CREDENTIALS')
      equal(error['outcome'], 'not-executed')
    })
  })

  test('assumeRole corrects a wrong clock by the Date header', async () => {
    const emulator = lib.emulator.createEmulator()
    const now = (): number => Date.now() - 3_600_000
    const platform = { now, nonce: lib.main.systemPlatform.nonce }
    const provider = assumeRole({ ...emulator.client, ...ROLE, platform })
    ok((await provider()).accessKeyId.startsWith('STS.'))
    equal(emulator.log.length, 2)
    await provider()
    equal(emulator.log.length, 3, 'the correction is remembered')
  })

  for (const [name, gatewayCode] of [
    ['missing', 'EntityNotExist.Role'],
    ['denied', 'NoPermission'],
  ] as const) {
    test(`assumeRole tells ${gatewayCode} for a role that is ${name}`, async () => {
      const { client } = lib.emulator.createEmulator()
      const roleArn = `acs:ram::1:role/${name}`
      await rejects(assumeRole({ ...client, ...ROLE, roleArn })(), (error) => {
        equal(error.name, 'GatewayError')
        equal(error['gatewayCode'], gatewayCode)
        equal(error['outcome'], 'not-executed')
        equal(error['retryable'], false)
        ok(String(error.message).startsWith('no credentials by AssumeRole: '), error.message)
      })
    })
  }
}

function testOidc(test: Test, lib: Library): void {
  const { assumeRoleWithOidc } = lib.credentials

  test('assumeRoleWithOidc gives a triple that SAF accepts, without a key', async () => {
    const emulator = lib.emulator.createEmulator()
    const { endpoint, allowCustomEndpoint, fetch } = emulator.client
    const custom = { endpoint, allowCustomEndpoint, fetch }
    const triple = await assumeRoleWithOidc({ ...custom, ...ROLE, ...OIDC, oidcToken: 'opaque' })()
    const saf = lib.main.createSaf({ ...custom, credentials: () => triple })
    const input = { ...photos(lib), resourceCode: '00840000' }
    equal((await saf.verifyFace(input)).passed, true)
    equal(emulator.log[0]?.action, 'AssumeRoleWithOIDC')
  })

  test('assumeRoleWithOidc corrects a wrong clock by the Date header', async () => {
    const emulator = lib.emulator.createEmulator()
    const { endpoint, allowCustomEndpoint, fetch } = emulator.client
    const now = (): number => Date.now() + 3_600_000
    const platform = { now, nonce: lib.main.systemPlatform.nonce }
    const custom = { endpoint, allowCustomEndpoint, fetch, platform }
    const provider = assumeRoleWithOidc({ ...custom, ...ROLE, ...OIDC, oidcToken: 'opaque' })
    await provider()
    await provider()
    equal(emulator.log.length, 3)
  })

  test('assumeRoleWithOidc signs nothing, and sends no more than is asked for', async () => {
    const { fetch, sent } = stand(() => issue())
    const platform = lib.main.fixedPlatform({ atEpochMs: AT_EPOCH_MS })
    await oidc(lib, { fetch, platform, durationSeconds: 900 })()
    deepEqual(Object.fromEntries(sent[0]?.form ?? []), {
      Action: 'AssumeRoleWithOIDC',
      DurationSeconds: '900',
      Format: 'JSON',
      OIDCProviderArn: OIDC.oidcProviderArn,
      OIDCToken: OIDC.oidcToken,
      RoleArn: ROLE.roleArn,
      RoleSessionName: ROLE.roleSessionName,
      SignatureNonce: '1'.padStart(32, '0'),
      Timestamp: '2026-11-24T06:00:00Z',
      Version: '2015-04-01',
    })
  })

  test('assumeRoleWithOidc asks its function for a token before every request', async () => {
    const { fetch, sent } = stand((_, index) =>
      index < 2 ? gatewayError('InternalError') : issue(),
    )
    let count = 0
    const provider = oidc(lib, { fetch, oidcToken: async () => `token-${++count}` })
    await provider()
    await provider()
    deepEqual(
      sent.map(({ form }) => form.get('OIDCToken')),
      ['token-1', 'token-2', 'token-3', 'token-4'],
    )
  })

  test('assumeRoleWithOidc passes on what its function rejects with, and sends nothing', async () => {
    const { fetch, sent } = stand(() => issue())
    const reason = new Error('no file')
    const provider = oidc(lib, { fetch, oidcToken: () => Promise.reject(reason) })
    await rejects(provider(), (error) => equal(error, reason))
    equal(sent.length, 0)
  })

  test('assumeRoleWithOidc does not wait for ever for its function', async () => {
    const provider = oidc(lib, { oidcToken: () => new Promise(() => {}), timeoutMs: 30 })
    await rejects(provider(), (error) => {
      equal(error.code, 'ERR_SAF_TIMEOUT')
      equal(error['outcome'], 'not-executed')
    })
  })

  for (const [what, oidcToken] of [
    ['no text', undefined],
    ['too short a text', 'abc'],
    ['too long a text', 'canary'.repeat(3334)],
    ['a line break', 'canary.canary\n'],
  ] as const) {
    test(`assumeRoleWithOidc refuses a token with ${what}, also from a function`, async () => {
      const { fetch, sent } = stand(() => issue())
      const check = (error: Caught): void => {
        equal(error.name, 'TypeError')
        ok(String(error.message).startsWith('"oidcToken" expected '), String(error.message))
        ok(!/canary/.test(String(error.message)), String(error.message))
      }
      throws(() => oidc(lib, { fetch, oidcToken }), check)
      await rejects(oidc(lib, { fetch, oidcToken: () => oidcToken })(), check)
      equal(sent.length, 0)
    })
  }
}

type Kind = (typeof KINDS)[number]

function testRequests(test: Test, lib: Library, [name, create]: Kind): void {
  test(`${name} sends every parameter in the form, and nothing in the URL or the headers`, async () => {
    const { fetch, sent } = stand(() => issue())
    const policy = '{"Statement":[]}'
    const more = name === 'assumeRole' ? { externalId: 'canary/of the=owner' } : {}
    await create(lib, { fetch, policy, durationSeconds: 43_200, ...more })()
    const { form, init, url } = sent[0] as SentRequest // why: one was sent
    equal(url, 'https://sts.aliyuncs.com/')
    equal(init.method, 'POST')
    deepEqual(init.headers, { 'content-type': 'application/x-www-form-urlencoded' })
    equal(form.get('RoleArn'), ROLE.roleArn)
    equal(form.get('RoleSessionName'), ROLE.roleSessionName)
    equal(form.get('DurationSeconds'), '43200')
    equal(form.get('Policy'), policy)
    equal(form.get('ExternalId'), more.externalId ?? null)
    equal(form.has('Signature'), name === 'assumeRole')
    equal(form.has('AccessKeyId'), name === 'assumeRole')
  })

  for (const [options, url] of [
    [{ region: 'ap-southeast-1' }, 'https://sts.ap-southeast-1.aliyuncs.com/'],
    [{ region: 'cn-beijing' }, 'https://sts.cn-beijing.aliyuncs.com/'],
    [
      { endpoint: 'https://sts-vpc.cn-hangzhou.aliyuncs.com' },
      'https://sts-vpc.cn-hangzhou.aliyuncs.com/',
    ],
    [{ endpoint: 'https://sts.example', allowCustomEndpoint: true }, 'https://sts.example/'],
    [{ endpoint: 'http://[::1]:8787', allowCustomEndpoint: true }, 'http://[::1]:8787/'],
  ] as const) {
    test(`${name} calls ${url} for ${JSON.stringify(options)}`, async () => {
      const { fetch, sent } = stand(() => issue())
      await create(lib, { fetch, ...options })()
      equal(sent[0]?.url, url)
    })
  }

  for (const endpoint of [
    'http://sts.aliyuncs.com',
    'https://sts.aliyuncs.com/path',
    'https://user@sts.aliyuncs.com',
    'https://sts.aliyuncs.com.evil.example',
    'https://ecs.aliyuncs.com',
    'https://sts-vpc.aliyuncs.com',
    'https://evil-sts.aliyuncs.com',
    'https://sts.evil.cn-hangzhou.aliyuncs.com',
  ]) {
    test(`${name} refuses to call ${endpoint}`, () => {
      throws(
        () => create(lib, { endpoint }),
        (error) => {
          equal(error.name, 'TypeError')
          ok(String(error.message).startsWith('"endpoint" '), String(error.message))
        },
      )
    })
  }
}

/** What may come back, and what it is then; each is tried again. */
const FAILURES: readonly (readonly [string, Answer, string, boolean])[] = [
  ['a rejected fetch', echoInRejection, 'ERR_SAF_NETWORK', true],
  ['throttling', echo('Throttling.User'), 'ERR_SAF_THROTTLED', true],
  ['a used nonce', echo('SignatureNonceUsed'), 'ERR_SAF_NONCE_USED', true],
  ['a failure of STS', echo('InternalError', 500), 'ERR_SAF_GATEWAY', true],
  ['a refusal', echo('NoPermission', 403), 'ERR_SAF_GATEWAY', false],
  ['a key that is unknown', echo('InvalidAccessKeyId.NotFound', 404), 'ERR_SAF_CREDENTIALS', false],
  ['a wrong signature', echo('SignatureDoesNotMatch'), 'ERR_SAF_SIGNATURE', false],
  [
    'a clock that is said to be wrong',
    echo('InvalidTimeStamp.Expired'),
    'ERR_SAF_CLOCK_SKEW',
    false,
  ],
  [
    'a page',
    ({ form }) => new Response(`<html>${form}`, { status: 502 }),
    'ERR_SAF_BAD_RESPONSE',
    true,
  ],
  ['a redirect', () => redirectTo('https://canary.example/'), 'ERR_SAF_REDIRECT', false],
  ['an endless answer', () => new Response('x'.repeat(3e6)), 'ERR_SAF_TOO_LARGE', false],
  ['a Response without its headers', () => bare() as Response, 'ERR_SAF_BAD_RESPONSE', true],
  ['something that is no Response', () => 'canary' as never, 'ERR_SAF_BAD_RESPONSE', true],
  [
    'an answer without credentials',
    ({ form }) => json({ RequestId: 'R', Echo: `${form}` }),
    'ERR_SAF_BAD_RESPONSE',
    true,
  ],
  ['a triple without its token', () => issue({ SecurityToken: '' }), 'ERR_SAF_BAD_RESPONSE', true],
  ['a triple that is no text', () => issue({ AccessKeySecret: 7 }), 'ERR_SAF_BAD_RESPONSE', true],
  ['an expiry that is none', () => issue({ Expiration: 'canary' }), 'ERR_SAF_BAD_RESPONSE', true],
]

function testFailures(test: Test, lib: Library, [name, create]: Kind): void {
  for (const [what, answer, code, retryable] of FAILURES) {
    // Such a wait is long: one of the two says it all.
    if (code === 'ERR_SAF_THROTTLED' && name === 'assumeRoleWithOidc') continue
    test(`${name} tries three times after ${what}, then tells it without a secret`, async () => {
      const { fetch, sent } = stand(answer)
      await rejects(create(lib, { fetch, timeoutMs: 20_000 })(), (error) => {
        ok(lib.main.isSafError(error), `one of ours: ${String(error)}`)
        equal(error.code, code, 'code')
        equal(error.outcome, 'not-executed', 'outcome')
        equal(error.retryable, retryable, 'retryable')
        equal(error.attempts, 3, 'attempts')
        ok(error.message.startsWith('no credentials by AssumeRole'), error.message)
        for (const text of printouts(error)) ok(!/canary/i.test(text), text)
      })
      equal(sent.length, 3)
      equal(new Set(sent.map(({ form }) => form.get('SignatureNonce'))).size, 3)
    })

    test(`${name} gives credentials when only the first attempt meets ${what}`, async () => {
      const { fetch } = stand((request, at) => (at === 0 ? answer(request, at) : issue()))
      const triple = await create(lib, { fetch })()
      deepEqual(triple, {
        accessKeyId: 'STS.issued',
        accessKeySecret: 'canaryIssuedSecret',
        securityToken: 'canaryIssuedToken',
        expiresAtEpochMs: Date.UTC(2026, 10, 24, 7),
      })
    })
  }

  test(`${name} tries again when a request hangs, and ends in time when all do, or their answers`, async () => {
    const hang: Answer = () => new Promise(() => {})
    const { fetch, sent } = stand((request, at) => (at === 0 ? hang(request, at) : issue()))
    await create(lib, { fetch, timeoutMs: 3000 })()
    equal(sent.length, 2)
    const stalled = stand(() => new Response(new ReadableStream()))
    await rejects(create(lib, { fetch: stalled.fetch, timeoutMs: 1500 })(), (error) => {
      equal(error.code, 'ERR_SAF_TIMEOUT')
    })
    ok(stalled.sent.length > 0, 'the answer began')
    const dead = stand(hang)
    await rejects(create(lib, { fetch: dead.fetch, timeoutMs: 500 })(), (error) => {
      equal(error.code, 'ERR_SAF_TIMEOUT')
      equal(error['outcome'], 'not-executed')
      equal(error['retryable'], true)
    })
    ok(
      dead.sent.every(({ init }) => init.signal?.aborted),
      'every request was given up',
    )
  })

  test(`${name} shows no secret when it is printed`, () => {
    const provider = create(lib, {})
    for (const text of printouts(provider)) ok(!/canary/i.test(text), text)
  })
}

function testOptions(test: Test, lib: Library, [name, create]: Kind): void {
  const wrong: readonly (readonly [string, unknown])[] = [
    ['roleArn', undefined],
    ['roleArn', 'edge'],
    ['roleArn', OIDC.oidcProviderArn],
    ['roleSessionName', undefined],
    ['roleSessionName', 'x'],
    ['roleSessionName', 'two words'],
    ['roleSessionName', 'x'.repeat(65)],
    ['durationSeconds', 899],
    ['durationSeconds', 43_201],
    ['durationSeconds', 900.5],
    ['durationSeconds', '900'],
    ['policy', ''],
    ['policy', 'canary'.repeat(342)],
    ['policy', {}],
    ['region', 'Singapore'],
    ['region', 'evil.example/'],
    ['fetch', 'canary'],
    ['platform', { now: 7 }],
    ['platform', { now: () => 0 }],
    ...(name === 'assumeRole'
      ? ([
          ['externalId', 'x'],
          ['externalId', 'canary'.repeat(205)],
          ['accessKeySecret', 'canary\n'],
          ['credentials', 'canary'],
        ] as const)
      : ([
          ['oidcProviderArn', undefined],
          ['oidcProviderArn', ROLE.roleArn],
        ] as const)),
  ]
  for (const [at, [option, value]] of wrong.entries()) {
    const shown = String(JSON.stringify(value)).slice(0, 30)
    test(`${name} refuses wrong option ${at + 1}, ${option} ${shown}, at once`, () => {
      throws(
        () => create(lib, { [option]: value }),
        (error) => {
          equal(error.name, 'TypeError')
          ok(String(error.message).startsWith(`"${option}`), String(error.message))
          ok(!/canary/.test(String(error.message)), String(error.message))
        },
      )
    })
  }

  test(`${name} takes what is just within the limits`, async () => {
    const isRole = name === 'assumeRole'
    for (const [roleSessionName, durationSeconds, policy, externalId, oidcToken] of [
      ['a@', 900, '1', 'ab', 'abcd'],
      ['x'.repeat(64), 43_200, '1'.repeat(2048), 'a'.repeat(1224), 'x'.repeat(20_000)],
    ] as const) {
      const { fetch, sent } = stand(() => issue())
      const own = isRole ? { externalId } : { oidcToken }
      await create(lib, { fetch, roleSessionName, durationSeconds, policy, ...own })()
      equal(sent[0]?.form.get('Policy'), policy)
      equal(sent[0]?.form.get(isRole ? 'ExternalId' : 'OIDCToken'), isRole ? externalId : oidcToken)
    }
  })

  test(`${name} refuses a timeoutMs that is no time`, () => {
    throws(
      () => create(lib, { timeoutMs: 0 }),
      (error) => equal(error.name, 'RangeError'),
    )
  })

  for (const [what, platform, message] of [
    ['clock', { now: () => Number.NaN, nonce: () => 'n' }, '"platform.now" expected'],
    ['nonce', { now: () => AT_EPOCH_MS, nonce: () => '' }, '"platform.nonce" expected'],
  ] as const) {
    test(`${name} sends nothing with a ${what} that is none`, async () => {
      const { fetch, sent } = stand(() => issue())
      await rejects(create(lib, { fetch, platform })(), (error) => {
        equal(error.name, 'TypeError')
        ok(String(error.message).startsWith(message), String(error.message))
      })
      equal(sent.length, 0)
    })
  }
}

function testBase(test: Test, lib: Library): void {
  const { assumeRole } = lib.credentials

  test('assumeRole asks its own provider before every attempt, and signs with what it gives', async () => {
    const { fetch, sent } = stand((_, at) => (at === 0 ? gatewayError('InternalError') : issue()))
    let count = 0
    const credentials = () => ({ ...SECRETS, accessKeyId: `key-${++count}` })
    await assumeRole({ ...ROLE, fetch, credentials })()
    deepEqual(
      sent.map(({ form }) => form.get('AccessKeyId')),
      ['key-1', 'key-2'],
    )
    equal(sent[0]?.form.get('SecurityToken'), SECRETS.securityToken)
  })

  test('assumeRole has its own provider refreshed when the gateway calls its token expired', async () => {
    const { fetch } = stand((_, at) =>
      at === 0 ? gatewayError('InvalidSecurityToken.Expired') : issue(),
    )
    const contexts: unknown[] = []
    const credentials: RoleOptions['credentials'] = (context) => {
      contexts.push(context?.forceRefresh === true)
      return SECRETS
    }
    const provider = assumeRole({ ...ROLE, fetch, credentials })
    await provider()
    await provider()
    deepEqual(contexts, [false, true, false])
  })

  test('assumeRole signs with every HMAC implementation', async () => {
    const { client } = lib.emulator.createEmulator()
    const provider = assumeRole({ ...client, ...ROLE, hmac: lib.noble.nobleHmacSha1 })
    ok((await provider()).accessKeyId.startsWith('STS.'))
  })
}

function photos(lib: Library) {
  const { idPhoto, match } = lib.emulator.testFaces
  return { refFaceContent: idPhoto, authFaceContent: match }
}

/** An error of the gateway whose message repeats everything that was sent. */
function echo(code: string, status = 400): Answer {
  return ({ form }) => gatewayError(code, { status, message: `canary ${form}` })
}

function echoInRejection({ form }: SentRequest): never {
  throw Object.assign(new TypeError(`canary ${form}`), { body: String(form) })
}

/** What is no Response, but looks like one until its headers are read. */
function bare(): unknown {
  return { status: 200, headers: {}, text: async () => '<p>canary' }
}

function redirectTo(location: string): Response {
  return new Response(null, { status: 307, headers: { location } })
}
