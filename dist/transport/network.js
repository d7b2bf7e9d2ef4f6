/* @ts-self-types="./network.d.ts" */
export { readProof } from '../core.js'
