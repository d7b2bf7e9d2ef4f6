/* @ts-self-types="./string-to-sign.d.ts" */
export { stringToSign } from './core.js'
