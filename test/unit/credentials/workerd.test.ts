/**
 * The cache on real Workers: a request that ends early takes its refresh with it, and must not take
 * the others.
 *
 * @module
 */
import { build } from 'esbuild'
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

// It starts processes, and machines may be slow.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** Milliseconds that STS takes. */
const STS_MS = 100

/** `/early` does not wait for its credentials; every other path uses them for a call of its own. */
const WORKER = `
  import { assumeRole, cachedCredentials } from './src/credentials/index.ts'
  let credentials
  const get = ({ MAX_WAIT_MS, STS: endpoint }) => (credentials ??= cachedCredentials(
    assumeRole({
      endpoint,
      allowCustomEndpoint: true,
      accessKeyId: 'id',
      accessKeySecret: 'secret',
      roleArn: 'acs:ram::1:role/edge',
      roleSessionName: 'worker',
    }),
    { maxWaitMs: Number(MAX_WAIT_MS) },
  ))()
  export default {
    async fetch(request, env) {
      const { STS } = env
      if (new URL(request.url).pathname === '/early') {
        get(env).catch(() => {})
        // Until the request has left: then this one is over, and so is what it began.
        await fetch(STS + '/begun')
        return new Response('early')
      }
      const { accessKeyId } = await get(env)
      const after = await fetch(STS + '/after')
      return Response.json([accessKeyId, await after.text()])
    },
  }`

let folder: string
let upstream: Server
let issued = 0

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saf-edge-workerd-'))
  await build({
    stdin: { contents: WORKER, resolveDir: ROOT },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['workerd', 'worker'],
    outfile: join(folder, 'worker.mjs'),
  })
  upstream = createServer((request, response) => {
    if (request.method !== 'POST') return response.end('ok')
    const AccessKeyId = `STS.${++issued}`
    const Expiration = new Date(Date.now() + 3_600_000).toISOString()
    const triple = { AccessKeyId, AccessKeySecret: 's', SecurityToken: 't', Expiration }
    return setTimeout(() => response.end(JSON.stringify({ Credentials: triple })), STS_MS)
  })
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve))
})

let child: ChildProcess | undefined

afterEach(() => {
  child?.kill('SIGKILL')
  issued = 0
})

afterAll(() => {
  upstream.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Starts a Worker whose cache is cold, and gives its origin. */
async function startWorker(compatibilityDate: string, maxWaitMs: number): Promise<string> {
  const { port: stsPort } = upstream.address() as AddressInfo // why: a port, and no pipe
  writeFileSync(
    join(folder, 'worker.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
      compatibilityDate = "${compatibilityDate}",
      bindings = [
        (name = "STS", text = "http://127.0.0.1:${stsPort}"),
        (name = "MAX_WAIT_MS", text = "${maxWaitMs}"),
      ],
    )),
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);`,
  )
  // why: untyped; it exports the path of its program
  const { default: file } = createRequire(join(ROOT, 'package.json'))('workerd') as {
    default: string
  }
  const started = spawn(file, ['serve', '--control-fd=3', 'worker.capnp'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  })
  child = started
  return new Promise((resolve, reject) => {
    started.once('error', reject)
    started.once('exit', () => reject(new Error('workerd ended')))
    started.stdio[3]?.on('data', (chunk: Uint8Array) => {
      const [, port = ''] = /"event":"listen".*"port":(\d+)/.exec(String(chunk)) ?? []
      if (port) resolve(`http://127.0.0.1:${port}`)
    })
  })
}

async function callAll(origin: string, count: number): Promise<unknown[]> {
  const calls = Array.from({ length: count }, async () => (await fetch(origin)).json())
  return Promise.all(calls)
}

// Before 2024-10-14 a Worker went on in the wrong request after it had waited for another's.
describe.each(['2023-01-01', '2026-10-01'])('cachedCredentials on Workers of %s', (date) => {
  it('50 requests on a cold cache share one refresh, and can go on with calls of their own', async () => {
    const origin = await startWorker(date, 20_000)
    expect(new Set((await callAll(origin, 50)).map(String))).toEqual(new Set(['STS.1,ok']))
    expect(issued).toBe(1)
  })

  it('a request that ends early hangs nobody: after a while one of the others refreshes', async () => {
    const origin = await startWorker(date, 1000)
    expect(await (await fetch(`${origin}/early`)).text()).toBe('early')
    const answers = await callAll(origin, 10)
    for (const answer of answers) expect(String(answer)).toMatch(/^STS\.[23],ok$/)
    // A third only on a machine that needs more than a second for the second.
    expect([2, 3]).toContain(issued)
    const before = issued
    expect(await callAll(origin, 1)).toEqual([[`STS.${before}`, 'ok']])
    expect(issued).toBe(before)
  })
})
