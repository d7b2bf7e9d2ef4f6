import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createEmulator } from '../../../src/emulator/index.ts'
import { createSaf } from '../../../src/index.ts'
import type { SafOptions } from '../../../src/index.ts'
import { SERVICE_ROWS } from './services.ts'
import { catchError, stub } from './stub.ts'

const OK = { Code: 200 }

async function sentFor(
  service: string,
  options: SafOptions = {},
  callOptions: object = {},
): Promise<Record<string, string>> {
  const { saf, sent } = stub(OK, options)
  await saf.executeRequest(service, { eventCode: 'de_x' }, callOptions)
  return sent[0] ?? {}
}

describe('action: chosen by service and region', () => {
  it.each(SERVICE_ROWS)('$service is called by $action, version $version', async (row) => {
    const region = row.service.includes('intl') ? 'ap-southeast-1' : 'cn-shanghai'
    const { saf, sent } = stub(OK, { region })
    await saf.executeRequest(row.service, row.params as never)
    const { Action, Version, Service, ServiceParameters } = sent[0] ?? {}
    expect([Action, Version, Service]).toEqual([row.action, row.version, row.service])
    expect(JSON.parse(ServiceParameters ?? '')).toEqual(row.params)
  })

  it.each([
    ['saf_de', 'cn-shanghai', 'ExecuteRequest'],
    ['saf_de', 'cn-hongkong', 'ExecuteRequest'],
    ['saf_de', 'ap-southeast-1', 'ExecuteRequestSG'],
    ['saf_de', 'us-west-1', 'ExecuteRequestSG'],
    ['saf_de', 'ap-southeast-3', 'ExecuteRequestML'],
    ['account_abuse_intl', 'ap-southeast-3', 'ExecuteRequestSG'],
    ['device_risk_intl_pro', 'cn-shanghai', 'ExecuteRequestSG'],
    ['intl_face_verify', 'ap-southeast-1', 'ExecuteRequest'],
    ['brand_new', 'ap-southeast-3', 'ExecuteRequest'],
    ['brand_intl_new', 'ap-southeast-1', 'ExecuteRequest'],
  ] as const)('%s in %s is called by %s', async (service, region, action) => {
    expect((await sentFor(service, { region }))['Action']).toBe(action)
  })

  it.each([
    ['https://saf-vpc.ap-southeast-3.aliyuncs.com', 'cn-shanghai', 'ExecuteRequestML'],
    ['https://saf.cn-shanghai.aliyuncs.com', undefined, 'ExecuteRequest'],
    ['https://saf-vpc.eu-west-1.aliyuncs.com', undefined, 'ExecuteRequestSG'],
    ['https://cn-proxy.example.com', 'ap-southeast-3', 'ExecuteRequestML'],
    ['https://saf.cn-shanghai.aliyuncs.com.example.com', undefined, 'ExecuteRequestSG'],
  ])('the endpoint %s counts before the region %s', async (endpoint, region, action) => {
    const options = { endpoint, region, allowCustomEndpoint: true }
    expect((await sentFor('saf_de', options))['Action']).toBe(action)
  })

  it('an action of the caller counts before all', async () => {
    for (const action of ['ExecuteRequest', 'ExecuteRequestML', 'ExecuteExtendService']) {
      const sent = await sentFor('account_abuse_intl', {}, { action })
      expect([sent['Action'], sent['Service']]).toEqual([action, 'account_abuse_intl'])
    }
  })

  it('RequestDecision by the caller sends the event code in the place of the service', async () => {
    const sent = await sentFor('saf_de', {}, { action: 'RequestDecision' })
    expect([sent['EventCode'], 'Service' in sent]).toEqual(['de_x', false])
    const { saf, sent: none } = stub(OK)
    const error = await catchError(saf.executeRequest('a', {}, { action: 'RequestDecision' }))
    expect(error).toBeInstanceOf(TypeError)
    expect(error['message']).toBe('"eventCode" expected text, got undefined')
    expect(none).toEqual([])
  })

  it.each([['', null, 1, {}]].flat())(
    'refuses the action %j before anything is sent',
    async (a) => {
      const { saf, sent } = stub(OK)
      const error = await catchError(saf.executeRequest('b', {}, { action: a as never }))
      expect(error).toBeInstanceOf(TypeError)
      expect(error['message']).toMatch(/^"action" expected text, got /)
      expect(sent).toEqual([])
    },
  )

  it('verifyFace has its own, whatever its options hold', async () => {
    const emulator = createEmulator()
    const face = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9])
    const input = { refFaceContent: face, authFaceContent: face, resourceCode: '00840000' }
    const schema = { '~standard': { validate: () => ({ issues: [] }) } }
    const options = { action: 'ExecuteRequestML', schema } as object
    const verdict = await createSaf(emulator.client).verifyFace(input, options)
    expect(verdict.decision).toBe('inconclusive')
    expect(emulator.log[0]?.action).toBe('ExecuteRequest')
  })
})

