/* @ts-self-types="./face-verify.d.ts" */
export { readVerdict } from '../core.js'
