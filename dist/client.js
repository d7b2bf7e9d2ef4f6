/* @ts-self-types="./client.d.ts" */
export { createRpcClient } from './core.js'