describe('version: of the face services of China', () => {
  it('is signed by the client, and stays with every attempt', async () => {
    const emulator = createEmulator()
    emulator.script('sts-expiry')
    const forms: URLSearchParams[] = []
    const { accessKeyId, accessKeySecret, ...client } = emulator.client
    const saf = createSaf({
      ...client,
      credentials: () => ({ accessKeyId, accessKeySecret }),
      fetch: async (url, init) => {
        forms.push(new URLSearchParams(new TextDecoder().decode(init?.body as Uint8Array)))
        return emulator.fetch(url, init)
      },
    })
    const query = { method: 'query', bizId: 'b', queryId: 'q' } as const
    expect((await saf.executeRequest('face_verify', query)).code).toBe(200)
    expect(forms.map((form) => form.get('Version'))).toEqual(['2017-03-31', '2017-03-31'])
  })
})

interface Endpoints {
  readonly saf: Readonly<
    Record<
      'public' | 'vpc_documented',
      readonly { readonly region: string; readonly host: string }[]
    >
  > & { readonly vpc_third_party: readonly string[] }
}

const FILE = '../shared/spec/endpoints.json'

describe('endpoints', () => {
  it.each([
    ['mars-1', 'region'],
    ['AP-SOUTHEAST-1', 'region'],
    ['ap-southeast-1.evil', 'region'],
    ['ap-northeast-1', 'region'],
  ])('refuses the region %s', (region, name) => {
    expect(() => stub(OK, { region })).toThrow(`"${name}" expected one of ap-south-1, `)
  })

  it.each([
    'https://saf-vpc.ap-southeast-1.aliyuncs.com.example.com',
    'https://saf-vpc-x.ap-southeast-1.aliyuncs.com',
    'https://saf.vpc.ap-southeast-1.aliyuncs.com',
    'https://oss.ap-southeast-1.aliyuncs.com',
    'http://saf-vpc.ap-southeast-1.aliyuncs.com',
    'https://saf-vpc.ap-southeast-1.aliyuncs.com:8443',
    'https://saf-vpc.ap-southeast-1.aliyuncs.com/path',
    'https://user@saf-vpc.ap-southeast-1.aliyuncs.com',
  ])('refuses the endpoint %s', (endpoint) => {
    expect(() => stub(OK, { endpoint })).toThrow(TypeError)
  })

  it.runIf(existsSync(FILE))('takes every published region and private host', async () => {
    const { saf: table } = JSON.parse(readFileSync(FILE, 'utf8')) as Endpoints
    expect(table.public.length).toBe(13)
    for (const { region, host } of table.public) {
      const { saf, hosts } = stub(OK, { region })
      await saf.executeRequest('a', {})
      expect(hosts).toEqual([host])
    }
    const third = table.vpc_third_party.map((region) => `saf-vpc.${region}.aliyuncs.com`)
    for (const host of [...table.vpc_documented.map((row) => row.host), ...third]) {
      const { saf, hosts } = stub(OK, { endpoint: `https://${host}` })
      await saf.executeRequest('a', {})
      expect(hosts).toEqual([host])
    }
  })
})
