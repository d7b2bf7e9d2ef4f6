/* @ts-self-types="./gateway.d.ts" */
export { readGatewayError, readOpaque } from './core.js'
