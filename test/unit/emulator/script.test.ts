import { describe, expect, it } from 'vitest'
import { createEmulator } from '../../../src/emulator/index.ts'
import type { EmulatorOptions, Scripted } from '../../../src/emulator/index.ts'
import { callParams, faceParams, NOW, send } from './request.ts'

function create(options: EmulatorOptions = {}): ReturnType<typeof createEmulator> {
  return createEmulator({ now: () => NOW, ...options })
}

describe('script', () => {
  it('answers the next face verifications as said, in order, and then by their photos', async () => {
    const emulator = create()
    emulator.script({ face: 'spoof' }, { face: 'noReference' })
    const codes: unknown[] = []
    for (let left = 3; left > 0; left--) {
      const { body } = await send(emulator, faceParams())
      const data = JSON.parse(String(body['Data'])) as { retCode: string; passed: string }
      codes.push([data.retCode, data.passed])
    }
    expect(codes).toEqual([
      ['OK_SUCCESS', 'false'],
      ['UNABLE_GET_IMAGE', 'false'],
      ['OK_SUCCESS', 'true'],
    ])
  })

  it('a face outcome waits for a face verification', async () => {
    const emulator = create()
    emulator.script({ face: 'mismatch' })
    expect((await send(emulator, callParams())).body['Code']).toBe(200)
    expect((await send(emulator, faceParams())).body['Data']).toContain('"passed":"false"')
  })

  it.each([
    [{ Code: 402 }, { Code: 402, Message: 'daily query volume is exceeded' }, false],
    [{ Code: 403, Message: 'm' }, { Code: 403, Message: 'm' }, false],
    [{ Code: 500 }, { Code: 500, Message: 'system error' }, true],
    [{ Code: 300 }, { Code: 300, Message: 'fail' }, true],
    [{ Code: 200, Data: { a: [1] } }, { Code: 200, Message: 'OK', Data: { a: [1] } }, true],
    [{ Code: 200, Data: '{}' }, { Code: 200, Message: 'OK', Data: '{}' }, true],
  ])('a business answer %j', async (business, expected, executed) => {
    const emulator = create()
    emulator.script({ business })
    const { status, body } = await send(emulator, callParams())
    expect(status).toBe(200)
    expect(body).toEqual({ ...expected, RequestId: expect.any(String) })
    expect(emulator.log[0]?.executed).toBe(executed)
  })

  it('a business answer waits for a request that the gateway lets through', async () => {
    const emulator = create()
    emulator.script({ business: { Code: 402 } })
    const refused = await send(emulator, callParams(), { secret: 'wrong' })
    expect(refused.body['Code']).toBe('SignatureDoesNotMatch')
    expect((await send(emulator, callParams())).body['Code']).toBe(402)
  })

  it('a gateway error comes instead of everything, with its status and its wait', async () => {
    const emulator = create()
    emulator.script({ gateway: 'Throttling.Api', status: 429, retryAfterMs: 250 })
    const { status, body, headers } = await send(emulator, callParams(), { secret: 'wrong' })
    expect([status, body['Code'], headers.get('x-acs-retry-after')]).toEqual([
      429,
      'Throttling.Api',
      '250',
    ])
    expect(body['Message']).toBe('Request was denied due to api flow control.')
    expect(emulator.log[0]).toMatchObject({ executed: false, fault: 'Throttling.Api' })
  })

  it.each([
    ['Forbidden.RAM', 403],
    ['InternalError', 500],
    ['ServiceUnavailable', 503],
    ['ServiceUnavailable.RegionMaintaining', 503],
    ['OperationConflict', 409],
    ['MissingMetaInfo', 400],
    ['UnknownError', 400],
  ] as const)('the name %s alone is a gateway error with status %i', async (name, expected) => {
    const emulator = create()
    emulator.script(name)
    const { status, body, headers } = await send(emulator, callParams())
    expect([status, body['Code'], headers.has('x-acs-retry-after')]).toEqual([
      expected,
      name,
      false,
    ])
  })

  it('presets have their numbers', async () => {
    const emulator = create()
    emulator.script('throttling', 'clock-skew', 'sts-expiry')
    const codes: unknown[] = []
    const dates: unknown[] = []
    for (let left = 3; left > 0; left--) {
      const { body, headers } = await send(emulator, callParams())
      codes.push(body['Code'])
      dates.push(headers.get('date')?.slice(17, 22))
    }
    expect(codes).toEqual([
      'Throttling.User',
      'InvalidTimeStamp.Expired',
      'InvalidSecurityToken.Expired',
    ])
    expect(dates).toEqual(['03:04', '03:24', '03:04'])
  })

  it('preflights and front-end pages use nothing up', async () => {
    const emulator = create({ maxUrlBytes: 1000 })
    emulator.script('ServiceUnavailable')
    await emulator.fetch('http://127.0.0.1/', { method: 'OPTIONS' })
    await emulator.fetch(`http://127.0.0.1/?${'a'.repeat(1000)}`)
    expect((await send(emulator, callParams())).status).toBe(503)
  })

  it('reset forgets script, nonces and log', async () => {
    const emulator = create()
    const params = callParams()
    await send(emulator, params)
    emulator.script('ServiceUnavailable')
    emulator.reset()
    expect(emulator.log).toHaveLength(0)
    expect((await send(emulator, params)).body['Code']).toBe(200)
    expect(emulator.log).toHaveLength(1)
  })

  it.each([
    ['nonsense', '"script" knows no fault or gateway code "nonsense"'],
    ['__proto__', '"script" knows no fault or gateway code "__proto__"'],
    [undefined, '"script" expected object, got undefined'],
    [[], '"script" expected object, got array'],
    [{}, '"script" expected at least one field'],
    [{ face: undefined }, '"script" expected at least one field'],
    [{ faces: 'match' }, '"script" has no field "faces"'],
    [{ face: 'happy' }, '"face" expected name of an outcome, got string'],
    [
      { face: 'match', gateway: 'Throttling' },
      '"script" expected at most one of face, business and gateway',
    ],
    [{ gateway: 'Nothing' }, '"gateway" expected code of the gateway, got string'],
    [{ fault: 'constructor' }, '"fault" expected name of a fault, got string'],
    [{ business: 402 }, '"business" expected object, got 402'],
    [{ business: {} }, '"business.Code" expected integer, got undefined'],
    [{ business: { Code: 1.5 } }, '"business.Code" expected integer, got 1.5'],
    [{ business: { Code: 200, Message: 1 } }, '"business.Message" expected text, got 1'],
    [{ status: 429 }, '"status" and "retryAfterMs" go with "gateway"'],
    [{ gateway: 'Throttling', status: 200 }, '"status" expected integer from 400 to 599, got 200'],
    [{ gateway: 'Throttling', retryAfterMs: 0 }, '"retryAfterMs" expected positive integer, got 0'],
    [{ before: true }, '"before" goes with "fault"'],
    [{ fault: 'empty', before: 1 }, '"before" expected boolean, got 1'],
    [{ latencyMs: -1 }, '"latencyMs" expected milliseconds from 0 to 2147483647, got -1'],
    [{ skewMs: Infinity }, '"skewMs" expected number, got Infinity'],
  ])('refuses %j', (given, message) => {
    const emulator = create()
    const add = (): void => emulator.script('empty', given as Scripted)
    expect(add).toThrow(new TypeError(message))
    expect(() => create({ faults: { kinds: [given as Scripted] } })).toThrow(TypeError)
  })

  it('refuses Data that JSON cannot say, and then queues nothing', async () => {
    const emulator = create()
    const business = { Code: 200, Data: 1n }
    expect(() => emulator.script('ServiceUnavailable', { business })).toThrow(TypeError)
    expect((await send(emulator, callParams())).body['Code']).toBe(200)
  })
})
