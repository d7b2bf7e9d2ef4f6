import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve } from '../../../src/cli/http-server.ts'
import type { HttpServer } from '../../../src/cli/http-server.ts'
import { createEmulator } from '../../../src/emulator/index.ts'
import type { GatewayCode } from '../../../src/emulator/index.ts'
import { stringToSign } from '../../reference/sign.ts'
import { CASES } from './refusals.ts'
import { callParams, NOW, read, signRequest } from './request.ts'
import { GATEWAY_ROWS, NOT_CAUSED, STS_ROWS } from './rows.ts'
import type { ErrorRow } from './rows.ts'

const TABLE = '../shared/spec/gateway-errors.json'
const ROWS = [...GATEWAY_ROWS, ...STS_ROWS]

/** Rows that take more than one request, and the test that causes each. */
const CAUSED_BY_SEVERAL: Readonly<Record<string, string>> = {
  SignatureDoesNotMatch: 'gateway.test.ts: a wrong secret',
  IncompleteSignature: 'gateway.test.ts: a signature that is none',
  SignatureNonceUsed: 'gateway.test.ts: the second use of a nonce',
  'Forbidden.RAM': 'sts.test.ts: a session whose policy does not allow SAF',
  Throttling: 'sts.test.ts: unsigned requests beyond the rate',
  'Throttling.User': 'gateway.test.ts: requests beyond the rate',
  'Throttling.Api': 'gateway.test.ts: requests to one action beyond its rate',
}

describe('rows', () => {
  it.skipIf(!existsSync(TABLE))('are those of the specification', () => {
    const table = JSON.parse(readFileSync(TABLE, 'utf8')) as Record<string, ErrorRow[]>
    for (const [rows, name] of [
      [GATEWAY_ROWS, 'errors'],
      [STS_ROWS, 'sts_errors'],
    ] as const) {
      const documented = table[name]?.map(({ code, http, message, aliases }) => {
        return { code, http, message: message ?? undefined, aliases }
      })
      expect(rows.map((row) => ({ message: undefined, aliases: undefined, ...row }))).toEqual(
        documented,
      )
    }
  })

  it('each of the gateway is caused by requests, or there is a reason why none can', () => {
    const caused = [...CASES.map(({ code }) => code), ...Object.keys(CAUSED_BY_SEVERAL)]
    const open = GATEWAY_ROWS.map(({ code }) => code).filter((code) => {
      return !caused.some((each) => matchRow(code).test(each)) && !(code in NOT_CAUSED)
    })
    expect(open).toEqual([])
    expect(caused.filter((code) => code in NOT_CAUSED)).toEqual([])
  })

  it('the templates are caused with the wording that they have', () => {
    for (const [code, name] of [
      ['Missing{Param}', 'Service'],
      ['Invalid{Param}', 'Version'],
    ] as const) {
      const { message = '' } = GATEWAY_ROWS.find((row) => row.code === code) ?? {}
      const found = CASES.find((each) => each.code === code.replace('{Param}', name))
      expect(found?.message).toBe(message.replace('{Param}', name))
    }
  })
})

describe('rows: switched on by name, over HTTP', () => {
  const emulator = createEmulator({ now: () => NOW })
  let server: HttpServer

  beforeAll(async () => {
    server = await serve({ fetch: emulator.fetch, host: '127.0.0.1', port: 0 })
  })

  afterAll(() => server.close())

  it.each(ROWS.flatMap(nameRow))('%s', async (code, http, message) => {
    emulator.script(code)
    const params = callParams()
    const [, init] = signRequest(params)
    const { status, headers, body } = await read(await fetch(server.origin, init))
    const echo = stringToSign('POST', params as Record<string, string>) // why: callParams is full
    const requestId = headers.get('x-acs-request-id')
    expect(body).toEqual({
      RequestId: requestId,
      HostId: '127.0.0.1',
      Code: code,
      Message: message?.replace('{StringToSign}', () => echo) ?? expect.any(String),
      Recommend: `https://api.aliyun.com/troubleshoot?q=${code}&product=saf&requestId=${requestId}`,
    })
    expect(status).toBe(http)
    expect(emulator.log.at(-1)).toMatchObject({ code, fault: code, executed: false, status: http })
  })

  it.each(ROWS.flatMap(({ aliases = [], http }) => aliases.map((alias) => [alias, http] as const)))(
    '%s, by its other name',
    async (alias, http) => {
      emulator.script(alias as GatewayCode) // why: the emulator refuses what it does not know
      const { status, body } = await read(await fetch(`${server.origin}/?Format=JSON`))
      const isNamed = alias.startsWith('Forbidden') || alias === 'NoPermission'
      expect([body['Code'], status]).toEqual([alias, isNamed ? 403 : http])
    },
  )
})

/** A row as a code that can be switched on: a template gets a parameter's name. */
function nameRow(row: ErrorRow): [GatewayCode, number, string | undefined][] {
  const isTemplate = row.code.includes('{Param}')
  const name = row.code.replace('{Param}', 'MetaInfo') as GatewayCode // why: the emulator checks it
  return [[name, row.http, row.message?.replace('{Param}', isTemplate ? 'MetaInfo' : 'Service')]]
}

function matchRow(code: string): RegExp {
  const [start = '', end] = code.split('{Param}')
  return new RegExp(`^${start.replaceAll('.', '\\.')}${end === undefined ? '' : '\\w+'}$`)
}
