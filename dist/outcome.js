/* @ts-self-types="./outcome.d.ts" */
export { markOutcome, readOutcome } from './core.js'
