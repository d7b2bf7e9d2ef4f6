/* @ts-self-types="./decision.d.ts" */
/**
 * `saf_de`: the decision engine, with the events a customer defines (`spec/services.json`).
 * Types only.
 *
 * @module
 */
export {};
