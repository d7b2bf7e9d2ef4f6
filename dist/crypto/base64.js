/* @ts-self-types="./base64.d.ts" */
export { decodeBase64, encodeBase64 } from '../sign/core.js'
