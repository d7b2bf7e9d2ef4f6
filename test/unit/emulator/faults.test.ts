import { describe, expect, it } from 'vitest'
import { createEmulator } from '../../../src/emulator/index.ts'
import type { Emulator, EmulatorOptions, FaultName, Faults } from '../../../src/emulator/index.ts'
import { callParams, faceParams, NOW, read, send, signRequest } from './request.ts'

function create(options: EmulatorOptions = {}): Emulator {
  return createEmulator({ now: () => NOW, ...options })
}

function fetchOnce(emulator: Emulator, signal?: AbortSignal): Promise<Response> {
  const [url, init] = signRequest(faceParams())
  return emulator.fetch(url, signal ? { ...init, signal } : init)
}

describe('faults: the answer is lost after the operation ran', () => {
  async function strike(fault: FaultName): Promise<{ emulator: Emulator; response: Response }> {
    const emulator = create()
    emulator.script({ fault })
    const response = await fetchOnce(emulator)
    expect(emulator.log).toHaveLength(1)
    expect(emulator.log[0]).toMatchObject({
      executed: true,
      code: 200,
      fault,
      status: response.status,
    })
    return { emulator, response }
  }

  it.each([
    ['html-500', 500, 'Internal Server Error'],
    ['html-502', 502, 'Bad Gateway'],
    ['html-503', 503, 'Service Temporarily Unavailable'],
    ['html-504', 504, 'Gateway Time-out'],
  ] as const)('%s', async (fault, status, title) => {
    const { response } = await strike(fault)
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'text/html'])
    expect(await response.text()).toContain(`<h1>${status} ${title}</h1>`)
  })

  it('empty', async () => {
    const { response } = await strike('empty')
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  it('malformed', async () => {
    const text = await (await strike('malformed')).response.text()
    expect(text.startsWith('{"Data":')).toBe(true)
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
  })

  it('data-object', async () => {
    const { body } = await read((await strike('data-object')).response)
    expect(body['Data']).toMatchObject({ passed: 'true', extInfo: { score: '100.0' } })
    expect(Object.keys(body)).toEqual(['Data', 'Message', 'RequestId', 'Code'])
  })

  it('data-object leaves Data that is one', async () => {
    const emulator = create()
    emulator.script('data-object')
    expect((await send(emulator, callParams())).body['Data']).toMatchObject({ score: 12.5 })
  })

  it('data-missing', async () => {
    const { body } = await read((await strike('data-missing')).response)
    expect(Object.keys(body)).toEqual(['Message', 'RequestId', 'Code'])
  })

  it('data-text', async () => {
    const { body } = await read((await strike('data-text')).response)
    expect(() => JSON.parse(String(body['Data'])) as unknown).toThrow(SyntaxError)
  })

  it('xml', async () => {
    const { response } = await strike('xml')
    expect(response.headers.get('content-type')).toBe('text/xml;charset=utf-8')
    expect(await response.text()).toContain('<ExecuteRequestResponse><Data>{"passed"')
  })

  it('cut-body', async () => {
    const reader = (await strike('cut-body')).response.body?.getReader()
    const first = await reader?.read()
    expect(new TextDecoder().decode(first?.value)).toMatch(/^\{"Data":/)
    await expect(reader?.read()).rejects.toThrow(TypeError)
  })

  it('slow-body', async () => {
    const { response } = await strike('slow-body')
    const reader = response.body?.getReader()
    let chunks = 0
    let text = ''
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      chunks++
      text += new TextDecoder().decode(part.value)
    }
    expect(chunks).toBeGreaterThan(4)
    expect(JSON.parse(text)).toMatchObject({ Code: 200 })
  })

  it('wrong-length', async () => {
    const { response } = await strike('wrong-length')
    const announced = Number(response.headers.get('content-length'))
    const reader = response.body?.getReader()
    const first = await reader?.read()
    expect(announced).toBe((first?.value?.length ?? 0) + 512)
    expect(JSON.parse(new TextDecoder().decode(first?.value))).toMatchObject({ Code: 200 })
    await expect(reader?.read()).rejects.toThrow(TypeError)
  })

  it('gzip-bomb, decoded as by a host', async () => {
    const { response } = await strike('gzip-bomb')
    expect(response.headers.get('content-encoding')).toBe('gzip')
    const reader = response.body?.getReader()
    let bytes = 0
    while (bytes < 8 * 2 ** 20) bytes += (await reader?.read())?.value?.length ?? Infinity
    expect(Number.isFinite(bytes)).toBe(true)
    await reader?.cancel()
  })

  it('redirect', async () => {
    const { response } = await strike('redirect')
    expect([response.status, response.headers.get('location')]).toEqual([
      307,
      'https://elsewhere.invalid/',
    ])
  })

  it('network-error', async () => {
    const emulator = create()
    emulator.script('network-error')
    await expect(fetchOnce(emulator)).rejects.toThrow(TypeError)
    expect(emulator.log[0]).toMatchObject({ executed: true, status: undefined })
  })

  it.each(['no-answer', 'stalled-body'] as const)(
    '%s, until the caller gives up',
    async (fault) => {
      const emulator = create()
      emulator.script({ fault })
      const controller = new AbortController()
      const reason = new Error('enough')
      const pending = fetchOnce(emulator, controller.signal).then((response) => response.text())
      setTimeout(() => controller.abort(reason), 5)
      await expect(pending).rejects.toBe(reason)
      expect(emulator.log[0]).toMatchObject({ executed: true, fault })
    },
  )

  it('the nonce of a lost answer is burnt', async () => {
    const emulator = create()
    emulator.script('html-502')
    const params = callParams()
    expect((await send(emulator, params)).status).toBe(502)
    expect((await send(emulator, params)).body['Code']).toBe('SignatureNonceUsed')
  })
})

