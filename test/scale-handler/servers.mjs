/**
 * The servers of the playground, and Deno's, as a page and an attacker meet them. They use `dist/`:
 * `npm run build` first. `node test/scale-handler/servers.mjs [folder of the project]`
 */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { request as connect } from 'node:http'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { cannot, guardMemory, row } from './report.mjs'
import { sendChunks } from './send-chunks.mjs'

guardMemory(1000)

const project = fileURLToPath(new URL('../../', import.meta.url))
const root = process.argv[2] ?? project
const { testFaces } = await import(pathToFileURL(join(root, 'dist/emulator/index.js')).href)

const HEADERS = { origin: 'http://localhost:8080', authorization: 'Bearer demo-alice' }

const SERVERS = {
  Node: [process.execPath, join(root, 'playground/node.mjs')],
  Bun: [join(project, 'node_modules/bun/bin/bun.exe'), join(root, 'playground/bun.ts')],
  Deno: [
    join(project, 'node_modules/deno/deno'),
    'run',
    '--no-lock',
    '--no-config',
    '--allow-net',
    '--allow-read',
    join(project, 'test/scale-handler/deno-server.mjs'),
    pathToFileURL(root).href,
  ],
}

for (const [name, command] of Object.entries(SERVERS)) {
  if (!existsSync(command[0])) cannot(name, 'the runtime is not installed')
  else await tryServer(name, command)
}

async function tryServer(name, [program, ...args]) {
  const child = spawn(program, args, {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const url = `http://127.0.0.1:${await readPort(child)}/`
    await row(`${name}: a page gets its verdict, and again without a second call`, async () => {
      const headers = { ...HEADERS, 'idempotency-key': crypto.randomUUID() }
      const first = await fetch(url, { method: 'POST', headers, body: writeForm() })
      assert.equal(first.status, 200)
      const verdict = await first.json()
      assert.equal(verdict.decision, 'pass')
      await wait(1100) // The limiter of bun.ts allows one a second.
      const again = await fetch(url, { method: 'POST', headers, body: writeForm() })
      assert.deepEqual(await again.json(), verdict)
      assert.equal(again.headers.get('idempotency-replayed'), 'true')
    })
    await row(`${name}: a preflight is answered, a stranger is not`, async () => {
      const method = 'OPTIONS'
      assert.equal((await fetch(url, { method, headers: HEADERS })).status, 204)
      const headers = { ...HEADERS, origin: 'https://evil.example' }
      assert.equal((await fetch(url, { method: 'POST', headers, body: writeForm() })).status, 403)
    })
    await row(
      `${name}: a photo that is too large is told so, on a connection that lives`,
      async () => {
        await wait(1100)
        const form = writeForm(new Blob([testFaces.match, new Uint8Array(8_000_000)]))
        const response = await fetch(url, { method: 'POST', headers: HEADERS, body: form })
        assert.equal((await response.json()).code, 'body-too-large')
        assert.equal((await fetch(url, { method: 'OPTIONS', headers: HEADERS })).status, 204)
      },
    )
    await row(`${name}: 1 GB without a length is cut, memory stays flat`, async () => {
      await wait(1100)
      const before = readMegabytes(child.pid)
      const { status, sent } = await sendChunks(url, HEADERS)
      const grown = readMegabytes(child.pid, 'VmHWM') - before
      assert.ok(status === 413 || status === 'closed', String(status))
      assert.ok(grown < 150, `grew by ${grown} MB`)
      return `${status} after ${sent} MB, at most ${grown} MB more`
    })
    await row(`${name}: odd methods do not end it`, async () => {
      for (const method of ['TRACE', 'DELETE', 'PROPFIND']) {
        const { status } = await sendBare(url, method)
        assert.ok(status === 405 || status === 'closed' || status === 400, `${method}: ${status}`)
      }
      assert.equal((await fetch(url, { method: 'OPTIONS', headers: HEADERS })).status, 204)
    })
  } finally {
    child.kill()
    await once(child, 'exit')
  }
}

function writeForm(auth = new Blob([testFaces.match])) {
  const form = new FormData()
  form.set('refFaceContent', new Blob([testFaces.idPhoto]))
  form.set('authFaceContent', auth)
  form.set('resourceCode', '00840000')
  return form
}

async function readPort(child) {
  for await (const chunk of child.stdout) {
    const port = /(\d{4,5})\b(?!\.)/.exec(String(chunk).replace(/127\.0\.0\.1/g, ''))?.[1]
    if (port) return port
  }
  throw new Error('the server ended')
}

function sendBare(url, method) {
  return new Promise((resolve) => {
    const outgoing = connect(url, { method, headers: HEADERS })
    outgoing.on('response', (response) => {
      response.resume()
      resolve({ status: response.statusCode })
    })
    outgoing.on('error', () => resolve({ status: 'closed' }))
    outgoing.end()
  })
}

function readMegabytes(pid, field = 'VmRSS') {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
}

function wait(ms) {
  return new Promise((resolve) => void setTimeout(resolve, ms))
}
