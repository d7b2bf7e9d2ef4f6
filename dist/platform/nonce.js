/* @ts-self-types="./nonce.d.ts" */
export { randomFraction, randomNonce } from '../core.js'
