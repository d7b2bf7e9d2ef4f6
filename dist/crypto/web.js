/* @ts-self-types="./web.d.ts" */
export { webHmacSha1 } from '../sign/core.js'
