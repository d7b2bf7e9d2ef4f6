/**
 * The front door: the endpoint a page may call, since a page must never hold the key, and stores
 * that keep a duplicate from paying twice. The subpath `saf-edge/handler`.
 *
 * @module
 */
export { createVerifyHandler } from './handler.ts'
export type { HandlerContext, VerifyHandler } from './handler.ts'
export type {
  Answered,
  Authorization,
  FaceVerifier,
  Failed,
  FromEnv,
  HandlerEvent,
  IdempotencyOptions,
  Revealable,
  Verdict,
  VerifyHandlerOptions,
} from './options.ts'
export type { Problem, ProblemCode } from './problem.ts'
export type { Begun, Claim, IdempotencyStore } from './store.ts'
export { durableObjectStore } from './durable-object-store.ts'
export type { IdempotencyNamespace } from './durable-object-store.ts'
export { SafIdempotencyObject } from './idempotency-object.ts'
export type { IdempotencyObjectState } from './idempotency-object.ts'
export { memoryStore } from './memory-store.ts'
export type { MemoryStoreOptions } from './memory-store.ts'
export { redisStore } from './redis-store.ts'
export type { RedisClient, RedisStoreOptions } from './redis-store.ts'
