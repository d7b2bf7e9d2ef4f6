/** Every fault over real sockets: what is on the wire, and what our client makes of it. */
import { constants, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { emulator as command } from '../../../src/cli/emulator.ts'
import { serve } from '../../../src/cli/http-server.ts'
import type { HttpServer } from '../../../src/cli/http-server.ts'
import { createEmulator, testFaces } from '../../../src/emulator/index.ts'
import type { Scripted } from '../../../src/emulator/index.ts'
import { FAULTS } from '../../../src/emulator/faults.ts'
import { PRESETS } from '../../../src/emulator/scripted.ts'
import { createSaf, fixedPlatform, isSafError } from '../../../src/index.ts'
import type { SafOptions } from '../../../src/index.ts'
import { callParams, faceParams, NOW, signRequest } from './request.ts'
import { readWire } from './wire.ts'
import type { OnWire, ReadLimits } from './wire.ts'

const PASSED = '{"Data":"{\\"passed\\":\\"true\\"'
const MIB = 2 ** 20

const emulator = createEmulator({ now: () => NOW })
let nonces = 0
const platform = fixedPlatform({ atEpochMs: NOW, nonce: () => `client-${++nonces}` })
let server: HttpServer

beforeAll(async () => {
  server = await serve({ fetch: emulator.fetch, host: '127.0.0.1', port: 0 })
})

beforeEach(() => emulator.reset())

afterAll(() => server.close())

/** Sends a signed verification, without any client. */
function look(fault: Scripted, limits?: ReadLimits): Promise<OnWire> {
  emulator.script(fault)
  const [, init] = signRequest(faceParams())
  return readWire(server.origin, init, limits)
}

/** How a verification ends for our client: its decision, or code, outcome and status. */
async function verify(fault: Scripted, options: SafOptions = {}): Promise<unknown> {
  emulator.script(fault)
  const { accessKeyId, accessKeySecret } = emulator.client
  const saf = createSaf({
    endpoint: server.origin,
    allowCustomEndpoint: true,
    accessKeyId,
    accessKeySecret,
    platform,
    retry: false,
    ...options,
  })
  try {
    const photos = { refFaceContent: testFaces.idPhoto, authFaceContent: testFaces.match }
    return (await saf.verifyFace({ ...photos, resourceCode: '00840000' })).decision
  } catch (error) {
    if (!isSafError(error)) throw error
    return [error.code, error.outcome, error.status]
  }
}

describe('faults over HTTP', () => {
  it.each([500, 502, 503, 504] as const)('html-%d is a page of the front end', async (status) => {
    const page = await look(`html-${status}`)
    expect([page.status, page.headers['content-type'], page.isWhole]).toEqual([
      status,
      'text/html',
      true,
    ])
    expect(page.body.toString()).toContain('Powered by Tengine')
    expect(await verify(`html-${status}`)).toEqual(['ERR_SAF_BAD_RESPONSE', 'unknown', status])
  })

  it.each([
    ['InternalError', 500, 'InternalError'],
    ['api-502', 502, 'InternalError'],
    ['ServiceUnavailable', 503, 'ServiceUnavailable'],
  ] as const)('%s has the status %i and a body of the API', async (name, status, code) => {
    const answer = await look(name)
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.body.toString())).toMatchObject({ Code: code, HostId: '127.0.0.1' })
    expect(await verify(name)).toEqual(['ERR_SAF_GATEWAY', 'unknown', status])
  })

  it('throttling says how long to wait, and our client waits as long and gets through', async () => {
    const answer = await look({ gateway: 'Throttling.User', retryAfterMs: 50 })
    expect([answer.status, answer.headers['x-acs-retry-after']]).toEqual([400, '50'])
    const startedMs = performance.now()
    const fault = { gateway: 'Throttling.User', retryAfterMs: 400 } as const
    expect(await verify(fault, { retry: { maxAttempts: 2 } })).toBe('pass')
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(399)
  })

  it('latency comes before the answer', async () => {
    const startedMs = performance.now()
    expect((await look({ latencyMs: 80 })).status).toBe(200)
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(79)
    expect(await verify({ latencyMs: 80 })).toBe('pass')
    expect(await verify({ latencyMs: 10_000 }, { timeoutMs: 200 })).toEqual([
      'ERR_SAF_TIMEOUT',
      'unknown',
      undefined,
    ])
  })

  it('clock-skew changes the Date header too, and our client corrects its clock by it', async () => {
    const answer = await look('clock-skew')
    expect(JSON.parse(answer.body.toString())).toMatchObject({ Code: 'InvalidTimeStamp.Expired' })
    expect(Date.parse(String(answer.headers.date)) - NOW).toBe(1_200_000)
    expect(await verify('clock-skew')).toEqual(['ERR_SAF_CLOCK_SKEW', 'not-executed', 400])
    emulator.script('clock-skew')
    // Both attempts find the clock ahead: only a corrected one gets through.
    expect(await verify('clock-skew', { retry: {} })).toBe('pass')
  })

  it('sts-expiry is what a triple past its time gets', async () => {
    expect((await look('sts-expiry')).status).toBe(400)
    expect(await verify('sts-expiry')).toEqual(['ERR_SAF_CREDENTIALS', 'not-executed', 400])
  })

  it.each([
    ['malformed', ['ERR_SAF_BAD_RESPONSE', 'unknown', 200]],
    ['empty', ['ERR_SAF_BAD_RESPONSE', 'unknown', 200]],
    ['xml', ['ERR_SAF_BAD_RESPONSE', 'unknown', 200]],
    ['data-object', 'pass'],
    ['data-missing', 'inconclusive'],
    ['data-text', 'inconclusive'],
  ] as const)('%s arrives whole', async (name, ending) => {
    const { body, isWhole, status } = await look(name)
    expect([status, isWhole]).toEqual([200, true])
    expect(body.toString().startsWith(PASSED)).toBe(name === 'malformed')
    expect(await verify(name)).toEqual(ending)
  })

  it('cut-body sends its headers and half of the body, and then the line is dead', async () => {
    const { body, isWhole, status } = await look('cut-body')
    expect([status, isWhole]).toEqual([200, false])
    expect(body.toString()).toMatch(/^\{"Data":"/)
    expect(() => JSON.parse(body.toString()) as unknown).toThrow(SyntaxError)
    expect(await verify('cut-body')).toEqual(['ERR_SAF_BAD_RESPONSE', 'unknown', 200])
  })

  it('wrong-length announces more bytes than it sends', async () => {
    const { body, headers, isWhole } = await look('wrong-length')
    expect([Number(headers['content-length']), isWhole]).toEqual([body.length + 512, false])
    expect(JSON.parse(body.toString())).toMatchObject({ Code: 200 })
    expect(await verify('wrong-length')).toEqual(['ERR_SAF_BAD_RESPONSE', 'unknown', 200])
  })

  it('slow-body comes in parts, and comes to its end', async () => {
    const startedMs = performance.now()
    const [answer, decision] = await Promise.all([look('slow-body'), verify('slow-body')])
    expect(performance.now() - startedMs).toBeGreaterThan(300)
    expect([answer.isWhole, decision]).toEqual([true, 'pass'])
  })

  it('stalled-body stops in the middle, and no-answer before the start', async () => {
    const half = await look('stalled-body', { timeoutMs: 200 })
    expect([half.status, half.isWhole, half.body.length > 100]).toEqual([200, false, true])
    const none = await look('no-answer', { timeoutMs: 200 })
    expect([none.status, none.body.length]).toEqual([undefined, 0])
    for (const name of ['stalled-body', 'no-answer'] as const) {
      const ending = ['ERR_SAF_TIMEOUT', 'unknown', undefined]
      expect(await verify(name, { timeoutMs: 200 })).toEqual(ending)
    }
  })

  it('gzip-bomb is gzip: 64 KiB of it become more than 32 MiB, and our client stops', async () => {
    const { body, headers, status } = await look('gzip-bomb', { maxBytes: 65_536 })
    expect([status, headers['content-encoding']]).toEqual([200, 'gzip'])
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 512 * MIB }
    const decoded = gunzipSync(body.subarray(0, 65_536), options)
    expect(decoded.length).toBeGreaterThan(32 * MIB)
    expect(decoded.subarray(0, 12).toString()).toBe('{"Message":"')
    expect(await verify('gzip-bomb')).toEqual(['ERR_SAF_TOO_LARGE', 'unknown', 200])
  })

  it('redirect points to another host, and our client does not go there', async () => {
    const { headers, status } = await look('redirect')
    expect([status, headers.location]).toEqual([307, 'https://elsewhere.invalid/'])
    expect(await verify('redirect')).toEqual(['ERR_SAF_REDIRECT', 'unknown', 307])
  })

  it('network-error drops the connection without a byte', async () => {
    expect(await look('network-error')).toMatchObject({ status: undefined, isWhole: false })
    expect(await verify('network-error')).toEqual(['ERR_SAF_NETWORK', 'unknown', undefined])
  })

  it('strikes one call only, and each of them is in the log', async () => {
    await look('html-502')
    expect((await look({ latencyMs: 1 })).status).toBe(200)
    expect(emulator.log.map(({ fault, executed }) => [fault, executed])).toEqual([
      ['html-502', true],
      [undefined, true],
    ])
  })
})

