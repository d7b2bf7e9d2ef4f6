import { inspect } from 'node:util'
import * as valibot from 'valibot'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { SafEvent, StandardSchema } from '../../../src/index.ts'
import { catchError, stub } from './stub.ts'

const EMAIL = { email: 'a@example.com' }
const GOOD = { Code: 200, Data: { tags: 'temp_email,no_tag' } }
const CANARY = 'canary-of-data'

/** Schemas that say the same, by library. */
const SCHEMAS: readonly (readonly [string, StandardSchema<{ tags: string[] }>])[] = [
  ['zod', z.object({ tags: z.string().transform((text) => text.split(',')) })],
  [
    'valibot',
    valibot.object({
      tags: valibot.pipe(
        valibot.string(),
        valibot.transform((text) => text.split(',')),
      ),
    }),
  ],
  ['zod, asynchronous', z.object({ tags: z.string().transform(async (text) => text.split(',')) })],
]

/** Schemas that refuse a nested field, by library. */
const STRICT: readonly (readonly [string, StandardSchema])[] = [
  ['zod', z.object({ tags: z.string(), list: z.array(z.object({ score: z.number() })) })],
  [
    'valibot',
    valibot.object({
      tags: valibot.string(),
      list: valibot.array(valibot.object({ score: valibot.number() })),
    }),
  ],
]

/** A schema by hand. */
function byHand(validate: (value: unknown) => unknown): StandardSchema {
  return { '~standard': { validate: validate as never } }
}

/** Everything that a user, a logger or a debugger may see of an error. */
function allOf(error: object): string {
  return [
    String(error),
    (error as Error).stack,
    JSON.stringify(error),
    inspect(error, { depth: 9, showHidden: true }),
    JSON.stringify({ ...error }),
  ].join('\n')
}

describe('schema: Data that it accepts', () => {
  it.each(SCHEMAS)('%s makes data what it gives', async (_, schema) => {
    const { saf } = stub(GOOD)
    const answer = await saf.executeRequest('email_risk', EMAIL, { schema })
    expect(answer).toEqual({
      code: 200,
      message: 'm',
      requestId: 'R-1',
      data: { tags: ['temp_email', 'no_tag'] },
      rawData: '{"tags":"temp_email,no_tag"}',
    })
  })

  it('sees Data decoded: JSON in a text, and what is nested in it', async () => {
    const { saf } = stub({ Code: 200, Data: '{"score":"0.5","extend":"{\\"city\\":\\"SG\\"}"}' })
    const schema = z.object({ score: z.number(), extend: z.object({ city: z.literal('SG') }) })
    const { data } = await saf.executeRequest('risk_intelligence_ip', { ip: '' }, { schema })
    expect(data.extend.city).toBe('SG')
  })

  it('decide takes one too, and a service that is not known', async () => {
    const { saf } = stub({ Code: 200, Data: { finalDecision: 'REJECT' } })
    const schema = z.object({ finalDecision: z.enum(['PASS', 'REJECT']) })
    expect((await saf.decide('de_x', {}, { schema })).data.finalDecision).toBe('REJECT')
    const { data } = await saf.executeRequest('brand_new', {}, { schema })
    expect(data.finalDecision).toBe('REJECT')
  })

  it('an absent Data is validated as well', async () => {
    const { saf } = stub({ Code: 200 })
    const { data } = await saf.executeRequest('a', {}, { schema: z.undefined() })
    expect(data).toBeUndefined()
    const error = await catchError(saf.executeRequest('a', {}, { schema: z.object({}) }))
    expect(error['message']).toMatch(/"schema" refuses data: see error.data$/)
  })

  it('a result without Data is not asked about: 300 is no answer yet', async () => {
    const { saf } = stub({ Code: 300 })
    const query = { method: 'query', bizId: '', queryId: '' } as const
    const schema = z.object({ image: z.string() })
    const answer = await saf.executeRequest('face_verify', query, { schema })
    expect([answer.code, answer.data]).toEqual([300, undefined])
  })

  it('a schema that is a function is one', async () => {
    const schema = Object.assign(
      () => {},
      byHand((value) => ({ value: [value] })),
    )
    const { saf } = stub({ Code: 200, Data: { a: 1 } })
    expect((await saf.executeRequest('a', {}, { schema })).data).toEqual([{ a: 1 }])
  })
})

