/**
 * What the vendor's SDKs sent, sent again: to the emulator with its clock set back, to the
 * independent reference, and through our own signer. Needs no SDK.
 */
import { describe, expect, it } from 'vitest'
import { createEmulator } from '../../src/emulator/index.ts'
import type { Emulator } from '../../src/emulator/index.ts'
import { signature as sign, stringToSign } from '../../src/sign/index.ts'
import { stringToSign as referenceStringToSign } from '../reference/sign.ts'
import { parsePairs, verifyRequest } from '../reference/verify.ts'
import { listFixtures, readFixture } from './fixtures.ts'
import type { Fixture } from './fixtures.ts'
import type { SentRequest } from './wire.ts'

const ORIGIN = 'http://127.0.0.1'
const HOUR_MS = 3_600_000

/** What both SDKs were asked for. */
const SLUGS = [
  'assume-role',
  'clock-ahead',
  'clock-behind',
  'difficult-get',
  'difficult-post',
  'face',
  'quota',
  'sts-token',
  'wrong-secret',
] as const

/** Fixtures of requests that are not to be let through, and why. */
const REFUSED: Readonly<Record<string, string>> = {
  'clock-ahead': 'InvalidTimeStamp.Expired',
  'clock-behind': 'InvalidTimeStamp.Expired',
  'wrong-secret': 'SignatureDoesNotMatch',
}

const names = listFixtures()
const accepted = names.filter((name) => findRefusal(name) === undefined)

it('every call of both SDKs is kept', () => {
  const both = ['openapi-core', 'pop-core'].flatMap((sdk) => SLUGS.map((slug) => `${sdk}-${slug}`))
  expect(names).toEqual([...both, 'pop-core-small-letters'].sort())
})

describe.each(names)('%s', (name) => {
  const fixture = readFixture(name)
  const { answer, atEpochMs, key, params, request } = fixture

  it('gets the answer from the emulator that it got over HTTP', async () => {
    const { status, body } = await send(create(fixture), request)
    expect({ status, code: body['Code'], data: body['Data'] }).toEqual({
      code: undefined,
      data: undefined,
      ...answer,
    })
    expect(body['Code']).toBe(findRefusal(name) ?? answer.code)
  })

  it('is judged by the reference as by the emulator', () => {
    const judged = verifyRequest(receive(request), {
      secrets: { [key.id]: key.secret },
      nowEpochMs: atEpochMs,
    })
    const code = findRefusal(name)
    if (code !== undefined) expect(judged).toEqual({ ok: false, code })
    else expect(judged).toMatchObject({ ok: true, params })
  })

  it('is read as the caller gave it, and our string to sign is that of the reference', () => {
    const sent = readParams(request)
    expect(stringToSign(request.method, sent)).toBe(referenceStringToSign(request.method, sent))
    expect(sent).toMatchObject(params)
  })
})

describe.each(accepted)('%s', (name) => {
  const fixture = readFixture(name)
  const { atEpochMs, key, request } = fixture

  it('has the signature that we make', async () => {
    const sent = readParams(request)
    expect(await sign(request.method, sent, key.secret)).toBe(sent['Signature'])
  })

  it('is let through once', async () => {
    const emulator = create(fixture)
    await send(emulator, request)
    expect(await send(emulator, request)).toMatchObject({
      status: 400,
      body: { Code: 'SignatureNonceUsed' },
    })
  })

  it('is too old an hour later', async () => {
    const { body } = await send(create({ ...fixture, atEpochMs: atEpochMs + HOUR_MS }), request)
    expect(body['Code']).toBe('InvalidTimeStamp.Expired')
  })

  it('is refused with another secret', async () => {
    const other = { ...key, secret: 'another' }
    const { body } = await send(create({ ...fixture, key: other }), request)
    expect(body['Code']).toBe('SignatureDoesNotMatch')
  })

  it('is refused when any of its parameters is changed, added or left out', async () => {
    const emulator = create(fixture)
    for (const changed of changeEach(request)) {
      const { body, status } = await send(emulator, changed)
      expect([status, body['Code']]).not.toContain(200)
      expect(body).toHaveProperty('HostId')
    }
    // None of them used up the nonce.
    expect((await send(emulator, request)).status).toBe(200)
  })
})

function findRefusal(name: string): string | undefined {
  return Object.entries(REFUSED).find(([slug]) => name.endsWith(`core-${slug}`))?.[1]
}

/** An emulator as it was when the request was recorded. */
function create({ atEpochMs, key: { id, ...key } }: Fixture): Emulator {
  return createEmulator({ accessKeys: { [id]: key }, now: () => atEpochMs })
}

interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

async function send({ fetch }: Emulator, sent: SentRequest): Promise<Answer> {
  const { method, url, headers, body } = sent
  const init = { method, headers, ...(method === 'GET' ? {} : { body }) }
  const response = await fetch(`${ORIGIN}${url}`, init)
  const text = await response.text()
  return {
    status: response.status,
    body: text.startsWith('{') ? JSON.parse(text) : { HostId: text },
  }
}

function receive({ method, url, headers, body }: SentRequest): Parameters<typeof verifyRequest>[0] {
  const contentType = headers['content-type'] ?? null
  return { method, url: `${ORIGIN}${url}`, contentType, body: Buffer.from(body) }
}

function readParams({ url, body }: SentRequest): Record<string, string> {
  const params = new Map<string, string>()
  for (const text of [url.split('?')[1] ?? '', body]) parsePairs(text, params)
  return Object.fromEntries(params)
}

/** The request with each of its parameters altered, renamed, followed by one more, or left out. */
function* changeEach(sent: SentRequest): Generator<SentRequest> {
  const [path = '', query = ''] = sent.url.split('?')
  const { 'content-length': _, ...headers } = sent.headers
  const rest = { ...sent, headers }
  for (const changed of changePairs(query)) yield { ...rest, url: `${path}?${changed}` }
  for (const body of changePairs(sent.body)) yield { ...rest, body }
}

function* changePairs(text: string): Generator<string> {
  if (text === '') return
  const pairs = text.split('&')
  for (const [at, pair] of pairs.entries()) {
    const [name = '', value = ''] = pair.split('=')
    const others = [`${name}=${value}a`, `${name}a=${value}`, `${pair}&${name}1=${value}`, '']
    if (value !== '') others.push(`${name}=`)
    for (const other of others)
      yield [...pairs.slice(0, at), other, ...pairs.slice(at + 1)].join('&')
  }
}
