/**
 * Limiters: one purchased rate shared by every isolate, process and machine that uses it. Exported
 * as `saf-edge/limiter`.
 *
 * @module
 */
export { durableObjectLimiter } from './durable-object.ts'
export type { LimiterNamespace, LimiterStub } from './durable-object.ts'
export { SafLimiterObject } from './limiter-object.ts'
export type { LimiterObjectState, LimiterStorage } from './limiter-object.ts'
export { memoryLimiter } from './memory.ts'
export type { Limiter, LimiterOptions, ReserveOptions } from './options.ts'
export { redisLimiter } from './redis.ts'
export type { RedisEvalClient } from './redis.ts'
export type { RateLimiter, Reservation } from '../types.ts'
