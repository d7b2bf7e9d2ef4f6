/* @ts-self-types="./request.d.ts" */
export { buildParams, createRpcSigner, requireFree, toRequest } from './core.js'
