import { spawnSync } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { testFaces } from '../../../src/emulator/index.ts'
import { buildCli, CANARY, finish, MATCH, namePhotos, watch } from './cli.ts'
import type { Cli, Run } from './cli.ts'

// Each test starts processes, and machines may be slow.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

let cli: Cli
const closers: (() => void)[] = []

beforeAll(async () => {
  cli = await buildCli('missing')
})

afterEach(() => {
  for (const close of closers.splice(0)) close()
})

afterAll(() => {
  cli.remove()
})

/** Asks the embedded emulator about a face. */
function verifyFace(auth: string, ...more: readonly string[]): Promise<Run> {
  const photos = ['--ref', 'photos/idPhoto.jpg', '--auth', auth]
  return cli.run(['verify', ...photos, '--resource-code', '00840000', '--emulator', ...more])
}

/** Arguments that send the call to a server of the test. */
function sendTo(origin: string): string[] {
  return ['verify', ...MATCH, '--endpoint', origin, '--allow-custom-endpoint']
}

/** Starts a server that does as told with each request. */
async function listen(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  closers.push(() => {
    server.close()
    server.closeAllConnections()
  })
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}` // why: it listens on a port
}

/** Reads standard output as one line of JSON, and as nothing else. */
function readJsonLine({ stdout }: Run): unknown {
  expect(stdout).toMatch(/^[^\n]+\n$/)
  return JSON.parse(stdout)
}

describe('verify: verdicts', () => {
  it('exits 0 for the same person, and says so first', async () => {
    const { code, stderr, stdout } = await verifyFace('photos/match.jpg')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^✓ PASSED {2}the same person/)
    expect(stdout).toMatch(/decision +pass\n/)
    expect(stdout).toMatch(/score +[\d.]+ of 100\n/)
    expect(stdout).toMatch(/faceAttack +no\n/)
    expect(stdout).toMatch(/retCode +OK_SUCCESS/)
    expect(stdout).toMatch(/requestId +[0-9A-F-]{36}\n/)
    expect(stdout).toMatch(/answered by +the embedded emulator/)
  })

  it.each([
    ['photos/mismatch.jpg', 'mismatch', 'another person'],
    ['photos/spoof.jpg', 'attack', 'an attack is suspected'],
    ['photos/unreadable.jpg', 'inconclusive', 'a photo could not be read'],
  ])('exits 1 for %s: %s', async (auth, decision, words) => {
    const { code, stdout } = await verifyFace(auth)
    expect(code).toBe(1)
    expect(stdout).toMatch(/^✗ NOT PASSED/)
    expect(stdout).toContain(words)
    expect(stdout).toMatch(new RegExp(`decision +${decision}\n`))
  })

  it('takes the test faces by name', async () => {
    const spoof = namePhotos('test:spoof')
    expect(await cli.run(['verify', ...MATCH, '--emulator'])).toMatchObject({ code: 0 })
    expect(await cli.run(['verify', ...spoof, '--emulator'])).toMatchObject({ code: 1 })
  })

  it('prints with --json the whole verdict in exactly one line', async () => {
    const run = await verifyFace('photos/mismatch.jpg', '--json')
    expect(run).toMatchObject({ code: 1, stderr: '' })
    expect(readJsonLine(run)).toMatchObject({
      passed: false,
      decision: 'mismatch',
      score: expect.any(Number),
      faceAttack: false,
      retCode: 'OK_SUCCESS',
      retCodeSub: expect.any(String),
      retMessage: expect.any(String),
      requestId: expect.stringMatching(/^[0-9A-F-]{36}$/),
      raw: expect.stringContaining('extInfo'),
    })
  })

  it('prints no colour when standard output is no terminal', async () => {
    const { stderr, stdout } = await verifyFace('photos/match.jpg')
    expect(stdout + stderr).not.toContain('\u001B')
  })

  it('keeps its exit code when nobody reads what it prints', async () => {
    const child = cli.start(['verify', ...namePhotos('test:mismatch'), '--emulator'])
    child.stdout.destroy()
    expect(await finish(child)).toMatchObject({ code: 1, stderr: '' })
  })

  it('needs no package for JSON, and names the one that XML needs', async () => {
    const { code, stderr } = await verifyFace('photos/match.jpg', '--format', 'xml')
    expect(code).toBe(2)
    expect(stderr).toContain('@rgrove/parse-xml')
  })

  it('asks for XML when told so', async () => {
    const complete = await buildCli('installed')
    try {
      const run = await complete.run([
        'verify',
        ...MATCH,
        '--emulator',
        '--format',
        'xml',
        '--json',
      ])
      expect(run.code).toBe(0)
      expect(readJsonLine(run)).toMatchObject({ passed: true, decision: 'pass' })
    } finally {
      complete.remove()
    }
  })
})

describe('verify: wrong usage exits 2, says what is wrong and sends nothing', () => {
  const codes = ['--resource-code', '00840000']
  const photos = ['--ref', 'photos/idPhoto.jpg', '--auth', 'photos/match.jpg']
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an unknown option', ['--reff', 'x'], /unknown option "--reff".*did you mean --ref\?/s],
    ['an unknown short option', ['-x'], /unknown option "-x"/],
    ['a switch with a value', ['--json=yes'], /--json takes no value/],
    ['an option without its value', ['--ref', '--auth', 'b.jpg'], /--ref needs a value/],
    ['an option at the end without its value', ['--ref'], /--ref needs a value/],
    ['an option with an empty value', ['--ref='], /--ref needs a value/],
    ['a repeated option', ['--ref', 'a', '--ref', 'b'], /--ref is given twice/],
    ['a word without an option', ['photos/match.jpg'], /unexpected "photos\/match.jpg"/],
    ['missing options', [], /missing --ref and --auth and --resource-code/],
    ['one missing option', photos, /missing --resource-code/],
    [
      'a resource code of another shape',
      [...photos, '--resource-code', 'VN'],
      /--resource-code .*8|eight digits/,
    ],
    [
      'a region without SAF',
      [...photos, ...codes, '--region', 'mars-1'],
      /--region expected one of/,
    ],
    ['a format that does not exist', [...photos, ...codes, '--format', 'yaml'], /--format yaml/],
    [
      'a timeout with a unit',
      [...photos, ...codes, '--timeout', '15s'],
      /--timeout expected milli/,
    ],
    [
      'a timeout of nothing',
      [...photos, ...codes, '--timeout', '0'],
      /--timeout expected positive/,
    ],
    [
      'an emulator and an endpoint',
      [...photos, ...codes, '--endpoint', 'http://127.0.0.1:1'],
      /--emulator and --endpoint exclude/,
    ],
    [
      'a file that does not exist',
      [...codes, '--ref', 'no.jpg', '--auth', 'no.jpg'],
      /--ref "no.jpg" does not exist/,
    ],
    ['a folder', [...codes, '--ref', 'photos', '--auth', 'photos'], /--ref "photos" is a folder/],
    [
      'a test face that does not exist',
      [...codes, '--ref', 'test:idPhoto', '--auth', 'test:mtach'],
      /did you mean test:match\?/,
    ],
  ]

  it.each(cases)('%s', async (_, args, message) => {
    const { code, stderr, stdout } = await cli.run(['verify', '--emulator', ...args])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
    expect(stderr).toContain('nothing was executed')
  })

  it.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'PNG'],
    ['a JPEG that was cut off', testFaces.match.subarray(0, 1000), 'without its end'],
    ['a file of more than 2 MiB', new Uint8Array(2 ** 21 + 1), 'more than 2 MiB'],
  ])('%s', async (_, bytes, message) => {
    cli.write('photo.jpg', bytes)
    const { code, stderr } = await verifyFace('photo.jpg')
    expect(code).toBe(2)
    expect(stderr).toContain('--auth "photo.jpg"')
    expect(stderr).toContain(message)
  })

  it.skipIf(process.platform === 'win32')('a file without an end', async () => {
    const { code, stderr } = await verifyFace('/dev/zero')
    expect(code).toBe(2)
    expect(stderr).toContain('--auth "/dev/zero" has more than 2 MiB')
  })

  it('a test face for the real service', async () => {
    const { code, stderr } = await cli.run(['verify', ...MATCH], CANARY)
    expect(code).toBe(2)
    expect(stderr).toMatch(/--ref "test:idPhoto" is a face of the emulator/)
  })

  it.each([
    ['https://example.com', []],
    ['http://example.com', ['--allow-custom-endpoint']],
    ['http://127.0.0.1:1/path', ['--allow-custom-endpoint']],
    ['nonsense', []],
  ])('the endpoint %s', async (endpoint, more) => {
    const args = ['verify', ...photos, ...codes, '--endpoint', endpoint, ...more]
    const { code, stderr } = await cli.run(args, CANARY)
    expect(code).toBe(2)
    expect(stderr).toMatch(/--endpoint (expected https|"[^"]+" is not the vendor's)/)
    expect(stderr).not.toMatch(/allowCustomEndpoint|got string/)
  })

  it('missing keys, all of them named', async () => {
    const { code, stderr } = await cli.run(['verify', ...photos, ...codes])
    expect(code).toBe(2)
    expect(stderr).toContain('ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET are')
    expect(stderr).toContain('--emulator')
  })

  it('one missing key, without showing the other', async () => {
    const { ALIBABA_CLOUD_ACCESS_KEY_SECRET } = CANARY
    const env = { ALIBABA_CLOUD_ACCESS_KEY_SECRET, ALIBABA_CLOUD_ACCESS_KEY_ID: '' }
    const { code, stderr, stdout } = await cli.run(['verify', ...photos, ...codes], env)
    expect(code).toBe(2)
    expect(stderr).toMatch(/ALIBABA_CLOUD_ACCESS_KEY_ID is not set/)
    expect(stdout + stderr).not.toContain('CANARY')
  })

  it('a secret with a line break in it, without showing it', async () => {
    const env = { ...CANARY, ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'CANARY-half\nCANARY-other-half' }
    const { code, stderr, stdout } = await cli.run(['verify', ...photos, ...codes], env)
    expect(code).toBe(2)
    expect(stderr).toMatch(/ALIBABA_CLOUD_ACCESS_KEY_SECRET .*white space/)
    expect(stdout + stderr).not.toContain('CANARY')
  })

  it('as one line of JSON when asked for', async () => {
    const run = await cli.run(['verify', '--json', '--nope'])
    expect(run).toMatchObject({ code: 2, stderr: '' })
    expect(readJsonLine(run)).toEqual({
      error: {
        name: 'UsageError',
        code: 'ERR_USAGE',
        message: expect.stringContaining('unknown option "--nope"'),
        outcome: 'not-executed',
        retryable: false,
        attempts: 0,
      },
    })
  })
})

describe('verify: a call that failed exits 3', () => {
  it('tells a wrong secret, and shows neither it nor what the gateway echoed', async () => {
    const emulator = cli.start(['emulator', '--port', '0'])
    closers.push(() => emulator.kill())
    const [, origin = ''] = await watch(emulator.stdout)(/Ready on (\S+)/)
    const { ALIBABA_CLOUD_SECURITY_TOKEN: _, ...pair } = CANARY

    const run = await cli.run(sendTo(origin), pair)
    expect(run).toMatchObject({ code: 3, stdout: '' })
    expect(run.stderr).toContain('AccessKeySecret is wrong')
    expect(run.stderr).toContain('nothing was executed')
    expect(run.stderr).toContain('check ALIBABA_CLOUD_ACCESS_KEY_SECRET')
    expect(run.stderr).toMatch(/requestId +[0-9A-F-]{36}/)

    const json = await cli.run([...sendTo(origin), '--json'], pair)
    expect(json).toMatchObject({ code: 3, stderr: '' })
    expect(readJsonLine(json)).toEqual({
      error: {
        name: 'SignatureError',
        code: 'ERR_SAF_SIGNATURE',
        message: expect.stringContaining('AccessKeySecret is wrong'),
        outcome: 'not-executed',
        retryable: false,
        attempts: 1,
        requestId: expect.stringMatching(/^[0-9A-F-]{36}$/),
      },
    })

    const withToken = await cli.run(sendTo(origin), CANARY)
    expect(withToken.code).toBe(3)
    for (const { stderr, stdout } of [run, json, withToken]) {
      expect(stdout + stderr).not.toMatch(/CANARY|%2F9j|\/9j\/|string to sign is/)
      expect(stdout + stderr).not.toContain('SignatureNonce')
    }
  })

  it('says that nothing ran when nobody listens', async () => {
    const origin = await listen(undefined)
    closers.pop()?.()
    const run = await cli.run([...sendTo(origin), '--json'], CANARY)
    expect(run.code).toBe(3)
    expect(readJsonLine(run)).toMatchObject({
      error: { code: 'ERR_SAF_NETWORK', outcome: 'not-executed', retryable: true, attempts: 3 },
    })
  })

  it('says that the call may have run when the connection broke', async () => {
    const origin = await listen((request) => request.socket.destroy())
    const { code, stderr } = await cli.run(sendTo(origin), CANARY)
    expect(code).toBe(3)
    expect(stderr).toContain('it may have run')
    expect(stderr).toContain('find out first whether it ran')
  })

  it('says that the call may have run when time ran out', async () => {
    const origin = await listen(() => {})
    const { code, stderr } = await cli.run([...sendTo(origin), '--timeout', '1500'], CANARY)
    expect(code).toBe(3)
    expect(stderr).toContain('time ran out')
    expect(stderr).toContain('it may have run')
  })

  it('says that the service failed', async () => {
    const origin = await listen((_, response) => response.end('{"Code":500,"Message":"x"}'))
    const { code, stderr } = await cli.run(sendTo(origin), CANARY)
    expect(code).toBe(3)
    expect(stderr).toContain('the service failed')
  })

  it('shows no control character of an answer', async () => {
    const hostile = JSON.stringify({ Code: 402, RequestId: '\u001B[2J\u009B\u202Egnp.exe' })
    const origin = await listen((_, response) => response.end(hostile))
    const { stderr } = await cli.run(sendTo(origin), CANARY)
    expect(stderr).toMatch(/requestId +�\[2J��gnp.exe/)
    const json = await cli.run([...sendTo(origin), '--json'], CANARY)
    expect(json.stdout).not.toMatch(/[\u001B\u009B]/)
    expect(json.stdout).toContain('\\u009b')
  })
})

describe.skipIf(process.platform === 'win32')('verify: Ctrl+C exits 130', () => {
  /** Starts a call that is never answered and interrupts it when it has arrived. */
  async function interruptCall(signal: NodeJS.Signals, ...more: readonly string[]): Promise<Run> {
    const arrived = new EventEmitter()
    const origin = await listen(() => arrived.emit('request'))
    const child = cli.start([...sendTo(origin), ...more], CANARY)
    const ended = finish(child)
    await once(arrived, 'request')
    child.kill(signal)
    return ended
  }

  it.each([
    ['', 'SIGINT'],
    [', also when it is terminated', 'SIGTERM'],
    [', also when its terminal is closed', 'SIGHUP'],
  ] as const)('says that the call may have run once it was sent%s', async (_, signal) => {
    const { code, stderr, stdout } = await interruptCall(signal)
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' })
    expect(stderr).toContain('Stopped')
    expect(stderr).toContain('it may have run')
    expect(stderr).not.toContain('CANARY')
  })

  it('tells it in JSON too', async () => {
    const run = await interruptCall('SIGINT', '--json')
    expect(run).toMatchObject({ code: 130, stderr: '' })
    expect(readJsonLine(run)).toEqual({
      error: {
        name: 'AbortError',
        code: 'ABORT_ERR',
        message: 'interrupted after the request was sent',
        outcome: 'unknown',
        retryable: false,
        attempts: 1,
      },
    })
  })

  it('says that nothing ran while the photos were read', async () => {
    const pipe = join(cli.folder, 'pipe')
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0)
    const child = cli.start(['verify', ...namePhotos('test:match', pipe), '--emulator'])
    const ended = finish(child)
    const writer = createWriteStream(pipe)
    const untilPrinted = watch(child.stderr)
    await once(writer, 'open') // a pipe opens when its reader has
    await new Promise((resolve) => writer.write('a', resolve))
    child.kill('SIGINT')
    await untilPrinted(/Stopped/)
    writer.end()
    const { code, stderr } = await ended
    expect(code).toBe(130)
    expect(stderr).toContain('nothing was executed')
  })
})
