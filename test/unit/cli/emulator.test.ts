import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { testFaces } from '../../../src/emulator/index.ts'
import { createSaf } from '../../../src/index.ts'
import type { FaceVerdict } from '../../../src/index.ts'
import { buildCli, finish, MATCH, watch } from './cli.ts'
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

interface Server {
  readonly child: ReturnType<Cli['start']>
  readonly origin: string
  /** What it had printed when it was ready. */
  readonly welcome: string
  readonly ended: Promise<Run>
  /** Waits until it has printed what matches. */
  readonly untilPrinted: ReturnType<typeof watch>
}

/** Starts the emulator on a free port and waits until it is ready. */
async function startServer(...args: readonly string[]): Promise<Server> {
  const child = cli.start(['emulator', '--port', '0', ...args])
  closers.push(() => child.kill('SIGKILL'))
  const ended = finish(child)
  const untilPrinted = watch(child.stdout)
  const { 1: origin = '', input: welcome } = await untilPrinted(/^Ready on (\S+).*\n/m)
  return { child, origin, welcome, ended, untilPrinted }
}

/** Stops a server and returns what it printed. */
async function stop({ child, ended }: Server, signal: NodeJS.Signals = 'SIGTERM'): Promise<Run> {
  child.kill(signal)
  return ended
}

