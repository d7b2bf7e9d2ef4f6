/* @ts-self-types="./index.d.ts" */
export { BROKEN, sendOnce } from '../core.js'
