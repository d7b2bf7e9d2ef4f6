import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createEmulator, testFaces } from '../../../src/emulator/index.ts'
import type { EmulatorOptions, TestFaceName } from '../../../src/emulator/index.ts'
import { callParams, faceParams, NOW, send, toBase64 } from './request.ts'
import type { Read, Sent } from './request.ts'

const GOLDEN = {
  pass: '{"Data":"{\\"passed\\":\\"true\\",\\"retCode\\":\\"OK_SUCCESS\\",\\"retCodeSub\\":\\"Z1140\\",\\"retMessage\\":\\"Facial recognition passed (Z1140)\\",\\"extInfo\\":{\\"result\\":\\"true\\",\\"score\\":\\"100.0\\",\\"faceAttack\\":\\"false\\"}}","Message":"OK","RequestId":"ID","Code":200}',
  bad_resource_code:
    '{"Data":"{\\"passed\\":\\"false\\",\\"retCode\\":\\"SYSTEM_ERROR\\",\\"retCodeSub\\":\\"Z1141\\",\\"retMessage\\":\\"resourceCode value invalid\\"}","Message":"system error","RequestId":"ID","Code":500}',
  missing_parameter:
    '{"Message":"refFaceContent or authFaceContent or resourceCode is null","RequestId":"ID","Code":400}',
} as const

function create(options: EmulatorOptions = {}): ReturnType<typeof createEmulator> {
  return createEmulator({ now: () => NOW, ...options })
}

async function verify(
  fields: Readonly<Record<string, unknown>>,
  options: EmulatorOptions = {},
): Promise<Read & { data: Record<string, unknown>; executed: boolean | undefined }> {
  const emulator = create(options)
  const answer = await send(emulator, faceParams(fields))
  expect(answer.status).toBe(200)
  const { Data } = answer.body
  const data = typeof Data === 'string' ? (JSON.parse(Data) as Record<string, unknown>) : {}
  return { ...answer, data, executed: emulator.log[0]?.executed }
}

/** The body with its request ID replaced. */
function text({ body, text: raw }: Read): string {
  return raw.replace(String(body['RequestId']), 'ID')
}

