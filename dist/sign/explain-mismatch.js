/* @ts-self-types="./explain-mismatch.d.ts" */
export { explainMismatch } from './index.js'
