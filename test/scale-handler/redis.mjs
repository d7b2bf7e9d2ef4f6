/**
 * `redisStore` on a real Redis, through every client it knows. Needs `redis-server` on the PATH,
 * the clients of `test/scale` (`npm ci` there), and Node 24, which runs the sources.
 */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { redisStore } from '../../src/handler/index.ts'
import { cannot, row } from './report.mjs'

const clients = createRequire(new URL('../scale/package.json', import.meta.url))
const CLAIM = { owner: 'a', fingerprint: 'f', leaseMs: 60_000, keepMs: 600_000 }

const port = await findPort()
const server = spawn('redis-server', ['--port', String(port), '--save', '', '--bind', '127.0.0.1'])
const started = await Promise.race([
  once(server, 'error').then(([error]) => error),
  waitForText(server.stdout, 'Ready to accept'),
])
if (started instanceof Error) cannot('redisStore on a real Redis', 'no redis-server on the PATH')
else {
  try {
    for (const [name, open] of Object.entries(CLIENTS())) await tryClient(name, open)
  } finally {
    server.kill()
    await once(server, 'exit')
  }
}

/** Each opens a client and says how to close it. */
function CLIENTS() {
  const url = `redis://127.0.0.1:${port}`
  const openIoredis = async (name) => {
    const { Redis } = await load(name)
    const client = new Redis(url)
    return { client, close: () => client.quit() }
  }
  const openNodeRedis = async (name) => {
    const { createClient } = await load(name)
    const client = createClient({ url })
    await client.connect()
    return { client, close: () => client.quit?.() ?? client.close() }
  }
  return {
    'ioredis 6': () => openIoredis('ioredis'),
    'ioredis 5': () => openIoredis('ioredis5'),
    'node-redis 4': () => openNodeRedis('node-redis4'),
    'node-redis 5': () => openNodeRedis('node-redis5'),
    'node-redis 6': () => openNodeRedis('node-redis6'),
    // Its REST server is not at hand: its own code up to the request, ours from there on.
    Upstash: openUpstash,
  }
}

function load(name) {
  return import(pathToFileURL(clients.resolve(name)).href)
}

/** Upstash's client, whose requests are answered by the same Redis. */
async function openUpstash() {
  const { Redis } = await load('@upstash/redis')
  const { Redis: Ioredis } = await load('ioredis')
  const behind = new Ioredis(`redis://127.0.0.1:${port}`)
  const requester = {
    request: async ({ body: [command, ...args] }) => ({
      result: await behind.call(command, ...args),
    }),
  }
  return { client: new Redis(requester), close: () => behind.quit() }
}

async function tryClient(name, open) {
  await row(`redisStore, ${name}: keeps the rules of every store`, async () => {
    const { client, close } = await open()
    try {
      await keepRules(client, name)
    } finally {
      await close()
    }
  })
  await row(`redisStore, ${name}: of 100 claims by two clients one gets the key`, async () => {
    const pair = [await open(), await open()]
    try {
      const stores = pair.map(({ client }) => redisStore(client))
      const claims = Array.from({ length: 100 }, (_, at) =>
        stores[at % 2].begin(`many ${name}`, { ...CLAIM, owner: `owner ${at}` }),
      )
      const states = (await Promise.all(claims)).map(({ state }) => state)
      assert.equal(states.filter((state) => state === 'new').length, 1)
      assert.equal(states.filter((state) => state === 'running').length, 99)
    } finally {
      for (const { close } of pair) await close()
    }
  })
}

async function keepRules(client, name) {
  const store = redisStore(client, { prefix: `${name}:` })
  const other = { ...CLAIM, owner: 'b' }
  const result = JSON.stringify({ status: 200, body: { passed: true, decision: 'pass' } })
  const begin = (key, claim) => store.begin(key, claim)
  assert.deepEqual(await begin('k', CLAIM), { state: 'new' })
  assert.deepEqual(await begin('k', CLAIM), { state: 'new' })
  assert.deepEqual(await begin('k', other), { state: 'running' })
  await store.finish('k', 'b', 'wrong')
  await store.release('k', 'b')
  assert.deepEqual(await begin('k', other), { state: 'running' })
  await store.finish('k', 'a', result)
  await store.release('k', 'a')
  assert.deepEqual(await begin('k', other), { state: 'done', result })
  assert.deepEqual(await begin('k', { ...other, fingerprint: '1' }), { state: 'conflict' })
  assert.deepEqual(await begin('free', CLAIM), { state: 'new' })
  await store.release('free', 'a')
  assert.deepEqual(await begin('free', { ...other, fingerprint: '1' }), { state: 'new' })
  assert.deepEqual(await begin('dead', { ...CLAIM, leaseMs: 0 }), { state: 'new' })
  assert.deepEqual(await begin('dead', other), { state: 'expired' })
  await store.finish('dead', 'a', result)
  assert.deepEqual(await begin('dead', other), { state: 'done', result })
  assert.deepEqual(await begin('brief', { ...CLAIM, leaseMs: 1, keepMs: 5 }), { state: 'new' })
  await new Promise((resolve) => void setTimeout(resolve, 20))
  assert.deepEqual(await begin('brief', other), { state: 'new' })
  await store.finish('gone', 'a', result)
  assert.deepEqual(await begin('gone', other), { state: 'new' })
}

async function findPort() {
  const probe = createServer()
  await new Promise((resolve) => void probe.listen(0, '127.0.0.1', resolve))
  const { port: free } = probe.address()
  await new Promise((resolve) => void probe.close(resolve))
  return free
}

async function waitForText(stream, text) {
  for await (const chunk of stream) if (String(chunk).includes(text)) return text
  return new Error('it ended')
}