describe('intl_face_verify', () => {
  it('passes with the published body, byte by byte', async () => {
    const answer = await verify({})
    expect(text(answer)).toBe(GOLDEN.pass)
    expect(answer.executed).toBe(true)
    expect(answer.body['RequestId']).toBe(answer.headers.get('x-acs-request-id'))
  })

  it.each(['12345678', '0084000', '84000000', '00840001', '00VN0000'])(
    'answers code 500 with Data for the resource code %s',
    async (resourceCode) => {
      const answer = await verify({ resourceCode })
      expect(text(answer)).toBe(GOLDEN.bad_resource_code)
      expect(answer.executed).toBe(true)
    },
  )

  it.each([
    { refFaceContent: undefined },
    { authFaceContent: '' },
    { resourceCode: null },
    { resourceCode: 840_000 },
    { refFaceContent: undefined, resourceCode: 'bad' },
  ])('answers code 400 without Data when a field is absent: %j', async (fields) => {
    const answer = await verify(fields)
    expect(text(answer)).toBe(GOLDEN.missing_parameter)
    expect(answer.executed).toBe(false)
  })

  it('the golden bodies are those of the table', () => {
    const file = '../shared/spec/saf-codes.json'
    if (!existsSync(file)) return
    const { golden_bodies: bodies } = JSON.parse(readFileSync(file, 'utf8')) as {
      golden_bodies: Record<keyof typeof GOLDEN, { RequestId: string }>
    }
    for (const [name, body] of Object.entries(bodies)) {
      const expected = JSON.stringify(body).replace(body.RequestId, 'ID')
      expect(GOLDEN[name as keyof typeof GOLDEN]).toBe(expected)
    }
  })

  it.each([
    ['match', 'true', 'OK_SUCCESS', { result: 'true', score: '100.0', faceAttack: 'false' }],
    ['idPhoto', 'true', 'OK_SUCCESS', { result: 'true', score: '100.0', faceAttack: 'false' }],
    [
      'mismatch',
      'false',
      'OK_SUCCESS',
      { result: 'false', score: '54.4566324452', faceAttack: 'false' },
    ],
    [
      'spoof',
      'false',
      'OK_SUCCESS',
      { result: 'false', score: '92.1045532227', faceAttack: 'true' },
    ],
    ['unreadable', 'false', 'PROCESSING', undefined],
    ['noReference', 'false', 'UNABLE_GET_IMAGE', undefined],
  ] as const)('the live photo %s decides', async (...[name, passed, retCode, extInfo]) => {
    const { data, body } = await verify({ authFaceContent: toBase64(testFaces[name]) })
    expect([body['Code'], body['Message']]).toEqual([200, 'OK'])
    expect(data).toMatchObject({ passed, retCode })
    expect(data['extInfo']).toEqual(extInfo)
    const keys = ['passed', 'retCode', 'retCodeSub', 'retMessage', ...(extInfo ? ['extInfo'] : [])]
    expect(Object.keys(data)).toEqual(keys)
  })

  it.each([
    ['unreadable', 'PROCESSING'],
    ['noReference', 'UNABLE_GET_IMAGE'],
    ['spoof', 'OK_SUCCESS'],
  ] as const)('the reference photo %s ends in %s', async (name: TestFaceName, retCode) => {
    const { data } = await verify({ refFaceContent: toBase64(testFaces[name]) })
    expect(data['retCode']).toBe(retCode)
  })

  const face = toBase64(testFaces.match)
  const png = toBase64(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xd9]))
  const cut = toBase64(testFaces.match.subarray(0, 200))
  const plain = toBase64(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9]))
  it.each([
    ['a data: prefix', `data:image/jpeg;base64,${face}`],
    ['a line feed', `${face.slice(0, 76)}\n${face.slice(76)}`],
    ['a carriage return', `${face.slice(0, 76)}\r${face.slice(76)}`],
    ['a space', `${face.slice(0, 76)} ${face.slice(76)}`],
    ['the url-safe alphabet', '_9j_' + face.slice(4)],
    ['no padding', face.replace(/=+$/, '') + 'A'],
    ['text that is no base64', 'photo!'],
    ['a PNG', png],
    ['a JPEG without its end', cut],
    ['a JPEG without an outcome', plain],
    ['an outcome that is none', toBase64(withOutcome('constructor'))],
  ])('%s is a photo that cannot be parsed', async (_, photo) => {
    for (const name of ['authFaceContent', 'refFaceContent']) {
      const { data, body } = await verify({ [name]: photo })
      expect(body['Code']).toBe(200)
      expect(data).toMatchObject({ passed: 'false', retCode: 'PROCESSING' })
      expect(Object.hasOwn(data, 'extInfo')).toBe(false)
    }
  })

  it('a photo with bytes after its end is fine', async () => {
    const photo = Uint8Array.from([...testFaces.match, 0, 1, 2, 3])
    expect((await verify({ authFaceContent: toBase64(photo) })).data['passed']).toBe('true')
  })

  it.each([
    [{ maxBytes: 100 }, 'PROCESSING'],
    [{ minSide: 480 }, 'PROCESSING'],
    [{ maxSide: 100 }, 'PROCESSING'],
    [{ maxBytes: 100_000, minSide: 96, maxSide: 128 }, 'OK_SUCCESS'],
  ])('the photo limits %j end in %s', async (photoLimits, retCode) => {
    expect((await verify({}, { photoLimits })).data['retCode']).toBe(retCode)
  })

  it.each([
    ['00990001', 200, 'OK_SUCCESS'],
    ['00990002', 200, 'OK_SUCCESS'],
    ['00990003', 200, 'OK_SUCCESS'],
    ['00990004', 200, 'PROCESSING'],
    ['00990005', 200, 'UNABLE_GET_IMAGE'],
    ['00990402', 402, undefined],
    ['00990403', 403, undefined],
    ['00990404', 404, undefined],
    ['00990500', 500, undefined],
  ])('the resource code %s stands for a scenario', async (resourceCode, code, retCode) => {
    const { body, data, executed } = await verify({ resourceCode, authFaceContent: 'any' })
    expect([body['Code'], data['retCode']]).toEqual([code, retCode])
    expect(executed).toBe(code === 200 || code === 500)
  })

  it('is written as XML when no format is asked for', async () => {
    const { text: xml, headers } = await send(create(), { ...faceParams(), Format: undefined })
    const requestId = headers.get('x-acs-request-id')
    expect(headers.get('content-type')).toBe('text/xml;charset=utf-8')
    expect(xml).toBe(
      `<?xml version='1.0' encoding='UTF-8'?><ExecuteRequestResponse><Data>` +
        '{"passed":"true","retCode":"OK_SUCCESS","retCodeSub":"Z1140",' +
        '"retMessage":"Facial recognition passed (Z1140)",' +
        '"extInfo":{"result":"true","score":"100.0","faceAttack":"false"}}</Data>' +
        `<Message>OK</Message><RequestId>${requestId}</RequestId><Code>200</Code>` +
        '</ExecuteRequestResponse>',
    )
  })

  function withOutcome(name: string): Uint8Array {
    const comment = `saf-edge outcome=${name}`
    const segment = [0xff, 0xfe, 0, comment.length + 2, ...Buffer.from(comment)]
    return Uint8Array.from([
      0xff,
      0xd8,
      ...segment,
      0xff,
      0xc0,
      0,
      11,
      8,
      0,
      8,
      0,
      8,
      1,
      1,
      17,
      0,
      0xff,
      0xd9,
    ])
  }
})

