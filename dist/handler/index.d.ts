/**
 * The front door: the endpoint a page may call, since a page must never hold the key, and stores
 * that keep a duplicate from paying twice. The subpath `saf-edge/handler`.
 *
 * @module
 */
export { createVerifyHandler } from './handler.js';
export type { HandlerContext, VerifyHandler } from './handler.js';
export type { Answered, Authorization, FaceVerifier, Failed, FromEnv, HandlerEvent, IdempotencyOptions, Revealable, Verdict, VerifyHandlerOptions, } from './options.js';
export type { Problem, ProblemCode } from './problem.js';
export type { Begun, Claim, IdempotencyStore } from './store.js';
export { durableObjectStore } from './durable-object-store.js';
export type { IdempotencyNamespace } from './durable-object-store.js';
export { SafIdempotencyObject } from './idempotency-object.js';
export type { IdempotencyObjectState } from './idempotency-object.js';
export { memoryStore } from './memory-store.js';
export type { MemoryStoreOptions } from './memory-store.js';
export { redisStore } from './redis-store.js';
export type { RedisClient, RedisStoreOptions } from './redis-store.js';
