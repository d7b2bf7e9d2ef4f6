/**
 * Contract of errors: recognised across copies, and nothing secret in any of them.
 *
 * @module
 */
import { equal, ok } from './harness.ts'
import type { Library, Suite, Test } from './harness.ts'
import { gatewayError, json, SECRETS, stub, tinyJpeg } from './stub.ts'

/** What must never be seen: secrets, and what the photo, the names and the server's texts hold. */
const CANARIES = ['canary', '/9j/', 'AAECAw', 'Signature=', 'Zhang San'] as const

const FACES = {
  refFaceContent: tinyJpeg(0, 1, 2, 3),
  authFaceContent: tinyJpeg(0, 1, 2, 3),
  resourceCode: '00840000',
}

type Failure = readonly [string, (form: URLSearchParams, lib: Library) => Response]

/** One failure of each class and code, each with a server that repeats all it was sent. */
const FAILURES: readonly Failure[] = [
  ['a wrong secret, echoed', (form, lib) => refuse('SignatureDoesNotMatch', echo(form, lib))],
  ['an incomplete signature', (form, lib) => refuse('IncompleteSignature', echo(form, lib))],
  ['an altered echo', (form, lib) => refuse('SignatureDoesNotMatch', `${echo(form, lib)}canary`)],
  ['a gateway refusal', (form) => refuse('InvalidParameter', String(form))],
  ['throttling', (form) => refuse('Throttling.User', String(form))],
  ['a used nonce', (form) => refuse('SignatureNonceUsed', String(form))],
  ['refused credentials', (form) => refuse('InvalidAccessKeyId.NotFound', String(form))],
  ['a gateway failure', (form) => refuse('InternalError', String(form), 500)],
  ['a code that is an echo', (form) => refuse(String(form), String(form))],
  ['bad parameters', (form) => business(400, String(form))],
  ['a quota', (form) => business(402, String(form))],
  ['a service failure', (form) => business(500, String(form))],
  ['an unknown code', (form) => business(599, String(form))],
  ['a page', (form) => page(String(form), 502)],
  ['a page that is too large', (form) => page(String(form).repeat(400), 200)],
  [
    'a content type that is an echo',
    (form) => page('x', 200, `canary ${String(form).slice(0, 40)}`),
  ],
  ['a redirect to an echo', (form) => redirect(String(form))],
  ['a rejection that holds it all', (form) => reject(form)],
  ['a business answer without a code', (form) => json({ Message: String(form), RequestId: 'R' })],
]

/** Registers the tests of errors. */
export const errors: Suite = (test, lib) => {
  for (const [what, answer] of FAILURES) {
    test(`nothing secret is in the error for ${what}`, async () => {
      const { saf } = stub(lib, ({ form }) => answer(form, lib), { retry: false })
      await expectClean(lib, () => saf.verifyFace(FACES))
    })
  }
  testClients(test, lib)
  testShape(test, lib)
}

function testClients(test: Test, lib: Library): void {
  test('nothing secret is in a client, its options or its methods', () => {
    const { saf, rpc } = stub(lib, () => json({}))
    for (const client of [saf, rpc]) {
      for (const text of printouts(client)) expectNoCanary(text)
      for (const method of Object.values(client)) expectNoCanary(String(method))
    }
  })

  test('nothing secret is in the error for a secret with a line break', async () => {
    for (const name of ['accessKeySecret', 'securityToken'] as const) {
      await expectClean(lib, async () =>
        lib.main.createSaf({ ...SECRETS, [name]: `${SECRETS[name]}\n` }),
      )
    }
  })

  test('nothing of a photo is in the error for a bad one', async () => {
    const { saf } = stub(lib, () => json({}))
    for (const photo of ['canary!', 'Y2FuYXJ5', 'data:image/png;base64,Y2FuYXJ5AAAA']) {
      await expectClean(lib, () => saf.verifyFace({ ...FACES, refFaceContent: photo }))
    }
  })

  test('nothing of a value is in the error for parameters that cannot be sent', async () => {
    const { saf, rpc } = stub(lib, () => json({}))
    await expectClean(lib, () => rpc.call('A', { Name: 'canary\udfff' }))
    await expectClean(lib, () => rpc.call('A', { Name: Symbol('canary') } as never))
    await expectClean(lib, () => saf.executeRequest('a', { name: 'canary', n: 1n } as never))
  })
}

