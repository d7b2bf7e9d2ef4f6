/* @ts-self-types="./canonicalize.d.ts" */
export { canonicalize, compareBytes, requireParams } from './core.js'
