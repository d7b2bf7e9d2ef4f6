/* @ts-self-types="./percent.d.ts" */
export { encodeNamed, percentEncode, requireText } from '../sign/core.js'
