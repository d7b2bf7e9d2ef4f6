/* @ts-self-types="./content.d.ts" */
/**
 * Fraud in advertisements and in dialogs (`spec/services.json`). Types only.
 *
 * @module
 */
export {};
