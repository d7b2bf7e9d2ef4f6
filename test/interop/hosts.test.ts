/**
 * `saf-edge emulator` on every runtime that runs the command line: the same file in Node, Bun and
 * Deno.
 */
import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { constants, gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { ROOT } from '../package/project.ts'
import { BUN, DENO } from '../runtimes/binaries.ts'
import { buildCli, finish, MATCH, watch } from '../unit/cli/cli.ts'
import type { Cli, Run } from '../unit/cli/cli.ts'
import { readWire } from '../unit/emulator/wire.ts'

// Each test starts processes, and machines may be slow.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const MIB = 2 ** 20
const KEYS = {
  ALIBABA_CLOUD_ACCESS_KEY_ID: 'testid',
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'testsecret',
} as const

/** A runtime, and the arguments before the file it is to run. */
type Host = readonly [name: string, file: string, args: readonly string[]]

const HOSTS: readonly Host[] = [
  ['Node', process.execPath, []],
  ['Bun', BUN, []],
  ['Deno', DENO, ['run', '-A', '--node-modules-dir=manual']],
]

let cli: Cli
const closers: (() => void)[] = []

beforeAll(async () => {
  cli = await buildCli('missing')
  const installed = join(cli.folder, 'node_modules/saf-edge')
  cpSync(join(cli.folder, 'dist'), join(installed, 'dist'), { recursive: true })
  cpSync(join(ROOT, 'package.json'), join(installed, 'package.json'))
})

afterEach(() => {
  for (const close of closers.splice(0)) close()
})

afterAll(() => {
  cli.remove()
})

interface Server {
  readonly origin: string
  /** What it had printed when it was ready. */
  readonly welcome: string
  /** Sends a signal, and waits until it has ended. */
  readonly stop: (signal: NodeJS.Signals) => Promise<Run>
}

/** Runs a file of the folder on a host. */
function start([, file, flags]: Host, ...args: readonly string[]): ChildProcessWithoutNullStreams {
  const env = { NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1', HOME: cli.folder }
  return spawn(file, [...flags, ...args], { cwd: cli.folder, env })
}

async function startEmulator(host: Host, ...args: readonly string[]): Promise<Server> {
  const child = start(host, 'dist/cli/main.js', 'emulator', '--port', '0', ...args)
  closers.push(() => child.kill('SIGKILL'))
  const ended = finish(child)
  const { 1: origin = '', input: welcome } = await watch(child.stdout)(/^Ready on (\S+).*\n/m)
  const stop = (signal: NodeJS.Signals): Promise<Run> => {
    child.kill(signal)
    return ended
  }
  return { origin, welcome, stop }
}

describe.each(HOSTS)('saf-edge emulator in %s', (...host) => {
  it('prints a snippet that runs when it is pasted, and answers what is too long or large', async () => {
    const { origin, stop, welcome } = await startEmulator(host)
    const [snippet = ''] = /^ *import[^]+^ *console.*$/m.exec(welcome) ?? []
    cli.write('pasted.mjs', snippet)
    expect(await finish(start(host, 'pasted.mjs'))).toEqual({
      code: 0,
      stdout: 'pass\n',
      stderr: '',
    })
    for (const size of [20_000, 2_000_000]) {
      const { headers, status } = await readWire(`${origin}/?Photo=${'A'.repeat(size)}`, {})
      expect([status, headers['content-type']]).toEqual([414, 'text/html'])
    }
    const body = new Uint8Array(9_000_000)
    const { headers, status } = await readWire(origin, { method: 'POST', body })
    expect([status, headers['content-type']]).toEqual([413, 'text/html'])
    const { code, stderr, stdout } = await stop('SIGINT')
    if (process.platform !== 'win32') expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/POST {2}200 {2}Code 200 {2}ExecuteRequest {2}intl_face_verify/)
    expect(stdout).toMatch(/GET {3}414 {2}no API answer {2}20\.0 kB/)
    expect(stdout).toMatch(/POST {2}413 {2}no API answer {2}[89]\d+\.\d kB/)
  })

  it('sends a bomb that is gzip', async () => {
    const { origin } = await startEmulator(host, '--faults', 'gzip-bomb')
    const { body, headers } = await readWire(origin, {}, { maxBytes: 65_536 })
    expect(headers['content-encoding']).toBe('gzip')
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 512 * MIB }
    expect(gunzipSync(body.subarray(0, 65_536), options).length).toBeGreaterThan(32 * MIB)
  })

  it('cuts a body after its first half, and the half arrives', async () => {
    const { origin } = await startEmulator(host, '--faults', 'cut-body')
    const { body, isWhole, status } = await readWire(`${origin}/?Format=JSON`, {})
    expect([status, isWhole]).toEqual([404, false])
    expect(body.toString()).toMatch(/^\{"RequestId":"/)
    // A connection that is reset takes the headers along, before a process that just started has
    // looked at them.
    const verify = ['verify', ...MATCH, '--endpoint', origin, '--allow-custom-endpoint', '--json']
    const { stdout } = await cli.run(verify, KEYS)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'ERR_SAF_BAD_RESPONSE' } })
  })

  it.skipIf(process.platform === 'win32')('stops while somebody waits for an answer', async () => {
    const { origin, stop } = await startEmulator(host, '--faults', 'stalled-body')
    const answer = await fetch(origin)
    const pending = answer.text().catch(() => 'cut')
    expect(await stop('SIGTERM')).toMatchObject({ code: 0, stderr: '' })
    expect(await pending).toBe('cut')
  })
})
