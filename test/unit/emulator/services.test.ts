import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { xmlFormat } from '../../../src/codec/xml.ts'
import { createEmulator, testFaces } from '../../../src/emulator/index.ts'
import { createSaf } from '../../../src/index.ts'
import type { ServiceAnswer } from '../../../src/index.ts'
import { SERVICE_ROWS } from '../saf/services.ts'
import type { ServiceRow } from '../saf/services.ts'
import { callParams, NOW, send } from './request.ts'

const PHOTO = Buffer.from(testFaces.match).toString('base64')

/** The row's request, with photos. */
function withPhotos({ params }: ServiceRow): Record<string, unknown> {
  const pairs = Object.entries(params).map(([name, value]) => [name, value === '' ? PHOTO : value])
  return Object.fromEntries(pairs)
}

function title({ service, params: { method } }: ServiceRow): string {
  return method === undefined ? service : `${service} ${String(method)}`
}

describe.each([
  ['JSON', undefined],
  ['XML', xmlFormat],
] as const)('services: in %s', (name, format) => {
  it.each(SERVICE_ROWS.map((row) => [title(row), row] as const))(
    '%s answers what is documented',
    async (_, row) => {
      const { client, log } = createEmulator()
      const saf = createSaf({ ...client, format, region: 'cn-shanghai' })
      const answer: ServiceAnswer = await saf.executeRequest(row.service, withPhotos(row) as never)
      expect([answer.code, answer.message]).toEqual([200, 'OK'])
      expect(answer.requestId).toMatch(/^[\dA-F-]{36}$/)
      expect(log[0]).toMatchObject({ action: row.action, service: row.service, executed: true })
      expectShape(answer.data, row.data, name)
    },
  )
})

/** Every field that must be there is, and none else, each of its kind. */
function expectShape(data: unknown, shape: ServiceRow['data'], format: string): void {
  const isEmpty = shape === undefined || (format === 'XML' && Object.keys(shape).length === 0)
  if (isEmpty) {
    expect(data).toBeUndefined() // An empty element is nothing.
    return
  }
  const fields = data as Record<string, unknown>
  const known = Object.keys(shape).map((name) => name.replace('?', ''))
  expect(known).toEqual(expect.arrayContaining(Object.keys(fields)))
  for (const [name, kind] of Object.entries(shape)) {
    const value = fields[name.replace('?', '')]
    if (value !== undefined || !name.endsWith('?'))
      expect([name, typeof value]).toEqual([name, kind])
  }
}

describe('services: what must be there', () => {
  const cases = SERVICE_ROWS.flatMap((row) =>
    Object.keys(row.params)
      .slice(0, row.required)
      .map((field) => [title(row), field, row] as const),
  )

  it.each(cases)('%s without %s is code 400', async (_, field, row) => {
    const { [field]: _left, ...params } = withPhotos(row)
    const emulator = createEmulator({ now: () => NOW })
    const given = { Service: row.service, ServiceParameters: JSON.stringify(params) }
    const { body } = await send(emulator, callParams({ ...given, Action: row.action }))
    expect(body).toMatchObject({ Code: 400, Message: expect.stringMatching(/null|invalid/) })
    expect(emulator.log[0]?.executed).toBe(false)
  })

  it.each(SERVICE_ROWS.map((row) => [title(row), row] as const))(
    '%s needs no field more',
    async (_, row) => {
      const params = Object.fromEntries(Object.entries(withPhotos(row)).slice(0, row.required))
      const emulator = createEmulator({ now: () => NOW })
      const given = { Service: row.service, ServiceParameters: JSON.stringify(params) }
      const { body } = await send(emulator, callParams({ ...given, Action: row.action }))
      expect(body['Code']).toBe(200)
    },
  )
})

describe('services: what a script makes them answer', () => {
  it('a service that only the application knows is called and typed as any other', async () => {
    const emulator = createEmulator()
    emulator.script({ business: { Code: 200, Data: { verdict: 'good' } } })
    // Its row in the map of services is in test/types/merging.ts.
    const { data } = await createSaf(emulator.client).executeRequest('acme_check', { id: '7' })
    const verdict: 'good' | 'bad' | undefined = data?.verdict
    expect(verdict).toBe('good')
  })

  it('a session that is not finished is a result', async () => {
    const emulator = createEmulator()
    emulator.script({ business: { Code: 300 } })
    const query = { method: 'query', bizId: 'b', queryId: 'q' } as const
    const answer = await createSaf(emulator.client).executeRequest('face_verify', query)
    expect([answer.code, answer.data]).toEqual([300, undefined])
  })

  it.each([510, 520, 530, 540])('init that ends with code %i rejects', async (Code) => {
    const emulator = createEmulator()
    emulator.script({ business: { Code } })
    const start = { method: 'init', certNumber: '1', name: '张三', metainfo: '{}' } as const
    const call = createSaf(emulator.client).executeRequest('face_verify', start)
    await expect(call).rejects.toMatchObject({ serviceCode: Code, outcome: 'failed' })
    expect(emulator.log[0]?.executed).toBe(true)
  })
})
