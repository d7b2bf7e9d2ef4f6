/* @ts-self-types="./execute.d.ts" */
export { executeService, writeJson } from '../core.js'
