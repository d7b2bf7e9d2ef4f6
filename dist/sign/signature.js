/* @ts-self-types="./signature.d.ts" */
export { encodeKey, encodeText, prepareSecret, signEncoded, signForm, signature } from './core.js'
