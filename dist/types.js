/* @ts-self-types="./types.d.ts" */
/**
 * Shapes that several layers share. Types only; exported by `saf-edge`.
 *
 * @module
 */
export {};
