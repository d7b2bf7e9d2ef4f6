/* @ts-self-types="./body.d.ts" */
export { readBody } from '../core.js'