/** Sends bytes as they are and returns the answer's. */
async function sendRaw(origin: string, text: string): Promise<string> {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  socket.end(text)
  const chunks: Uint8Array[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  await once(socket, 'close')
  return Buffer.concat(chunks).toString()
}

describe('emulator: what it prints', () => {
  it('prints endpoint, key and one line when it is ready, and listens on this machine only', async () => {
    const { stderr, stdout } = await stop(await startServer())
    expect(stderr).toBe('')
    expect(stdout).toMatch(/endpoint +http:\/\/127\.0\.0\.1:\d+\n/)
    expect(stdout).toMatch(/access key ID +testid\n/)
    expect(stdout).toMatch(/access key secret +testsecret\n/)
    expect(stdout.match(/ready/gi)).toHaveLength(1)
  })

  it('prints a snippet that runs as it stands', async () => {
    const { welcome } = await startServer()
    const [snippet = ''] = /^ *import[^]+^ *console.*$/m.exec(welcome) ?? []
    cli.write(
      'snippet.mjs',
      snippet
        .replace("'saf-edge'", "'./dist/index.js'")
        .replace("'saf-edge/emulator'", "'./dist/emulator/index.js'"),
    )
    const child = spawn(process.execPath, ['snippet.mjs'], { cwd: cli.folder, env: {} })
    expect(await finish(child)).toEqual({ code: 0, stdout: 'pass\n', stderr: '' })
  })

  it('prints one readable line per request, and nothing of its contents', async () => {
    const server = await startServer()
    await verifyMatch(server)
    await fetch(`${server.origin}/?Action=${'%1B'}%5B2J&AccessKeyId=CANARY-id&Signature=CANARY`)
    const { stdout } = await stop(server)
    const lines = stdout.slice(stdout.indexOf('Ready on')).trimEnd().split('\n').slice(1)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(
      /^\d\d:\d\d:\d\d {2}POST {2}200 {2}Code 200 {2}ExecuteRequest {2}intl_face_verify {2}[\d.]+ kB {2}\d+ ms/,
    )
    expect(lines[1]).toMatch(/^\d\d:\d\d:\d\d {2}GET {3}4\d\d {2}\w+/)
    expect(lines.join('')).not.toMatch(/\u001B|CANARY|9j/)
  })

  it('warns when other machines could reach it', async () => {
    // Every address of this machine, but the test itself stays on loopback.
    const server = await startServer('--host', '0.0.0.0')
    expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const { stderr } = await stop(server)
    expect(stderr).toMatch(/Warning.*"0\.0\.0\.0".*other machines/)
  })
})

describe('emulator: what it answers', () => {
  it('verifies a face for our client over HTTP', async () => {
    const verdict = await verifyMatch(await startServer())
    expect(verdict).toMatchObject({ passed: true, decision: 'pass' })
  })

  it('verifies a face for saf-edge verify', async () => {
    const { origin } = await startServer()
    const { code } = await cli.run(
      ['verify', ...MATCH, '--endpoint', origin, '--allow-custom-endpoint'],
      { ALIBABA_CLOUD_ACCESS_KEY_ID: 'testid', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'testsecret' },
    )
    expect(code).toBe(0)
  })

  it.each([20_000, 2_000_000])(
    'answers a URL of %d characters with the page of 414',
    async (size) => {
      const { origin } = await startServer()
      const head = `GET /?Photo=${'A'.repeat(size)} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n`
      const answer = await sendRaw(origin, head)
      expect(answer).toMatch(/^HTTP\/1\.1 414 /)
      expect(answer).toMatch(/content-type: text\/html/i)
      expect(answer).toContain('414 Request-URI Too Large')
    },
  )

  it.each([9_000_000, 40_000_000])(
    'answers a body of %d bytes with the page of 413',
    async (size) => {
      const { origin } = await startServer()
      const response = await fetch(origin, { method: 'POST', body: new Uint8Array(size) })
      expect(response.status).toBe(413)
      expect(response.headers.get('content-type')).toMatch(/^text\/html/)
      expect(await response.text()).toContain('413')
    },
  )

  it('answers a plain look at it with an API error, as the gateway does', async () => {
    const { origin } = await startServer()
    const response = await fetch(origin)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('InvalidAction.NotFound')
  })

  it('refuses what is no HTTP, and goes on', async () => {
    const { origin } = await startServer()
    expect(await sendRaw(origin, 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
    const odd = 'GET / HTTP/1.1\r\nhost: a b\r\nconnection: close\r\n\r\n'
    expect(await sendRaw(origin, odd)).toMatch(/^HTTP\/1\.1 400 /)
    const trace = 'TRACE / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n'
    expect(await sendRaw(origin, trace)).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect((await fetch(origin)).status).toBe(404)
  })

  it('survives a caller that goes away in the middle of a body', async () => {
    const { origin } = await startServer()
    const outgoing = request(origin, { method: 'POST', headers: { 'content-length': 1000 } })
    outgoing.on('error', () => {})
    outgoing.write('a')
    await once(outgoing, 'socket')
    outgoing.destroy()
    expect((await fetch(origin)).status).toBe(404)
  })
})

describe('emulator: faults', () => {
  it('has them on every call, and tells them in the line of the request', async () => {
    const server = await startServer('--faults', 'throttling')
    const error = await verifyMatch(server).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'ERR_SAF_THROTTLED', gatewayCode: 'Throttling.User' })
    const { stdout } = await stop(server)
    expect(stdout).toMatch(/400 {2}Throttling\.User .* fault Throttling\.User /)
  })

  it.each([
    ['cut-body', 'ERR_SAF_BAD_RESPONSE'],
    ['wrong-length', 'ERR_SAF_BAD_RESPONSE'],
    ['network-error', 'ERR_SAF_NETWORK'],
    ['html-502', 'ERR_SAF_BAD_RESPONSE'],
    ['redirect', 'ERR_SAF_REDIRECT'],
    ['gzip-bomb', 'ERR_SAF_TOO_LARGE'],
    ['stalled-body', 'ERR_SAF_TIMEOUT'],
    ['no-answer', 'ERR_SAF_TIMEOUT'],
  ])(
    '%s reaches the client over HTTP as %s, and the server stops all the same',
    async (name, code) => {
      const server = await startServer('--faults', name)
      const timeoutMs = code === 'ERR_SAF_TIMEOUT' ? 500 : 15_000
      const error = await verifyMatch(server, timeoutMs).catch((reason: unknown) => reason)
      expect(error).toMatchObject({ code, outcome: 'unknown' })
      await server.untilPrinted(new RegExp(`ExecuteRequest .* fault ${name} `))
      expect(await stop(server)).toMatchObject({ code: 0, stderr: '' })
    },
  )

  it('slow-body still comes to its verdict', async () => {
    expect(await verifyMatch(await startServer('--faults=slow-body'))).toMatchObject({
      passed: true,
    })
  })

  it('has none of them at a rate of 0', async () => {
    const server = await startServer('--faults', 'no-answer,cut-body', '--fault-rate', '0')
    expect(await verifyMatch(server)).toMatchObject({ passed: true })
  })

  it.each([
    [['--faults', 'cut-body,nonsense'], /--faults "cut-body,nonsense" has a name that is unknown/],
    [['--faults', 'empty', '--fault-rate', '2'], /--fault-rate expected 0 to 1/],
  ])('exits 2 for %s', async (args, message) => {
    const { code, stderr } = await cli.run(['emulator', '--port', '0', ...args])
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
  })
})

describe('emulator: how it ends', () => {
  it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'stops on %s with exit code 0, though a connection is kept alive',
    async (signal) => {
      const server = await startServer()
      await (await fetch(server.origin)).text()
      expect(await stop(server, signal)).toMatchObject({ code: 0, stderr: '' })
    },
  )

  it('stops in the middle of a request', async () => {
    const server = await startServer()
    const { hostname, port } = new URL(server.origin)
    const socket = connect(Number(port), hostname)
    socket.on('error', () => {})
    socket.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\nexpect: 100-continue\r\n\r\n')
    const [answer] = (await once(socket, 'data')) as [Buffer] // why: no encoding is set
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 100 /)
    expect(await stop(server)).toMatchObject({ code: 0, stderr: '' })
  })

  it('exits 2 when the port is taken, and says what to do', async () => {
    const { origin } = await startServer()
    const { code, stderr } = await cli.run(['emulator', '--port', new URL(origin).port])
    expect(code).toBe(2)
    expect(stderr).toMatch(/port \d+ is taken/)
    expect(stderr).toContain('--port 0')
  })

  it.each(['65536', '-1', '1e3', 'http'])('exits 2 for the port %s', async (port) => {
    const { code, stderr } = await cli.run(['emulator', `--port=${port}`])
    expect(code).toBe(2)
    expect(stderr).toContain('--port expected 0 to 65535')
  })

  it('exits 2 for an address that is not this machine', async () => {
    const { code, stderr } = await cli.run(['emulator', '--port', '0', '--host', '192.0.2.1'])
    expect(code).toBe(2)
    expect(stderr).toContain('cannot listen on "192.0.2.1"')
  })
})

/** Sends a signed call through the host's own fetch, once. */
function verifyMatch({ origin }: Server, timeoutMs = 15_000): Promise<FaceVerdict> {
  const saf = createSaf({
    endpoint: origin,
    allowCustomEndpoint: true,
    accessKeyId: 'testid',
    accessKeySecret: 'testsecret',
    timeoutMs,
    retry: false,
  })
  return saf.verifyFace({
    refFaceContent: testFaces.idPhoto,
    authFaceContent: testFaces.match,
    resourceCode: '00840000',
  })
}