describe('services', () => {
  async function run(Service: string, parameters: unknown): Promise<Record<string, unknown>> {
    const ServiceParameters =
      typeof parameters === 'string' ? parameters : JSON.stringify(parameters)
    return (await send(create(), callParams({ Service, ServiceParameters }))).body
  }

  it.each(['nothing', '__proto__', 'constructor', 'Intl_face_verify'])(
    'code 404 for the service %s',
    async (service) => {
      const body = await run(service, {})
      expect(body).toEqual({
        Message: 'Service is invalid',
        RequestId: expect.any(String),
        Code: 404,
      })
    },
  )

  it.each(['', 'null', '[]', '"text"', '{', '{"a":1}}', '['.repeat(100_000)])(
    'code 400 for parameters that are no JSON object: %.20s',
    async (parameters) => {
      const body = await run('saf_de', parameters || ' ')
      expect(body).toEqual({
        Message: 'ServiceParameters is invalid',
        RequestId: expect.any(String),
        Code: 400,
      })
    },
  )

  it('each service of the table answers its shape, and names a field that is absent', async () => {
    const file = '../shared/spec/services.json'
    if (!existsSync(file)) return
    const { services } = JSON.parse(readFileSync(file, 'utf8')) as {
      services: { service: string; params?: object; data?: Record<string, string> }[]
    }
    expect(services.length).toBeGreaterThan(20)
    for (const { service, params = {}, data = {} } of services) {
      if (service.includes('face')) continue
      const all = Object.fromEntries(
        Object.keys(params).map((name) => [name.replace('?', ''), 'x']),
      )
      const body = await run(service, all)
      expect([service, body['Code'], body['Message']]).toEqual([service, 200, 'OK'])
      const answered = body['Data'] as Record<string, unknown>
      for (const [name, shape] of Object.entries(data)) {
        if (name.endsWith('?') && !(name.slice(0, -1) in answered)) continue
        const kind = shape.startsWith('number') ? 'number' : 'string'
        expect([service, name, typeof answered[name.replace('?', '')]]).toEqual([
          service,
          name,
          kind,
        ])
      }
    }
  })

  it.each([
    ['saf_de', {}, 'eventCode parameter is null'],
    ['email_risk', { email: '' }, 'email parameter is null'],
    ['account_abuse', { operateTime: 1, ip: '1.2.3.4' }, 'mobile parameter is null'],
    [
      'account_abuse_pro',
      { operateTime: 1, ip: 'x', mobileMd5: 'y' },
      'deviceToken parameter is null',
    ],
    ['face_verify_localsdk', { certNumber: '1' }, 'name parameter is null'],
    ['face_verify', { method: 'init' }, 'certNumber parameter is null'],
    ['face_verify', {}, 'method parameter is invalid'],
    ['face_verify', { method: 'constructor' }, 'method parameter is invalid'],
  ])('%s names what is absent in %j', async (service, parameters, message) => {
    expect(await run(service, parameters)).toMatchObject({ Code: 400, Message: message })
  })

  it('answers the decision engine by both of its ways', async () => {
    const direct = await run('saf_de', { eventCode: 'de_x' })
    const params = { Action: 'RequestDecision', EventCode: 'de_x', ServiceParameters: '{}' }
    const decision = await send(create(), callParams({ ...params, Service: undefined }))
    expect(decision.body['Data']).toEqual(direct['Data'])
    expect(direct['Data']).toEqual({ score: 12.5, tags: 'rm0102', finalDecision: 'PASS' })
  })

  it('face_verify starts and finds sessions', async () => {
    const person = { certNumber: '1', name: '张三', metainfo: '{}' }
    const app = await run('face_verify', { method: 'init', ...person })
    expect(app['Data']).toEqual({ queryId: expect.any(String), bizId: expect.any(String) })
    const page = await run('face_verify', { method: 'initH5', ...person })
    expect(page['Data']).toEqual({ zimId: expect.any(String), bizId: expect.any(String) })
    const query = { method: 'query', bizId: 'a', queryId: 'b' }
    expect(Object.keys(await run('face_verify', query))).toEqual(['Message', 'RequestId', 'Code'])
    const { Data } = await run('face_verify', { ...query, returnImage: 1 })
    expect((Data as { image: string }).image).toMatch(/^_9j_[\w-]+=*$/)
  })

  it.each([
    ['match', 200],
    ['mismatch', 409],
    ['spoof', 409],
  ] as const)('face_verify_localsdk answers the photo %s with %i', async (name, code) => {
    const imgbase64 = Buffer.from(testFaces[name]).toString('base64url')
    const person = { certNumber: '1', name: '张三', imgbase64 }
    for (const [service, more] of [
      ['face_verify_localsdk', {}],
      ['face_verify', { method: 'match' }],
    ] as const) {
      const { Code, Data } = await run(service, { ...person, ...more })
      expect([Code, Data]).toEqual([code, code === 200 ? {} : undefined])
    }
  })

  it('writes Data that is an object as elements of XML', async () => {
    const params: Sent = callParams({
      Service: 'email_risk',
      ServiceParameters: '{"email":"a"}',
      Format: 'XML',
    })
    const { text: xml } = await send(create(), params)
    expect(xml).toContain('<Data><tags>no_tag</tags></Data><Message>OK</Message>')
  })
})