describe('faults: before anything ran', () => {
  it.each(['html-502', 'cut-body', 'network-error', 'empty'] as const)('%s', async (fault) => {
    const emulator = create()
    emulator.script({ fault, before: true })
    const params = callParams()
    await send(emulator, params).catch(() => undefined)
    expect(emulator.log[0]).toMatchObject({ executed: false, fault })
    expect((await send(emulator, params)).body['Code']).toBe(200)
  })
})

describe('faults: by themselves', () => {
  async function statuses(faults: Faults, calls: number): Promise<number[]> {
    const emulator = create({ faults })
    const seen: number[] = []
    for (let left = calls; left > 0; left--) seen.push((await send(emulator, callParams())).status)
    return seen
  }

  it('a name or a list strikes every call', async () => {
    expect(await statuses('html-502', 3)).toEqual([502, 502, 502])
    expect(new Set(await statuses(['html-502', 'ServiceUnavailable'], 30))).toEqual(
      new Set([502, 503]),
    )
  })

  it('every third call', async () => {
    const faults = { kinds: ['html-504'], every: 3 } as const
    expect(await statuses(faults, 7)).toEqual([200, 200, 504, 200, 200, 504, 200])
  })

  it('a share of the calls, the same ones for the same seed', async () => {
    const faults = { kinds: ['html-500'], rate: 0.3, seed: 7 } as const
    const first = await statuses(faults, 200)
    expect(await statuses(faults, 200)).toEqual(first)
    expect(await statuses({ ...faults, seed: 8 }, 200)).not.toEqual(first)
    const share = first.filter((status) => status === 500).length / 200
    expect(share).toBeGreaterThan(0.2)
    expect(share).toBeLessThan(0.4)
  })

  it('reset starts the draw anew', async () => {
    const emulator = create({ faults: { kinds: ['html-500'], rate: 0.5 } })
    const draw = async (): Promise<number[]> => {
      const seen: number[] = []
      for (let left = 20; left > 0; left--) seen.push((await send(emulator, callParams())).status)
      return seen
    }
    const first = await draw()
    emulator.reset()
    expect(await draw()).toEqual(first)
  })

  it('a scripted answer comes first', async () => {
    const emulator = create({ faults: 'html-502' })
    emulator.script('ServiceUnavailable')
    expect((await send(emulator, callParams())).status).toBe(503)
    expect((await send(emulator, callParams())).status).toBe(502)
  })

  it('faults that go on the way join a scripted answer of the service', async () => {
    const emulator = create({ faults: 'data-object' })
    emulator.script({ face: 'spoof' })
    const { body } = await send(emulator, faceParams())
    expect(body['Data']).toMatchObject({ passed: 'false', extInfo: { faceAttack: 'true' } })
  })

  it.each([
    [{ kinds: 'html-502' }, '"faults.kinds" expected array, got string'],
    [{ kinds: [], rate: 2 }, '"faults.rate" expected number from 0 to 1, got 2'],
    [{ kinds: [], every: 0 }, '"faults.every" expected positive integer, got 0'],
    [{ kinds: [], seed: 0.5 }, '"faults.seed" expected integer, got 0.5'],
    ['html-999', '"faults" knows no fault or gateway code "html-999"'],
    [7, '"faults" expected object, got 7'],
    [null, '"faults" expected object, got null'],
  ])('refuses %j', (faults, message) => {
    expect(() => create({ faults: faults as Faults })).toThrow(new TypeError(message))
  })
})

describe('latency', () => {
  it('the answer takes its time, and the operation ran at once', async () => {
    const emulator = create({ latencyMs: 10_000 })
    const controller = new AbortController()
    const pending = fetchOnce(emulator, controller.signal)
    setTimeout(() => controller.abort(new Error('late')), 20)
    await expect(pending).rejects.toThrow('late')
    expect(emulator.log[0]).toMatchObject({ executed: true, status: undefined, code: 200 })
  })

  it('is told in the log', async () => {
    const emulator = create()
    emulator.script({ latencyMs: 30, face: 'match' })
    await fetchOnce(emulator)
    expect(emulator.log[0]?.durationMs).toBeGreaterThanOrEqual(29)
  })
})
