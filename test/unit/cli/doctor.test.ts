import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  checkClock,
  checkEndpoint,
  checkIdentity,
  checkKeyShape,
} from '../../../src/cli/doctor-checks.ts'
import { probe } from '../../../src/cli/doctor-probe.ts'
import type { Probe } from '../../../src/cli/doctor-probe.ts'
import { createEmulator } from '../../../src/emulator/index.ts'
import { buildCli, finish, watch } from './cli.ts'
import type { Cli, Environment, Run } from './cli.ts'

// Each test starts processes, and machines may be slow.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

const KEY = {
  ALIBABA_CLOUD_ACCESS_KEY_ID: 'testid',
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'testsecret',
} as const
const URL_ = 'http://127.0.0.1/'

let cli: Cli
/** The origin of an emulator that works. */
let works: string
let stopEmulator: () => void
const closers: (() => void)[] = []

beforeAll(async () => {
  cli = await buildCli('missing')
  works = await startEmulator()
  stopEmulator = closers.pop() ?? (() => {})
})

afterEach(() => {
  for (const close of closers.splice(0)) close()
})

afterAll(() => {
  stopEmulator()
  cli.remove()
})

/** Starts the emulator on a free port and gives its origin. */
async function startEmulator(...args: readonly string[]): Promise<string> {
  const child = cli.start(['emulator', '--port', '0', ...args])
  closers.push(() => child.kill('SIGKILL'))
  void finish(child)
  const [, origin = ''] = await watch(child.stdout)(/^Ready on (\S+)/m)
  return origin
}

