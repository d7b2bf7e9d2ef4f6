/* @ts-self-types="./retry.d.ts" */
export { decideRetry } from '../core.js'
