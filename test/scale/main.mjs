/**
 * Runs all rows at once, since they wait most of their time; prints one table and the closing line.
 */
import process from 'node:process'
import { hasRedis } from '../unit/limiter/redis-server.ts'
import { readLateness, watchLateness } from './lateness.mjs'
import { prepareObjectOutage, prepareObjectReset, prepareRedisOutage } from './outage.mjs'
import { prepareMemoryRate, prepareObjectRate, prepareRedisRate } from './rate.mjs'
import { prepareShapes } from './shapes.mjs'
import { writeTable } from './table.mjs'

/** Each prepares, and gives what runs: to figures, and the problems it found. */
const ROWS = [
  ['memory: 8 callers', prepareMemoryRate],
  ['Durable Object: 2 Workers, 8 clients', prepareObjectRate],
  ['Durable Object: the same, reset every second', prepareObjectReset],
  ['Durable Object: fails in between', prepareObjectOutage],
  ['Redis: 2 processes, 8 clients', prepareRedisRate, 'redis'],
  ['Redis: killed in between', prepareRedisOutage, 'redis'],
  ['Redis: ioredis, node-redis and Upstash', prepareShapes, 'redis'],
]

const TIMEOUT_MS = 90_000

/** Gives up on rows that hang. */
const timer = setTimeout(() => {
  console.error('scale: took too long')
  process.exit(1)
}, TIMEOUT_MS)

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130))

// Ready first, so that starting one does not hold up another.
const prepared = []
for (const row of ROWS) prepared.push(await prepareRow(row))
watchLateness()
const rows = await Promise.all(prepared.map(runRow))
const failed = rows.filter(({ problems }) => problems?.length > 0)
for (const { name, problems } of failed) {
  console.log(`FAILED ${name}\n${problems.map((text) => `  ${text}`).join('\n')}`)
}
const skipped = rows.filter(({ skipped: why }) => why !== undefined).length
console.log(`\n${writeTable(rows)}\n\nTimers came up to ${readLateness()} ms late.\n`)
const passed = rows.length - failed.length - skipped
console.log(`${passed} passed, ${failed.length} failed, ${skipped} skipped`)
clearTimeout(timer)
process.exit(failed.length > 0 ? 1 : 0)

async function prepareRow([name, prepare, need]) {
  if (need === 'redis' && !hasRedis) {
    const why = 'no redis-server on the PATH: apt-get install redis-server'
    return process.env.CI ? { name, problems: [why] } : { name, skipped: why }
  }
  try {
    return { name, run: await prepare() }
  } catch (error) {
    return { name, problems: [describe(error)] }
  }
}

async function runRow({ name, run, ...done }) {
  if (!run) return { name, ...done }
  const startedAt = performance.now()
  const seconds = () => (performance.now() - startedAt) / 1000
  try {
    return { name, ...(await run()), seconds: seconds() }
  } catch (error) {
    return { name, problems: [describe(error)], seconds: seconds() }
  }
}

function describe(error) {
  return String(error?.stack ?? error)
}
