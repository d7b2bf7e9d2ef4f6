/* @ts-self-types="./flow.d.ts" */
/**
 * The shapes that travel between the layers of a call: what transport brings back, and what may
 * follow. Types only, private.
 *
 * @module
 */
export {};
