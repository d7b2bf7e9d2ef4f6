/**
 * A process of its own: prints that it is ready, calls until the time that it reads, and prints
 * when it sent what. The order is an argument.
 */
import { once } from 'node:events'
import process from 'node:process'
import { memoryLimiter, redisLimiter } from '../../src/limiter/index.ts'
import { callUntil, createClient, RATE, warmUp } from './client.mjs'
import { connectRedis } from './redis-clients.mjs'

const { count, gateway, port, shape } = JSON.parse(process.argv[2])
const redis = shape === 'memory' ? undefined : await connectRedis(shape, port)
const limiter = redis
  ? redisLimiter(redis.client, { ratePerSecond: RATE })
  : memoryLimiter({ ratePerSecond: RATE })
const { call, ...state } = createClient({ gateway, limiter, onLimiterError: 'closed' })
// Nobody is left to give the word.
process.stdin.once('end', () => process.exit(1))
await warmUp(gateway)
console.log('ready')
const [line] = await once(process.stdin, 'data')
const results = await callUntil(call, { atEpochMs: Number(line), count })
console.log(JSON.stringify({ results, ...state }))
process.exit()