/** Serves something that is no gateway, and gives its origin. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}` // why: a port, no pipe
}

async function examine(origin: string, env: Environment = KEY, ...args: string[]): Promise<Run> {
  return cli.run(['doctor', '--endpoint', origin, '--allow-custom-endpoint', ...args], env)
}

describe('doctor: over HTTP', () => {
  it('finds everything right, says so in a line each, and exits 0', async () => {
    const { code, stderr, stdout } = await examine(works)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(
        /^! key {7}test… begins neither .*→ check ALIBABA_CLOUD_ACCESS_KEY_ID$/,
      ),
      "✓ clock     as the gateway's",
      expect.stringMatching(/^✓ endpoint {2}127\.0\.0\.1:\d+ answers, in \d+ ms$/),
      expect.stringMatching(/^✓ sts {7}127\.0\.0\.1:\d+ knows the key: RAMUser acs:ram::\d+:user/),
      '',
    ])
  })

  it('prints one line of JSON when asked to', async () => {
    const { code, stdout } = await examine(works, KEY, '--json')
    expect(code).toBe(0)
    expect(stdout.trimEnd()).not.toContain('\n')
    const { checks, ok } = JSON.parse(stdout) as { ok: boolean; checks: { name: string }[] }
    expect(ok).toBe(true)
    expect(checks.map(({ name }) => name)).toEqual(['key', 'clock', 'endpoint', 'sts'])
  })

  it.each([
    [
      {},
      /✗ key .*_KEY_ID and \S+_KEY_SECRET are not set → set the key of a RAM user/,
      /! sts .*not/,
    ],
    [
      { ...KEY, ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'CANARY-wrong' },
      /./,
      /✗ sts .*not its secret → ch/,
    ],
    [{ ...KEY, ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAI5tCANARY' }, /✓ key {7}LTAI…/, /✗ sts .*NotFound/],
  ])(
    'finds what is wrong with the key %o, shows nothing of it, and exits 1',
    async (env, key, sts) => {
      const { code, stderr, stdout } = await examine(works, env as Environment)
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
      expect(stdout).toMatch(key)
      expect(stdout).toMatch(sts)
      expect(stdout).not.toMatch(/CANARY/)
    },
  )

  it('finds a clock that is wrong, and exits 1', async () => {
    const { code, stdout } = await examine(await startEmulator('--faults', 'clock-skew'))
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /^✗ clock {5}1(199|200|201) s behind the gateway's, .* → set this machine/m,
    )
    expect(stdout).toMatch(/^✓ sts /m)
  })

  it('finds that nobody listens, and exits 1', async () => {
    const origin = await serve(() => {})
    closers.splice(0).forEach((close) => close())
    const { code, stdout } = await examine(origin)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^! clock {5}not compared: no answer → /m)
    expect(stdout).toMatch(
      /^✗ endpoint .*address 127\.0\.0\.1, but gives no answer \(ECONNREFUSED\) → /m,
    )
    expect(stdout).toMatch(/^✗ sts .* gives no answer \(ECONNREFUSED\) → check the network/m)
  })

  it('asks STS where it is told to', async () => {
    const page = await serve((_, response) => response.end('<html>welcome</html>'))
    const { code, stdout } = await examine(page, KEY, '--sts-endpoint', works)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^! endpoint .* answers HTTP 200, but not as the gateway does → /m)
    expect(stdout).toMatch(/^✓ sts /m)
  })

  it.each([
    [['--region', 'mars'], /--region expected one of ap-south-1/],
    [['--endpoint', 'https://saf.example'], /--endpoint "saf\.example" is not the vendor's/],
    [['--endpoint', 'saf'], /--endpoint expected https origin/],
    [
      ['--sts-endpoint', 'https://sts.example'],
      /--sts-endpoint "sts\.example" is not the vendor's/,
    ],
    [['--nothing'], /unknown option/],
  ])('%j is called wrongly, and exits 2', async (args, message) => {
    const { code, stderr } = await cli.run(['doctor', ...args], KEY)
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
  })

  it('tells its options', async () => {
    const { code, stdout } = await cli.run(['doctor', '--help'])
    expect(code).toBe(0)
    for (const word of ['--region', '--sts-endpoint', '--json', 'GetCallerIdentity', '_TOKEN']) {
      expect(stdout).toContain(word)
    }
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })
})

describe('doctor: the key', () => {
  const id = 'LTAI5tExample'
  const secret = 'CANARY0123456789012345678901'
  it.each([
    [{ accessKeyId: id, accessKeySecret: secret }, 'ok', 'LTAI…, a long-lived key'],
    [
      { accessKeyId: 'STS.Example', accessKeySecret: secret, securityToken: 'CANARY' },
      'ok',
      'STS.…, a temporary key',
    ],
    [{ accessKeyId: id }, 'wrong', 'ALIBABA_CLOUD_ACCESS_KEY_SECRET is not set'],
    [{ accessKeyId: 'STS.Example', accessKeySecret: secret }, 'wrong', 'without its token'],
    [
      { accessKeyId: id, accessKeySecret: secret, securityToken: 'CANARY' },
      'wrong',
      'ALIBABA_CLOUD_SECURITY_TOKEN is set',
    ],
    [{ accessKeyId: id, accessKeySecret: `${secret}\n` }, 'wrong', '_SECRET holds white space'],
    [{ accessKeyId: `${id}\u200b`, accessKeySecret: secret }, 'wrong', '_KEY_ID holds white space'],
    [{ accessKeyId: secret, accessKeySecret: id }, 'wrong', '_KEY_ID looks like a secret'],
    [{ accessKeyId: 'other', accessKeySecret: secret }, 'warning', 'othe… begins neither'],
  ] as const)('%o is %s: %s', (key, state, saw) => {
    const finding = checkKeyShape(key)
    expect(finding.state).toBe(state)
    expect(finding.saw).toContain(saw)
    expect(JSON.stringify(finding)).not.toMatch(/CANARY|CANA…|Example/)
    expect(finding.fix === undefined).toBe(state === 'ok')
  })
})

describe('doctor: the clock', () => {
  it.each([
    [1499, 'ok', "as the gateway's"],
    [-40_000, 'ok', '40 s ahead of'],
    [60_000, 'warning', '60 s behind'],
    [-899_000, 'warning', '899 s ahead of'],
    [900_000, 'wrong', '900 s behind'],
  ])('%d ms is %s', (aheadMs, state, saw) => {
    const finding = checkClock({ answer: { status: 404, isGateway: true, aheadMs, tookMs: 1 } })
    expect(finding.state).toBe(state)
    expect(finding.saw).toContain(saw)
  })

  it.each([
    ['no Date', {}],
    ['a Date that a cache kept', { date: new Date(0).toUTCString(), age: '60' }],
    ['a Date that is none', { date: 'tomorrow' }],
  ])('is not compared with %s', async (_, headers) => {
    const seen = await look(new Response('', { headers: headers as Record<string, string> }))
    expect(checkClock(seen)).toMatchObject({
      state: 'warning',
      saw: expect.stringContaining('not compared'),
    })
  })
})

async function look(response: Response): Promise<Probe> {
  return probe(URL_, { fetch: async () => response, resolve: async () => '192.0.2.1' })
}

describe('doctor: the endpoint', () => {
  it('asks with a bare GET, and follows nothing', async () => {
    const sent: unknown[] = []
    const fetch = async (...args: unknown[]): Promise<Response> => {
      sent.push(args)
      return new Response('')
    }
    await probe(URL_, { fetch, resolve: async () => '192.0.2.1' })
    const init = { method: 'GET', redirect: 'manual', signal: expect.any(AbortSignal) }
    expect(sent).toEqual([[URL_, init]])
  })

  it('knows the gateway by its answer', async () => {
    const { fetch } = createEmulator()
    const seen = await probe(URL_, { fetch, resolve: async () => '192.0.2.1' })
    expect(seen.answer).toMatchObject({ status: 404, isGateway: true })
    expect(checkEndpoint(URL_, seen)).toMatchObject({ state: 'ok' })
  })

  it('says when there is no such host', async () => {
    const failure = Object.assign(new Error('CANARY'), { code: 'ENOTFOUND' })
    const seen = await probe(URL_, { resolve: () => Promise.reject(failure) })
    const { saw, state } = checkEndpoint(URL_, seen)
    expect({ saw, state }).toEqual({ saw: '127.0.0.1 has no address (ENOTFOUND)', state: 'wrong' })
  })

  it('says when the certificate is not to be trusted', async () => {
    const cause = Object.assign(new Error('CANARY'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
    const fetch = (): Promise<never> => Promise.reject(new TypeError('failed', { cause }))
    const finding = checkEndpoint(URL_, await probe(URL_, { fetch, resolve: async () => '::1' }))
    expect(finding.state).toBe('wrong')
    expect(finding.fix).toContain('certificate')
    expect(JSON.stringify(finding)).not.toContain('CANARY')
  })
})

describe('doctor: STS', () => {
  const key = { accessKeyId: 'LTAI5tCANARY', accessKeySecret: 'secretCANARY' }

  it('knows a key, and a temporary one', async () => {
    const emulator = createEmulator({
      accessKeys: { 'STS.a': { secret: 'b', securityToken: 'c' } },
    })
    const triple = { accessKeyId: 'STS.a', accessKeySecret: 'b', securityToken: 'c' }
    const finding = await checkIdentity(triple, { url: URL_, fetch: emulator.fetch })
    expect(finding).toMatchObject({
      state: 'ok',
      saw: expect.stringMatching(/knows the key: AssumedRoleUser acs:/),
    })
    expect(emulator.log.map(({ action, executed }) => [action, executed])).toEqual([
      ['GetCallerIdentity', false],
    ])
  })

  it('warns of the key of a whole account', async () => {
    const answer = { IdentityType: 'Account', Arn: 'acs:ram::1:root', RequestId: 'R' }
    const fetch = async (): Promise<Response> => Response.json(answer)
    const finding = await checkIdentity(key, { url: URL_, fetch })
    expect(finding).toMatchObject({
      state: 'warning',
      saw: expect.stringContaining('acs:ram::1:root, who may do every'),
    })
  })

  it.each([
    ['InvalidAccessKeyId.Inactive', /Inactive/, /enable/],
    ['InvalidAccessKeyId.NotFound', /NotFound/, /_KEY_ID/],
    ['InvalidSecurityToken.Expired', /Expired/, /new temporary key/],
    ['InvalidSecurityToken.Malformed', /Malformed/, /_SECURITY_TOKEN/],
    ['SignatureDoesNotMatch', /knows the key, but not its secret/, /_KEY_SECRET/],
    ['Forbidden.RAM', /Forbidden\.RAM/, /look/],
    ['html-502', /answers HTTP 502/, /--sts-endpoint/],
    ['network-error', /gives no answer/, /network/],
  ] as const)('%s is told in words, with advice, and without the key', async (fault, saw, fix) => {
    const emulator = createEmulator()
    emulator.script(fault, fault, fault)
    const finding = await checkIdentity(key, { url: URL_, fetch: emulator.fetch })
    expect(finding.state).toBe('wrong')
    expect(finding.saw).toMatch(saw)
    expect(finding.fix).toMatch(fix)
    expect(JSON.stringify(finding)).not.toContain('CANARY')
  })
})
