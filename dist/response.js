/* @ts-self-types="./response.d.ts" */
export { readSent, timeoutFailure } from './core.js'
