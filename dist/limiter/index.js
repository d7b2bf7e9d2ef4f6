/* @ts-self-types="./index.d.ts" */
/**
 * Limiters: one purchased rate shared by every isolate, process and machine that uses it. Exported
 * as `saf-edge/limiter`.
 *
 * @module
 */
export { durableObjectLimiter } from './durable-object.js';
export { SafLimiterObject } from './limiter-object.js';
export { memoryLimiter } from './memory.js';
export { redisLimiter } from './redis.js';
