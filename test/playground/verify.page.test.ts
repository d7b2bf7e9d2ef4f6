import { expect, it, vi } from 'vitest'
import { callEmulator } from '../../playground/page/verify/call-emulator.ts'
import { callHandler } from '../../playground/page/verify/call-handler.ts'
import { FAULT_IDS } from '../../playground/page/verify/faults.ts'
import { REGIONS, startSettings } from '../../playground/page/verify/settings.ts'
import type { Settings } from '../../playground/page/verify/settings.ts'
import { testPhoto } from '../../playground/page/verify/photo.ts'
import { showFailure, showVerdict } from '../../playground/page/verify/result.ts'
import { createTrack } from '../../playground/page/verify/track.ts'
import { domXmlFormat } from '../../playground/page/verify/xml-format.ts'
import { xmlFormat } from '../../src/codec/xml.ts'
import { createSaf } from '../../src/index.ts'

const { signal } = new AbortController()

function settle(change: Partial<Settings> = {}): Settings {
  return { ...startSettings(), ...change }
}

it('verify: the regions on offer are those that the library knows', () => {
  for (const region of REGIONS) {
    expect(() =>
      createSaf({ region, accessKeyId: 'a', accessKeySecret: 'b', securityToken: 'c' }),
    ).not.toThrow()
  }
  const key = { accessKeyId: 'a', accessKeySecret: 'b', securityToken: 'c' }
  expect(() => createSaf({ ...key, region: 'xx-none' })).toThrow([...REGIONS].sort().join(', '))
})

it('verify: the settings one starts with pass', async () => {
  const { verdict } = callEmulator(settle(), { onEvent: () => {}, signal })
  expect((await verdict).decision).toBe('pass')
})

it('verify: the emulator tells whether each request ran, and the track what became of it', async () => {
  const track = createTrack(
    () => {},
    () => 0,
  )
  const settings = settle({ fault: 'token', auth: testPhoto('spoof') })
  const { emulator, verdict } = callEmulator(settings, { onEvent: track.onEvent, signal })
  expect((await verdict).decision).toBe('attack')
  expect(emulator.log.map(({ executed }) => executed)).toEqual([false, true])
  expect(track.steps.map(({ kind }) => kind)).toEqual(['request', 'wait', 'request'])
  expect(track.steps.map(({ code }) => code)).toEqual(['ERR_SAF_CREDENTIALS', undefined, undefined])
})

it.each(FAULT_IDS)(
  'verify: the switch %s leaves a verdict or an error of the library',
  async (fault) => {
    const { verdict } = callEmulator(settle({ fault, timeoutMs: 1500 }), {
      onEvent: () => {},
      signal,
    })
    const result = await verdict.then(showVerdict, (error: unknown) => showFailure(error, signal))
    expect(result.kind === 'verdict' || 'code' in result).toBe(true)
  },
)

it('verify: an abort is no failure', () => {
  const stop = new AbortController()
  stop.abort()
  expect(showFailure(new Error('any'), stop.signal)).toEqual({ kind: 'aborted' })
})

it('verify: a watched fetch gives requests, and the waits between them', async () => {
  let now = 0
  const track = createTrack(
    () => {},
    () => now,
  )
  const fetch = track.watch(async () => {
    now += 10
    return new Response('', { status: 503 })
  })
  await fetch('http://127.0.0.1/')
  now += 5
  await fetch('http://127.0.0.1/')
  expect(track.steps.map(({ kind, startMs, endMs }) => [kind, startMs, endMs])).toEqual([
    ['request', 0, 10],
    ['wait', 10, 15],
    ['request', 15, 25],
  ])
})

it.each([
  ['<A><Code>200</Code><Data>{}</Data><B><C>1</C></B></A>', false],
  ['<Error><Code>Throttling</Code></Error>', true],
])('verify: %s is read as saf-edge/xml reads it', (text, isError) => {
  const read = domXmlFormat.parse(text)
  expect(read).toEqual(xmlFormat.parse(text))
  expect(read.isError).toBe(isError)
})

it('verify: a handler is sent both photos, and a key; its verdict is taken', async () => {
  const fetch = vi.fn(async (request: Request) => {
    const form = await request.formData()
    expect([...form.keys()]).toEqual(['refFaceContent', 'authFaceContent', 'resourceCode'])
    expect(request.headers.get('idempotency-key')).toMatch(/^[\da-f]{32}$/)
    return Response.json({ passed: false, decision: 'mismatch', requestId: 'R' })
  })
  const settings = settle({ via: 'handler', handlerUrl: 'http://127.0.0.1/verify' })
  // why: ky calls it with a Request
  const watch = { fetch: fetch as unknown as typeof globalThis.fetch, signal }
  const result = await callHandler(settings, watch)
  expect(result).toMatchObject({ kind: 'verdict', decision: 'mismatch', requestId: 'R' })
})

it('verify: an answer of a handler that decides nothing is inconclusive', async () => {
  const fetch = async (): Promise<Response> => Response.json({ passed: true })
  const settings = settle({ via: 'handler', handlerUrl: 'http://127.0.0.1/verify' })
  expect(await callHandler(settings, { fetch, signal })).toMatchObject({
    kind: 'verdict',
    decision: 'inconclusive',
  })
})

it('verify: a problem of a handler keeps its code and outcome', async () => {
  const problem = { title: 'Too large', code: 'body-too-large', outcome: 'not-executed' }
  const fetch = async (): Promise<Response> => Response.json(problem, { status: 413 })
  const settings = settle({ via: 'handler', handlerUrl: 'http://127.0.0.1/verify' })
  expect(await callHandler(settings, { fetch, signal })).toMatchObject({
    kind: 'failure',
    status: 413,
    code: 'body-too-large',
    outcome: 'not-executed',
  })
})
