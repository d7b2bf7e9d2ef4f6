/**
 * A page in Chromium, the Worker in miniflare, and the emulator: two photos as a camera takes them,
 * across origins. `node24 test/scale-handler/browser.mjs`
 */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { writeSession } from '../../playground/worker/session.ts'
import { openFrontDoor, SECRETS } from './front-door.mjs'
import { guardMemory, row } from './report.mjs'

guardMemory(1500)

const runtimes = createRequire(new URL('../runtimes/package.json', import.meta.url))
const load = async (name) => import(pathToFileURL(runtimes.resolve(name)).href)

const site = await serveSite()
const door = await openFrontDoor(site.origin)
const browser = await launch()
const session = await writeSession('alice', 9_999_999_999, SECRETS.SESSION_SECRET)
const visit = async (origin, wish) => {
  const page = await browser.newPage()
  await page.goto(origin)
  const given = { url: String(door.url), session, key: crypto.randomUUID(), ...wish }
  const answer = await page.evaluate(verifyInPage, given)
  await page.close()
  return answer
}

try {
  await row(
    'Chromium: a camera’s photos get their verdict, and again without a second call',
    async () => {
      const key = crypto.randomUUID()
      const first = await visit(site.origin, { key, outcome: 'match' })
      assert.deepEqual([first.status, first.body.decision], [200, 'pass'])
      assert.ok(first.bytes > 500_000, `${first.bytes} bytes`)
      await wait(2100)
      const again = await visit(site.origin, { key, outcome: 'match' })
      assert.deepEqual([again.body, again.replayed], [first.body, 'true'])
      assert.equal(door.gateway.paid, 1)
      return `${first.width} × ${first.height}, ${Math.round(first.bytes / 1024)} KB`
    },
  )
  await row('Chromium: a page reads why it was refused', async () => {
    await wait(2100)
    const large = await visit(site.origin, { outcome: 'match', padding: 7_000_000 })
    assert.deepEqual([large.status, large.body.code], [413, 'body-too-large'])
    const expired = await visit(site.origin, { outcome: 'match', session: 'none' })
    assert.deepEqual([expired.status, expired.body.code], [403, 'not-authorized'])
  })
  await row('Chromium: another page reads nothing, and nothing is paid', async () => {
    const before = door.gateway.paid
    const stranger = site.origin.replace('localhost', '127.0.0.1')
    assert.deepEqual(await visit(stranger, { outcome: 'match' }), { error: 'TypeError' })
    assert.equal(door.gateway.paid, before)
  })
} finally {
  await browser.close()
  await door.close()
  site.server.close()
}

/** Runs in the page: takes two photos, as a canvas does, and asks for a verdict. */
async function verifyInPage({ url, session: token, key, outcome, padding = 0 }) {
  const canvas = document.createElement('canvas')
  ;[canvas.width, canvas.height] = [4032, 3024]
  const context = canvas.getContext('2d')
  for (let at = 0; at < 12_000; at++) {
    context.fillStyle = `hsl(${(at * 47) % 360} 60% ${(at * 13) % 100}%)`
    context.fillRect((at * 991) % 4032, (at * 577) % 3024, 150, 90)
  }
  const drawn = await new Promise((resolve) => void canvas.toBlob(resolve, 'image/jpeg', 0.75))
  // What the emulator answers is written in a comment, after the start of the file.
  const text = new TextEncoder().encode(`saf-edge outcome=${outcome}`)
  const comment = new Uint8Array([0xff, 0xfe, 0, text.length + 2, ...text])
  const tail = new Uint8Array(padding)
  const photo = new Blob([drawn.slice(0, 2), comment, drawn.slice(2), tail], { type: 'image/jpeg' })
  const body = new FormData()
  body.set('refFaceContent', photo, 'id.jpg')
  body.set('authFaceContent', photo, 'selfie.jpg')
  body.set('resourceCode', '00840000')
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': key }
  try {
    const response = await fetch(url, { method: 'POST', headers, body })
    return {
      status: response.status,
      replayed: response.headers.get('idempotency-replayed'),
      body: await response.json(),
      bytes: photo.size,
      width: canvas.width,
      height: canvas.height,
    }
  } catch (error) {
    return { error: error.name }
  }
}

/** An empty page on every name of this machine. */
async function serveSite() {
  const server = createServer((_, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><title>shop</title>')
  })
  server.listen(0)
  await once(server, 'listening')
  return { server, origin: `http://localhost:${server.address().port}` }
}

/** The system's Chromium if there is one. */
async function launch() {
  const { chromium } = (await load('playwright-core')).default
  const { default: bundled } = await load('@sparticuz/chromium')
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = process.env.PATH.split(delimiter)
  const installed = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  const executablePath = installed.find(existsSync) ?? (await bundled.executablePath())
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
  return chromium.launch({ executablePath, args, headless: true })
}

function wait(ms) {
  return new Promise((resolve) => void setTimeout(resolve, ms))
}
