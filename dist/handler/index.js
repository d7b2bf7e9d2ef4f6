/* @ts-self-types="./index.d.ts" */
/**
 * The front door: the endpoint a page may call, since a page must never hold the key, and stores
 * that keep a duplicate from paying twice. The subpath `saf-edge/handler`.
 *
 * @module
 */
export { createVerifyHandler } from './handler.js';
export { durableObjectStore } from './durable-object-store.js';
export { SafIdempotencyObject } from './idempotency-object.js';
export { memoryStore } from './memory-store.js';
export { redisStore } from './redis-store.js';