describe('the server', () => {
  it('keeps a connection as long as the gateway does', async () => {
    const { headers } = await readWire(server.origin, { headers: { connection: 'keep-alive' } })
    expect(headers['keep-alive']).toBe('timeout=25')
  })

  it('answers a preflight with the headers of the profile', async () => {
    const { headers, status } = await readWire(server.origin, { method: 'OPTIONS' })
    expect([status, headers['access-control-allow-origin']]).toEqual([200, '*'])
    expect(headers['access-control-expose-headers']).toBe('*')
  })

  it('judges a GET by its query, whatever body it has', async () => {
    const [url] = signRequest(callParams(), { method: 'GET' })
    const init = { method: 'GET', headers: { 'content-length': '3' }, body: Buffer.from('a=1') }
    const { search } = new URL(url)
    const { body } = await readWire(`${server.origin}/${search}`, init)
    expect(JSON.parse(body.toString())).toMatchObject({ Code: 200 })
  })
})

describe('saf-edge emulator --help', () => {
  it('names every fault and preset, and nothing else', () => {
    const [, rows = []] = command.sections.find(([title]) => title === 'Faults') ?? []
    const named = rows.filter(([label]) => label !== '').flatMap(([, text]) => text.split(' '))
    expect(named.sort()).toEqual([...Object.keys(FAULTS), ...Object.keys(PRESETS)].sort())
  })
})
