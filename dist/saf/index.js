/* @ts-self-types="./index.d.ts" */
export { createSaf } from '../core.js'
