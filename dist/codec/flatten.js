/* @ts-self-types="./flatten.d.ts" */
export { flatten } from '../core.js'
