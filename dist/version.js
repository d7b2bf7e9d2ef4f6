/* @ts-self-types="./version.d.ts" */
export { VERSION } from './core.js'
