import { describe, expect, it } from 'vitest'
import { createEmulator } from '../../../src/emulator/index.ts'
import { xmlFormat } from '../../../src/codec/xml.ts'
import { createSaf } from '../../../src/index.ts'
import { catchError, stub } from './stub.ts'

describe('decide', () => {
  it('asks by RequestDecision, with the event beside its fields', async () => {
    for (const region of ['ap-southeast-1', 'ap-southeast-3', 'cn-shanghai']) {
      const { saf, sent } = stub({ Code: 200 }, { region })
      await saf.decide('de_ayhruh4342', { amount: 12, who: '张三', gone: undefined })
      const { Action, Version, EventCode, Service, ServiceParameters } = sent[0] ?? {}
      expect([Action, Version, EventCode, Service]).toEqual([
        'RequestDecision',
        '2019-05-21',
        'de_ayhruh4342',
        undefined,
      ])
      expect(ServiceParameters).toBe('{"amount":12,"who":"张三"}')
    }
  })

  it.each([
    ['JSON', undefined],
    ['XML', xmlFormat],
  ] as const)('is answered by the emulator in %s', async (_, format) => {
    const emulator = createEmulator()
    const saf = createSaf({ ...emulator.client, format })
    const { code, data } = await saf.decide('de_x', { eventCode: 'another', amount: 1 })
    expect([code, data]).toEqual([200, { score: 12.5, tags: 'rm0102', finalDecision: 'PASS' }])
    expect(emulator.log[0]).toMatchObject({ action: 'RequestDecision', executed: true })
  })

  it('rejects as executeRequest does, for the service saf_de', async () => {
    for (const [Code, code, outcome] of [
      [402, 'ERR_SAF_QUOTA', 'not-executed'],
      [500, 'ERR_SAF_INTERNAL', 'failed'],
      [300, 'ERR_SAF_SERVICE', 'failed'],
    ] as const) {
      const { saf } = stub({ Code }, { retry: false })
      const error = await catchError(saf.decide('de_x', {}))
      expect(error).toMatchObject({ code, outcome, service: 'saf_de', serviceCode: Code })
    }
  })

  it.each([
    ['an event without a name', ['', {}], '"eventCode" expected text, got empty text'],
    ['an event that is a number', [7, {}], '"eventCode" expected text, got number'],
    ['no fields', ['de_x'], '"fields" expected plain object, got undefined'],
    ['a list of fields', ['de_x', []], '"fields" expected plain object, got array'],
    [
      'a bigint',
      ['de_x', { a: 1n }],
      '"fields" expected JSON without a bigint or a loop, got object',
    ],
    ['options that are none', ['de_x', {}, null], '"options" expected object, got null'],
    [
      'a schema that is none',
      ['de_x', {}, { schema: {} }],
      '"schema" expected Standard Schema, got object',
    ],
  ])('refuses %s before anything is sent', async (_, args, message) => {
    const { saf, sent } = stub({ Code: 200 })
    const error = await catchError(saf.decide(...(args as unknown as [string, object])))
    expect(error).toBeInstanceOf(TypeError)
    expect(error['message']).toBe(message)
    expect(sent).toEqual([])
  })

  it('works detached', async () => {
    const { decide, executeRequest } = stub({ Code: 200 }).saf
    expect((await decide('de_x', {})).code).toBe(200)
    expect((await executeRequest('a', {})).code).toBe(200)
  })
})
