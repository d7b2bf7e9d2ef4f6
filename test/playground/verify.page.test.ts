import { afterEach, expect, it, vi } from 'vitest'
import { callEmulator } from '../../playground/page/verify/call-emulator.ts'
import { callHandler } from '../../playground/page/verify/call-handler.ts'
import { FAULT_IDS } from '../../playground/page/verify/faults.ts'
import { REGIONS, startSettings } from '../../playground/page/verify/settings.ts'
import type { Settings } from '../../playground/page/verify/settings.ts'
import { testPhoto } from '../../playground/page/verify/photo.ts'
import { showFailure, showVerdict } from '../../playground/page/verify/result.ts'
import { isOpen, verify } from '../../playground/page/verify/run.ts'
import type { Run } from '../../playground/page/verify/run.ts'
import { createTrack } from '../../playground/page/verify/track.ts'
import { domXmlFormat } from '../../playground/page/verify/xml-format.ts'
import { xmlFormat } from '../../src/codec/xml.ts'
import { createSaf } from '../../src/index.ts'

const { signal } = new AbortController()

afterEach(() => vi.unstubAllGlobals())

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

const KEY = '0'.repeat(32)

it('verify: a handler is sent both photos, and a key; its verdict is taken', async () => {
  const fetch = vi.fn(async (request: Request) => {
    const form = await request.formData()
    expect([...form.keys()]).toEqual(['refFaceContent', 'authFaceContent', 'resourceCode'])
    expect(request.headers.get('idempotency-key')).toBe(KEY)
    return Response.json({ passed: false, decision: 'mismatch', requestId: 'R' })
  })
  const settings = settle({ via: 'handler', handlerUrl: 'http://127.0.0.1/verify' })
  // why: ky calls it with a Request
  const watch = { fetch: fetch as unknown as typeof globalThis.fetch, key: KEY, signal }
  const result = await callHandler(settings, watch)
  expect(result).toMatchObject({ kind: 'verdict', decision: 'mismatch', requestId: 'R' })
})

it('verify: an answer of a handler that decides nothing is inconclusive', async () => {
  const fetch = async (): Promise<Response> => Response.json({ passed: true })
  const settings = settle({ via: 'handler', handlerUrl: 'http://127.0.0.1/verify' })
  expect(await callHandler(settings, { fetch, key: KEY, signal })).toMatchObject({
    kind: 'verdict',
    decision: 'inconclusive',
  })
})

it.each([
  ['says that it passed, and that it did not', { decision: 'pass', passed: false }],
  ['says that it passed, and not whether', { decision: 'pass' }],
  ['says that it did not pass, and that it did', { decision: 'mismatch', passed: true }],
])('verify: a handler that %s is inconclusive', async (_, answer) => {
  const fetch = async (): Promise<Response> => Response.json({ score: 12, ...answer })
  const settings = settle({ via: 'handler', handlerUrl: 'http://127.0.0.1/verify' })
  const result = await callHandler(settings, { fetch, key: KEY, signal })
  expect(result).toMatchObject({ kind: 'verdict', decision: 'inconclusive' })
})

it('verify: an answer that is no verdict at all is a failure that says so', async () => {
  const fetch = async (): Promise<Response> => new Response('<!doctype html><h1>Welcome</h1>')
  const settings = settle({ via: 'handler', handlerUrl: 'http://127.0.0.1/verify' })
  const result = await callHandler(settings, { fetch, key: KEY, signal })
  expect(result.kind === 'failure' && result.message).toMatch(/expected the verdict/)
})

/** Verifies with a handler that answers so; undefined for one that does not answer. */
async function verifyBy(
  answer: (() => Response) | undefined,
  change: Partial<Settings> = {},
  last?: Run,
): Promise<Run> {
  vi.stubGlobal('fetch', async () => answer?.() ?? Promise.reject(new TypeError('no network')))
  const settings = settle({ via: 'handler', handlerUrl: 'http://127.0.0.1/', ...change })
  const runs: Run[] = []
  await verify(settings, { last, signal }, (run) => runs.push(run))
  const run = runs.at(-1)
  if (!run) throw new Error('nothing was told')
  return run
}

it('verify: what a handler has not decided is asked again under the same key', async () => {
  const { auth, ref } = settle()
  const photos = { auth, ref }
  const silent = await verifyBy(undefined, photos)
  expect(isOpen(silent)).toBe(true)
  const refused = await verifyBy(() => new Response('', { status: 500 }), photos, silent)
  expect(refused.key).toBe(silent.key)
  const verdict = { passed: true, decision: 'pass' }
  const longer = { ...photos, timeoutMs: 9000 }
  const passed = await verifyBy(() => Response.json(verdict), longer, refused)
  expect(passed.key).toBe(silent.key)
  expect(isOpen(passed)).toBe(false)
  const next = await verifyBy(() => Response.json(verdict), photos, passed)
  expect(next.key).not.toBe(silent.key)
})

it('verify: a decided outcome, and another photo, have a key of their own', async () => {
  const { auth, ref } = settle()
  const problem = { code: 'outcome-unknown', outcome: 'unknown' }
  const answer = (): Response => Response.json(problem, { status: 504 })
  const decided = await verifyBy(answer, { auth, ref })
  expect(isOpen(decided)).toBe(false)
  expect((await verifyBy(answer, { auth, ref }, decided)).key).not.toBe(decided.key)
  const silent = await verifyBy(undefined, { auth, ref })
  const other = await verifyBy(answer, { auth: testPhoto('spoof'), ref }, silent)
  expect(other.key).not.toBe(silent.key)
})

it('verify: what was not sent to a handler says so, and leaves the key as it is', async () => {
  const { auth, ref } = settle()
  const photos = { auth, ref }
  const silent = await verifyBy(undefined, photos)
  // As for a header that cannot be sent.
  const refuse = (): never => {
    throw new TypeError('no ISO-8859-1')
  }
  vi.stubGlobal('Request', new Proxy(Request, { construct: refuse }))
  const unsent = await verifyBy(() => Response.json({}), photos, silent)
  vi.unstubAllGlobals()
  expect(unsent.result).toMatchObject({ kind: 'failure', outcome: 'not-executed' })
  expect(isOpen(unsent)).toBe(false)
  expect((await verifyBy(undefined, photos, unsent)).key).toBe(silent.key)
})

it('verify: what the library refuses was not executed, and no request was made', async () => {
  const runs: Run[] = []
  const settings = settle({ resourceCode: '12' })
  await verify(settings, { last: undefined, signal }, (run) => runs.push(run))
  expect(runs.at(-1)?.result).toMatchObject({ name: 'TypeError', outcome: 'not-executed' })
  expect(runs.at(-1)?.log).toEqual([])
})

it('verify: a problem of a handler keeps its code and outcome', async () => {
  const problem = { title: 'Too large', code: 'body-too-large', outcome: 'not-executed' }
  const fetch = async (): Promise<Response> => Response.json(problem, { status: 413 })
  const settings = settle({ via: 'handler', handlerUrl: 'http://127.0.0.1/verify' })
  expect(await callHandler(settings, { fetch, key: KEY, signal })).toMatchObject({
    kind: 'failure',
    status: 413,
    code: 'body-too-large',
    outcome: 'not-executed',
  })
})
