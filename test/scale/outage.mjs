/** Rows: the engine fails in between. */
import { redisLimiter } from '../../src/limiter/index.ts'
import { startRedis } from '../unit/limiter/redis-server.ts'
import { callUntil, createClient, RATE } from './client.mjs'
import { startGateway } from './gateway.mjs'
import { checkRate, measure } from './rate.mjs'
import { connectRedis } from './redis-clients.mjs'
import { startWorkers } from './workers.mjs'

const MODES = ['open', 'closed']

/** Kills Redis between calls, and starts it again. */
export async function prepareRedisOutage() {
  let redis = await startRedis()
  const { port } = redis
  const gateway = await startGateway()
  const problems = []
  const shapes = ['ioredis 6', 'node-redis 6', 'Upstash REST']
  const connected = await Promise.all(shapes.map(async (shape) => connectRedis(shape, port)))
  const clients = connected.flatMap(({ client }, at) =>
    MODES.map((mode) => {
      const limiter = redisLimiter(client, { ratePerSecond: RATE })
      const own = createClient({ gateway: gateway.origin, limiter, onLimiterError: mode })
      return { mode, name: `${shapes[at]}, ${mode}`, ...own }
    }),
  )
  const callAll = async (isUp) => {
    await Promise.all(
      clients.map(async ({ call, failures, mode, name, sentAt }) => {
        const before = { sent: sentAt.length, failures: failures.length }
        const result = await call()
        const sent = sentAt.length - before.sent
        const noticed = failures.slice(before.failures)
        problems.push(...judge({ isUp, mode, name, noticed, result, sent }))
      }),
    )
  }
  return async () => {
    await callAll(true)
    await redis.stop()
    await callAll(false)
    redis = await startRedis(port)
    await untilReady(connected)
    await callAll(true)
    await Promise.all(connected.map(async ({ close }) => close()))
    await redis.stop()
    gateway.stop()
    return { problems }
  }
}

/** Clients connect again by themselves, after a while. */
async function untilReady(connected) {
  await Promise.all(
    connected.map(async ({ client }) => {
      const { reserve } = redisLimiter(client, { ratePerSecond: 1000 })
      const untilMs = performance.now() + 20_000
      while (performance.now() < untilMs) {
        const turn = await reserve('ready', { maxWaitMs: 1000 }).catch(() => undefined)
        if (turn) return
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      throw new Error('a client did not connect again')
    }),
  )
}

/** Breaks the Durable Object between calls, and mends it. */
export async function prepareObjectOutage() {
  const gateway = await startGateway()
  const workers = await startWorkers(gateway.origin)
  const problems = []
  const callAll = async (isUp) => {
    for (const mode of MODES) {
      for (const worker of ['first', 'second']) {
        const before = await workers.fetch(worker, `/state?mode=${mode}`)
        const result = await workers.fetch(worker, `/call?mode=${mode}`)
        const after = await workers.fetch(worker, `/state?mode=${mode}`)
        const sent = after.sentAt.length - before.sentAt.length
        const noticed = after.failures.slice(before.failures.length)
        problems.push(...judge({ isUp, mode, name: `${worker}, ${mode}`, noticed, result, sent }))
      }
    }
  }
  return async () => {
    await callAll(true)
    await workers.fetch('first', '/down')
    await callAll(false)
    await workers.fetch('first', '/up')
    await callAll(true)
    await workers.stop()
    gateway.stop()
    return { problems }
  }
}

/** What `onLimiterError` promises. */
function judge({ isUp, mode, name, noticed, result, sent }) {
  const isOpen = isUp || mode === 'open'
  const expected = isOpen
    ? { ok: true }
    : { ok: false, code: 'ERR_SAF_LIMITED', message: result.message, outcome: 'not-executed' }
  const isRight =
    JSON.stringify(result) === JSON.stringify(expected) &&
    sent === (isOpen ? 1 : 0) &&
    noticed.join() === (isUp ? '' : 'limiter-failed')
  const found = JSON.stringify({ ...result, sent, noticed })
  return isRight ? [] : [`${name}, ${isUp ? 'up' : 'down'}: ${found}`]
}

const RESET_SECONDS = 15

/** Takes the object's memory away every second while eight clients call: never too fast. */
export async function prepareObjectReset() {
  const gateway = await startGateway()
  const workers = await startWorkers(gateway.origin)
  return async () => {
    const atEpochMs = Date.now() + RESET_SECONDS * 1000
    const calling = ['first', 'second'].map(async (name) => {
      const call = async () => workers.fetch(name, '/call')
      const results = await callUntil(call, { atEpochMs, count: 4 })
      return { results, ...(await workers.fetch(name, '/state')) }
    })
    let resets = 0
    const timer = setInterval(async () => {
      if (await reset(workers, resets)) resets += 1
    }, 1000)
    const callers = await Promise.all(calling)
    clearInterval(timer)
    await workers.stop()
    gateway.stop()
    const sentAt = callers.flatMap((caller) => caller.sentAt)
    const unexpected = callers
      .flatMap(({ results }) => results)
      .filter(({ ok, code }) => !ok && code !== 'ERR_SAF_LIMITED')
    const problems = [
      ...checkRate(sentAt),
      resets < RESET_SECONDS / 2 && `reset ${resets} times only`,
      sentAt.length < RESET_SECONDS && `sent ${sentAt.length} only`,
      unexpected.length > 0 && `failed otherwise: ${JSON.stringify(unexpected[0])}`,
    ]
    return { figures: measure(sentAt), problems: problems.filter(Boolean) }
  }
}

/** In turns: as when the platform moves an object, and as when it crashes. */
async function reset({ fetch, miniflare }, count) {
  const [id] = await miniflare.listDurableObjectIds('Limiter', 'first')
  if (!id) return false
  try {
    if (count % 2 === 1) await fetch('second', `/abort?id=${id}`)
    else await miniflare.unsafeEvictDurableObject('first', 'Limiter', { id })
    return true
  } catch {
    // It is not running at the moment.
    return false
  }
}
