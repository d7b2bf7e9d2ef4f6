/** Rows: eight clients share 10 requests a second for 30 seconds. */
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { startRedis } from '../unit/limiter/redis-server.ts'
import { countInSeconds, countMost } from '../unit/limiter/windows.ts'
import { callUntil, RATE } from './client.mjs'
import { startGateway } from './gateway.mjs'
import { readLateness } from './lateness.mjs'
import { startWorkers } from './workers.mjs'

const SECONDS = 30

/** What limiters allow themselves: nine tenths of what was purchased. */
const ALLOWANCE = 0.9 * RATE * SECONDS

/** What callers who always have something to send must get of it. */
const LEAST_PART = 0.85

/** Eight callers in one process. */
export async function prepareMemoryRate() {
  return prepareProcesses([{ shape: 'memory', count: 8 }])
}

/** Two processes and one Redis; four callers in each process. */
export async function prepareRedisRate() {
  const redis = await startRedis()
  const orders = ['ioredis 6', 'node-redis 6'].map((shape) => ({
    shape,
    count: 4,
    port: redis.port,
  }))
  return prepareProcesses(orders, redis.stop)
}

/** Two Workers and one Durable Object; four clients call each Worker. */
export async function prepareObjectRate() {
  const gateway = await startGateway()
  const workers = await startWorkers(gateway.origin)
  return async () => {
    const atEpochMs = Date.now() + SECONDS * 1000
    const calling = ['first', 'second'].map(async (name) => {
      const call = async () => workers.fetch(name, '/call')
      const results = await callUntil(call, { atEpochMs, count: 4 })
      return { results, ...(await workers.fetch(name, '/state')) }
    })
    const callers = await Promise.all(calling)
    await workers.stop()
    gateway.stop()
    return judge(callers, gateway.arrivedAt.length)
  }
}

/** Starts processes, which wait for the word. */
async function prepareProcesses(orders, stopEngine) {
  const gateway = await startGateway()
  const children = orders.map((order) => startCaller({ ...order, gateway: gateway.origin }))
  await Promise.all(children.map(async ({ ready }) => ready))
  return async () => {
    const atEpochMs = Date.now() + SECONDS * 1000
    const callers = await Promise.all(children.map(async ({ call }) => call(atEpochMs)))
    await stopEngine?.()
    gateway.stop()
    return judge(callers, gateway.arrivedAt.length)
  }
}

function startCaller(order) {
  const file = join(dirname(fileURLToPath(import.meta.url)), 'caller.mjs')
  const child = spawn(process.execPath, [file, JSON.stringify(order)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const readLine = async () => {
    const { value } = await lines.next()
    if (value === undefined) throw new Error(`the process with ${order.shape} ended`)
    return value
  }
  return {
    ready: readLine(),
    async call(atEpochMs) {
      child.stdin.write(String(atEpochMs))
      return JSON.parse(await readLine())
    },
  }
}

function judge(callers, arrived) {
  const all = callers.flatMap(({ sentAt }) => sentAt)
  const first = Math.min(...all)
  // Whoever began to wait within the time sends after it.
  const sentAt = all.filter((time) => time < first + SECONDS * 1000)
  const figures = { ...measure(all), sent: sentAt.length, part: sentAt.length / ALLOWANCE }
  const failed = callers.flatMap(({ results }) => results).filter(({ ok }) => !ok)
  const problems = [
    ...checkRate(all),
    figures.part < LEAST_PART && `used ${figures.part} of the allowance`,
    failed.length > 0 && `${failed.length} calls failed, the first: ${JSON.stringify(failed[0])}`,
    arrived !== all.length && `${arrived} requests arrived of ${all.length}`,
    callers.some(({ sentAt: own }) => own.length === 0) && 'a caller never had a turn',
  ]
  return { figures, problems: problems.filter(Boolean) }
}

/** How many were sent, and the most in a second of the clock and in any other. */
export function measure(sentAt) {
  return {
    sent: sentAt.length,
    inSecond: countInSeconds(sentAt),
    inWindow: countMost(sentAt, 1000),
  }
}

/**
 * Never more than were purchased. Ten turns take 1111 ms; on a machine whose own timers come later
 * than the rest of that, late sends catch up with punctual ones, and nobody can space them better.
 */
export function checkRate(sentAt) {
  const { inSecond, inWindow } = measure(sentAt)
  const most = RATE + Math.floor(readLateness() / 100)
  return [
    inSecond > most && `sent ${inSecond} in one second`,
    inWindow > most && `sent ${inWindow} in 1000 ms`,
  ].filter(Boolean)
}
