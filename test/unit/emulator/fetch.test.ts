import { describe, expect, it } from 'vitest'
import { createSaf, createRpcClient } from '../../../src/index.ts'
import { xmlFormat } from '../../../src/codec/xml.ts'
import { nobleHmacSha1 } from '../../../src/sign/noble.ts'
import { createEmulator, testFaces } from '../../../src/emulator/index.ts'
import { callParams, NOW, read, send, signRequest } from './request.ts'

const PHOTOS = { refFaceContent: testFaces.idPhoto, authFaceContent: testFaces.match }

describe('fetch', () => {
  it('takes a URL as text or object, and a Request, and works detached', async () => {
    const { fetch } = createEmulator({ now: () => NOW })
    const [text, init] = signRequest(callParams())
    const [url, second] = signRequest(callParams())
    const [third, other] = signRequest(callParams())
    const [fourth, rest] = signRequest(callParams(), { method: 'GET' })
    const answers = await Promise.all([
      fetch(text, init),
      fetch(new URL(url), second),
      fetch(new Request(third, other)),
      fetch(new Request(fourth), rest),
    ])
    const read200 = answers.map(async (answer) => (await read(answer)).body['Code'])
    expect(await Promise.all(read200)).toEqual([200, 200, 200, 200])
  })

  it('takes every kind of body', async () => {
    const { fetch } = createEmulator({ now: () => NOW })
    const codes: unknown[] = []
    for (const convert of [
      (text: string) => text,
      (text: string) => new URLSearchParams(text),
      (text: string) => new Blob([text]),
      (text: string) => new TextEncoder().encode(text).buffer,
      (text: string) => new Blob([text]).stream(),
    ]) {
      const [url, init] = signRequest(callParams())
      const body = convert(String(init.body))
      const given = { ...init, body, duplex: 'half' } as RequestInit
      codes.push((await read(await fetch(url, given))).body['Code'])
    }
    expect(codes).toEqual([200, 200, 200, 200, 200])
  })

  it('rejects with the reason of a signal: before, and then nothing arrives', async () => {
    const { fetch, log } = createEmulator({ now: () => NOW })
    const reason = { why: 'any value' }
    const [url, init] = signRequest(callParams())
    await expect(fetch(url, { ...init, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    const request = new Request(url, { ...init, signal: AbortSignal.abort(reason) })
    await expect(fetch(request)).rejects.toBe(reason)
    const [long, get] = signRequest(callParams(), { method: 'GET' })
    await expect(fetch(long, { ...get, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    expect(log).toHaveLength(0)
  })

  it.each([
    ['while it reads', 0, 0],
    ['while it works', 0, 1],
    ['while it waits', 10_000, 1],
  ])('rejects with the reason of a signal: %s', async (when, latencyMs, arrived) => {
    const controller = new AbortController()
    const reason = { why: 'any value' }
    const abort = (): void => controller.abort(reason)
    const now = (): number => {
      if (when === 'while it works') abort()
      return NOW
    }
    const { fetch, log } = createEmulator({ now, latencyMs })
    const [url, init] = signRequest(callParams())
    const endless = new ReadableStream({ pull: () => new Promise(() => {}) })
    const body = when === 'while it reads' ? endless : init.body
    const given = { ...init, body, duplex: 'half', signal: controller.signal } as RequestInit
    const pending = fetch(url, given)
    setTimeout(abort, 5)
    await expect(pending).rejects.toBe(reason)
    expect(log).toHaveLength(arrived)
  })

  it('leaves no listener on a signal that is used for many calls', async () => {
    const { fetch } = createEmulator({ now: () => NOW, latencyMs: 1 })
    const { signal } = new AbortController()
    let listeners = 0
    const add = signal.addEventListener.bind(signal)
    const remove = signal.removeEventListener.bind(signal)
    Object.assign(signal, {
      addEventListener: (...args: Parameters<typeof add>) => (listeners++, add(...args)),
      removeEventListener: (...args: Parameters<typeof remove>) => (listeners--, remove(...args)),
    })
    for (let left = 20; left > 0; left--) {
      const [url, init] = signRequest(callParams())
      await fetch(url, { ...init, signal })
    }
    expect(listeners).toBe(0)
  })

  it('rejects what is no request as the host does: with a TypeError', async () => {
    const { fetch } = createEmulator()
    await expect(fetch('not a url')).rejects.toThrow(TypeError)
    await expect(fetch('http://127.0.0.1/', { method: 'no method' })).rejects.toThrow(TypeError)
    const withBody = { method: 'GET', body: 'x' }
    await expect(fetch('http://127.0.0.1/', withBody)).rejects.toThrow(TypeError)
  })

  it('rejects with a TypeError when the clock of the options is none', async () => {
    const { fetch } = createEmulator({ now: () => Number.NaN })
    await expect(fetch('http://127.0.0.1/')).rejects.toThrow(
      new TypeError('"now" expected function that gives epoch milliseconds, got NaN'),
    )
  })

  it.each(['a&', '&', '=', '+', '%', '%ff', 'a=1&', '中', '\0', '😀=&'])(
    'answers four megabytes of %j before long',
    async (piece) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const body = Buffer.alloc(4 * 2 ** 20, piece)
      const { fetch } = createEmulator()
      const response = await fetch('http://127.0.0.1/', { method: 'POST', headers, body })
      expect([400, 404]).toContain(response.status)
    },
  )

  it('answers hostile requests', async () => {
    const { fetch } = createEmulator()
    for (const url of [
      'http://[::1]:1/',
      'https://xn--fiqs8s/',
      'http://127.0.0.1/%00?%00=%00&&=&==',
      'http://127.0.0.1/?a#b',
    ]) {
      for (const method of ['GET', 'HEAD', 'DELETE', 'PROPFIND']) {
        const response = await fetch(url, {
          method,
          headers: { 'content-type': 'a;b=c', accept: '' },
        })
        expect([400, 404]).toContain(response.status)
      }
    }
  })
})

describe('client', () => {
  it('is what createSaf takes, and the first key of the options', async () => {
    const keys = { first: { secret: 'a', securityToken: 'token' }, second: 'b' }
    const emulator = createEmulator({ accessKeys: keys })
    expect(emulator.client).toEqual({
      endpoint: 'http://127.0.0.1',
      allowCustomEndpoint: true,
      accessKeyId: 'first',
      accessKeySecret: 'a',
      securityToken: 'token',
      fetch: emulator.fetch,
    })
    const saf = createSaf({ ...emulator.client })
    expect((await saf.verifyFace({ ...PHOTOS, resourceCode: '00840000' })).passed).toBe(true)
    expect(createEmulator().client).not.toHaveProperty('securityToken')
  })

  it.each([
    ['JSON', undefined],
    ['XML', xmlFormat],
  ])('every photo is judged through %s', async (_, format) => {
    const { client } = createEmulator({ hmac: nobleHmacSha1 })
    const saf = createSaf({ ...client, ...(format && { format }) })
    const decisions: unknown[] = []
    for (const name of ['match', 'mismatch', 'spoof', 'unreadable', 'noReference'] as const) {
      const photos = { refFaceContent: testFaces.idPhoto, authFaceContent: testFaces[name] }
      const { decision, score } = await saf.verifyFace({ ...photos, resourceCode: '00840000' })
      decisions.push([decision, score])
    }
    expect(decisions).toEqual([
      ['pass', 100],
      ['mismatch', 54.4566324452],
      ['attack', 92.1045532227],
      ['inconclusive', undefined],
      ['inconclusive', undefined],
    ])
  })

  it('an RPC client gets an STS triple', async () => {
    const { client } = createEmulator()
    const sts = createRpcClient({ ...client, version: '2015-04-01' })
    const params = { RoleArn: 'acs:ram::1:role/edge', RoleSessionName: 'test' }
    const answer = await sts.call('AssumeRole', params)
    expect(answer).toMatchObject({ Credentials: { AccessKeyId: expect.stringMatching(/^STS\./) } })
  })
})

describe('options', () => {
  it.each([
    [null, '"options" expected object, got null'],
    [{ accessKeys: {} }, '"accessKeys" expected at least one key'],
    [{ accessKeys: [] }, '"accessKeys" expected object, got array'],
    [{ accessKeys: { id: 5 } }, '"accessKeys.id" expected object, got 5'],
    [{ accessKeys: { id: {} } }, '"accessKeys.id.secret" expected text, got undefined'],
    [
      { accessKeys: { id: 'se cret' } },
      '"accessKeys.id.secret" expected text without white space, and not empty',
    ],
    [
      { accessKeys: { id: '' } },
      '"accessKeys.id.secret" expected text without white space, and not empty',
    ],
    [
      { accessKeys: { id: { secret: 's', securityToken: '\n' } } },
      '"accessKeys.id.securityToken" expected text without white space, and not empty',
    ],
    [
      { accessKeys: { id: { secret: 's', expiresAtEpochMs: 'soon' } } },
      '"accessKeys.id.expiresAtEpochMs" expected epoch milliseconds, got string',
    ],
    [{ now: 5 }, '"now" expected function, got 5'],
    [{ hmac: {} }, '"hmac" expected function, got object'],
    [{ onRequest: 'x' }, '"onRequest" expected function, got string'],
    [{ strictHost: 'yes' }, '"strictHost" expected boolean, got string'],
    [{ corsProfile: '1999' }, '"corsProfile" expected one of 2017, 2022, 2025, off, got string'],
    [
      { corsProfile: 'toString' },
      '"corsProfile" expected one of 2017, 2022, 2025, off, got string',
    ],
    [{ timestampWindowMs: -1 }, '"timestampWindowMs" expected positive integer, got -1'],
    [{ maxUrlBytes: 0 }, '"maxUrlBytes" expected positive integer, got 0'],
    [{ maxBodyBytes: '8MB' }, '"maxBodyBytes" expected positive integer, got string'],
    [{ latencyMs: Number.NaN }, '"latencyMs" expected milliseconds from 0 to 2147483647, got NaN'],
    [{ ratePerSecond: 0.5 }, '"ratePerSecond" expected positive integer, got 0.5'],
    [
      { photoLimits: { minSide: '64' } },
      '"photoLimits.minSide" expected positive integer, got string',
    ],
  ])('refuses %j', (options, message) => {
    expect(() => createEmulator(options as never)).toThrow(new TypeError(message))
  })

  it('a key named like a part of every object is a key like any other', async () => {
    const accessKeys = Object.fromEntries([['__proto__', 'testsecret']])
    const emulator = createEmulator({ accessKeys, now: () => NOW })
    expect((await send(emulator, callParams({ AccessKeyId: '__proto__' }))).body['Code']).toBe(200)
    expect((await send(emulator, callParams())).body['Code']).toBe('InvalidAccessKeyId.NotFound')
  })

  it('the window is fifteen minutes, or what the option says', async () => {
    const at = { Timestamp: '2026-01-02T03:19:05Z' }
    const emulator = createEmulator({ now: () => NOW })
    expect((await send(emulator, callParams(at))).body['Code']).toBe(200)
    const narrow = createEmulator({ now: () => NOW, timestampWindowMs: 899_999 })
    expect((await send(narrow, callParams(at))).body['Code']).toBe('InvalidTimeStamp.Expired')
  })

  it('without a clock the host clock counts', async () => {
    const Timestamp = `${new Date().toISOString().slice(0, 19)}Z`
    expect((await send(createEmulator(), callParams({ Timestamp }))).body['Code']).toBe(200)
  })
})