function testShape(test: Test, lib: Library): void {
  const { main } = lib
  const facts = { outcome: 'unknown', attempts: 1 } as const

  test('a copy of the library recognises the errors of another', () => {
    const others = [
      new lib.errors.TransportError('ERR_SAF_NETWORK', 'm', facts),
      new main.ResponseError('ERR_SAF_REDIRECT', 'm', facts),
    ]
    for (const error of others) {
      ok(main.isSafError(error), 'main recognises it')
      ok(lib.errors.isSafError(error), 'errors recognises it')
    }
  })

  test('nothing else is recognised', () => {
    const hostile = new Proxy(
      {},
      {
        get() {
          throw new Error('trap')
        },
      },
    )
    const named = { name: 'GatewayError', code: 'ERR_SAF_GATEWAY' }
    for (const value of [undefined, null, 'x', 7, {}, named, new Error('x'), hostile]) {
      equal(main.isSafError(value), false)
    }
  })

  test('every class has its own literal name', () => {
    const explanation = { mistake: 'none', message: 'm' } as const
    const made = [
      new main.GatewayError('ERR_SAF_GATEWAY', 'm', { ...facts, gatewayCode: 'C' }),
      new main.ServiceError('ERR_SAF_SERVICE', 'm', { ...facts, serviceCode: 1, service: 's' }),
      new main.TransportError('ERR_SAF_NETWORK', 'm', facts),
      new main.ResponseError('ERR_SAF_REDIRECT', 'm', facts),
      new main.SignatureError('ERR_SAF_SIGNATURE', 'm', { ...facts, explanation }),
    ]
    equal(
      made.map(({ name }) => name).join(),
      'GatewayError,ServiceError,TransportError,ResponseError,SignatureError',
    )
    for (const error of made) ok(error instanceof Error && error instanceof main.SafError)
  })

  test('is never retryable unless nothing was executed', () => {
    for (const outcome of ['failed', 'unknown'] as const) {
      const error = new main.TransportError('ERR_SAF_NETWORK', 'm', {
        outcome,
        attempts: 1,
        retryable: true,
      })
      equal(error.retryable, false)
    }
  })

  test('keeps the name and code of a cause, and nothing else of it', () => {
    const foreign = Object.assign(new TypeError('canary'), { cause: { code: 'ECONNRESET' }, a: 1 })
    const error = new main.TransportError('ERR_SAF_NETWORK', 'm', { ...facts, cause: foreign })
    const cause = error.cause as Error & { readonly code?: string } // why: set by the constructor
    equal(cause.name, 'TypeError')
    equal(cause.code, 'ECONNRESET')
    for (const text of printouts(error)) expectNoCanary(text)
  })

  test('passes a foreign error on as it came, and notes on it that nothing was sent', async () => {
    const outage = new Error('the vault is sealed')
    const { saf, sent } = stub(lib, () => json({}), { credentials: () => Promise.reject(outage) })
    const caught: unknown = await saf.executeRequest('a', {}).catch((error: unknown) => error)
    equal(caught, outage)
    equal(sent.length, 0)
    equal(Reflect.get(outage, Symbol.for('saf-edge.outcome')), 'not-executed')
    equal(Object.keys(outage).length, 0)
    equal(Reflect.ownKeys({ ...outage }).length, 0)
    const frozen = Object.freeze(new Error('sealed'))
    const { saf: other } = stub(lib, () => json({}), { credentials: () => Promise.reject(frozen) })
    equal(await other.executeRequest('a', {}).catch((error: unknown) => error), frozen)
  })

  test("notes nothing on an abort's reason, which many calls may share", async () => {
    const reason = new Error('gone')
    const { saf } = stub(lib, () => json({}))
    const call = saf.executeRequest('a', {}, { signal: AbortSignal.abort(reason) })
    equal(await call.catch((error: unknown) => error), reason)
    equal(Object.getOwnPropertySymbols(reason).length, 0)
  })

  test('keeps the data of a service error out of every printout', () => {
    const error = new main.ServiceError('ERR_SAF_INTERNAL', 'm', {
      ...facts,
      serviceCode: 500,
      service: 's',
      data: { retMessage: 'canary' },
    })
    equal((error.data as { retMessage: string }).retMessage, 'canary')
    for (const text of printouts(error)) expectNoCanary(text)
  })
}

async function expectClean(lib: Library, act: () => Promise<unknown>): Promise<void> {
  let error: unknown
  try {
    await act()
  } catch (caught) {
    error = caught
  }
  ok(error instanceof Error, `an error, got ${typeof error}`)
  ok(lib.main.isSafError(error) || error instanceof TypeError, `one of ours: ${String(error)}`)
  for (const text of printouts(error)) expectNoCanary(text)
}

function expectNoCanary(text: string): void {
  const found = CANARIES.find((canary) => text.includes(canary))
  ok(found === undefined, `a printout shows ${found}`)
}

/** A value as every usual way of printing shows it. */
export function printouts(value: object): string[] {
  return [
    String(value),
    JSON.stringify(value),
    JSON.stringify({ ...value }),
    JSON.stringify(walk(value, new Set())),
    JSON.stringify(walk(clone(value), new Set())),
    ...Object.getOwnPropertyNames(value).map((name) => String(Reflect.get(value, name))),
  ]
}

function clone(value: object): unknown {
  try {
    return structuredClone(value)
  } catch {
    return undefined // A client holds functions, which cannot be cloned.
  }
}

/** Everything that can be reached by own properties, enumerable or not. */
function walk(value: unknown, seen: Set<unknown>): unknown {
  if (typeof value !== 'object' || value === null || seen.has(value)) return String(value)
  seen.add(value)
  const names = Object.getOwnPropertyNames(value)
  return Object.fromEntries(names.map((name) => [name, walk(Reflect.get(value, name), seen)]))
}

function echo(form: URLSearchParams, lib: Library): string {
  const { Signature: _, ...params } = Object.fromEntries(form)
  return `server string to sign is:${lib.sign.stringToSign('POST', params)}`
}

function refuse(code: string, message: string, status = 400): Response {
  return gatewayError(code, { status, message: `${message} Zhang San` })
}

function business(Code: number, text: string): Response {
  const data = { retMessage: text, name: 'Zhang San' }
  return json({ Code, Message: text, RequestId: 'R', Data: JSON.stringify(data) })
}

function page(text: string, status: number, type = 'text/html'): Response {
  return new Response(`<html>${text}</html>`, { status, headers: { 'content-type': type } })
}

function redirect(text: string): Response {
  const headers = { location: `https://canary.example/?${text.slice(0, 99)}` }
  return new Response(null, { status: 302, headers })
}

function reject(form: URLSearchParams): never {
  const message = `request to https://canary.example/?${form} failed`
  throw Object.assign(new TypeError(message), { options: { body: String(form) }, code: 'canary x' })
}