describe('schema: Data that it refuses', () => {
  const Data = { tags: CANARY, list: [{ score: 1 }, { score: CANARY }] }

  it.each(STRICT)(
    '%s: the error says that the call ran, where, and no value',
    async (_, schema) => {
      const { saf, sent } = stub({ Code: 200, Data })
      const error = await catchError(saf.executeRequest('email_risk', EMAIL, { schema }))
      expect(error).toMatchObject({
        name: 'ServiceError',
        code: 'ERR_SAF_SERVICE',
        outcome: 'failed',
        retryable: false,
        attempts: 1,
        serviceCode: 200,
        service: 'email_risk',
        requestId: 'R-1',
        status: 200,
        message:
          'email_risk 200: it ran and may be billed, but "schema" refuses data.list.1.…: see error.data',
      })
      expect(allOf(error)).not.toContain(CANARY)
      expect(sent.length).toBe(1)
    },
  )

  it('the answer that was paid for is not lost', async () => {
    const { saf } = stub({ Code: 200, Data })
    const error = await catchError(saf.executeRequest('a', {}, { schema: z.never() }))
    expect(error['data']).toEqual(Data)
  })

  it('shows names and indexes only, and five of many', async () => {
    const paths = [
      ['13800138000'],
      [{ key: 'name' }, 3],
      ['张三'],
      ['a b'],
      [Symbol('secret')],
      ['sixth'],
    ]
    const issues = paths.map((path) => ({ message: CANARY, path }))
    const { saf } = stub({ Code: 200, Data })
    const schema = byHand(() => ({ issues }))
    const error = await catchError(saf.executeRequest('a', {}, { schema }))
    expect(error['message']).toMatch(
      /refuses data\.…, data\.name\.3, data\.…, data\.…, data\.…: see error\.data$/,
    )
    expect(allOf(error)).not.toContain(CANARY)
  })

  it.each([
    [
      'throws',
      () => {
        throw Object.assign(new RangeError(CANARY), { code: 'E_X' })
      },
    ],
    ['rejects', () => Promise.reject(Object.assign(new RangeError(CANARY), { code: 'E_X' }))],
  ])('a schema that %s has not undone the call', async (_, validate) => {
    const { saf } = stub({ Code: 200, Data })
    const error = await catchError(saf.executeRequest('a', {}, { schema: byHand(validate) }))
    expect(error).toMatchObject({ name: 'ServiceError', outcome: 'failed', serviceCode: 200 })
    expect(error['message']).toMatch(/but "schema" failed or hung: see error\.data$/)
    expect(error['cause']).toMatchObject({ name: 'RangeError', code: 'E_X' })
    expect(allOf(error)).not.toContain(CANARY)
  })

  it('a schema that answers nothing, or nonsense, is one that failed', async () => {
    for (const result of [undefined, null, { issues: 7 }, { issues: [null] }]) {
      const { saf } = stub({ Code: 200, Data })
      const schema = byHand(() => result)
      const error = await catchError(saf.executeRequest('a', {}, { schema }))
      expect(error['message']).toMatch(/but "schema" failed or hung/)
    }
  })

  it('a schema that never answers has not undone the call either', async () => {
    const done: SafEvent[] = []
    const onEvent = (event: SafEvent): void => void (event.type === 'done' && done.push(event))
    const { saf, sent } = stub({ Code: 200, Data }, { onEvent, timeoutMs: 1000 })
    const schema = byHand(() => new Promise(() => {}))
    const error = await catchError(saf.executeRequest('a', {}, { schema }))
    expect(error).toMatchObject({
      name: 'ServiceError',
      code: 'ERR_SAF_SERVICE',
      outcome: 'failed',
      retryable: false,
      serviceCode: 200,
      requestId: 'R-1',
      status: 200,
      data: Data,
      message: 'a 200: it ran and may be billed, but "schema" failed or hung: see error.data',
    })
    expect(done).toMatchObject([{ code: 'ERR_SAF_SERVICE', outcome: 'failed' }])
    expect(allOf(error)).not.toContain(CANARY)
    expect(sent.length).toBe(1)
  })

  it.each([
    ['never answers', () => new Promise(() => {})],
    ['rejects then', () => Promise.reject(new Error(CANARY))],
  ])('an abort passes through a schema that %s', async (_, validate) => {
    const abort = new AbortController()
    const reason = new Error('gone')
    const { saf } = stub({ Code: 200, Data })
    const schema = byHand(() => {
      abort.abort(reason)
      return validate()
    })
    const call = saf.executeRequest('a', {}, { schema, signal: abort.signal })
    expect(await catchError(call)).toBe(reason)
  })

  it('an error of the service is told as ever', async () => {
    const { saf } = stub({ Code: 403 })
    const error = await catchError(saf.executeRequest('a', {}, { schema: z.never() }))
    expect(error).toMatchObject({ code: 'ERR_SAF_FORBIDDEN', outcome: 'not-executed' })
  })

  it.each([null, {}, 'schema', () => {}, { '~standard': {} }, { '~standard': null }])(
    '%j is no schema, and nothing is sent',
    async (schema) => {
      const { saf, sent } = stub(GOOD)
      const options = { schema: schema as never }
      const error = await catchError(saf.executeRequest('a', {}, options))
      expect(error).toBeInstanceOf(TypeError)
      expect(error['message']).toMatch(/^"schema" expected Standard Schema, got /)
      expect(sent).toEqual([])
    },
  )
})
