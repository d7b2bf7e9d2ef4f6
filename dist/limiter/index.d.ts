/**
 * Limiters: one purchased rate shared by every isolate, process and machine that uses it. Exported
 * as `saf-edge/limiter`.
 *
 * @module
 */
export { durableObjectLimiter } from './durable-object.js';
export type { LimiterNamespace, LimiterStub } from './durable-object.js';
export { SafLimiterObject } from './limiter-object.js';
export type { LimiterObjectState, LimiterStorage } from './limiter-object.js';
export { memoryLimiter } from './memory.js';
export type { Limiter, LimiterOptions, ReserveOptions } from './options.js';
export { redisLimiter } from './redis.js';
export type { RedisEvalClient } from './redis.js';
export type { RateLimiter, Reservation } from '../types.js';
