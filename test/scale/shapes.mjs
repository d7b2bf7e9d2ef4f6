/** Row: every Redis client shares the turns of every other. */
import { redisLimiter } from '../../src/limiter/index.ts'
import { startRedis } from '../unit/limiter/redis-server.ts'
import { connectRedis, SHAPES } from './redis-clients.mjs'

/** One turn in 100 seconds, so that the time this takes does not matter. */
const SLOW = { ratePerSecond: 0.01, share: 1 }
const TURN_MS = 100_000
const SLACK_MS = 15_000

/** Books by one client after the other on one key. */
export async function prepareShapes() {
  const redis = await startRedis()
  const connected = await Promise.all(SHAPES.map(async (shape) => connectRedis(shape, redis.port)))
  return async () => {
    const problems = await bookByAll(redis, connected)
    await Promise.all(connected.map(async ({ close }) => close()))
    await redis.stop()
    return { problems }
  }
}

async function bookByAll(redis, connected) {
  const problems = []
  const expectWait = (what, waitMs, full) => {
    const isRight =
      Number.isInteger(waitMs) && waitMs <= full && waitMs >= Math.max(full - SLACK_MS, 0)
    if (!isRight) problems.push(`${what}: expected up to ${full} ms, got ${waitMs}`)
  }
  const key = 'key "{\n💶'
  let full = 0
  for (const [at, { client }] of connected.entries()) {
    const shape = SHAPES[at]
    const { penalize, reserve } = redisLimiter(client, SLOW)
    const booked = await reserve(key, { maxWaitMs: Infinity })
    expectWait(`${shape} books`, booked.waitMs, full)
    full += TURN_MS
    const refused = await reserve(key, { maxWaitMs: 0 })
    expectWait(`${shape} is refused`, refused.retryAfterMs, full)
    full += TURN_MS
    await penalize(key, full)
  }
  await redis.command('LPUSH', 'saf-edge:limiter:list', 'x')
  for (const [at, { client }] of connected.entries()) {
    const error = await redisLimiter(client, SLOW).reserve('list', { maxWaitMs: 0 }).catch(String)
    if (!/WRONGTYPE/.test(error)) problems.push(`${SHAPES[at]} hides an error: ${error}`)
  }
  return problems
}
