/* @ts-self-types="./clock.d.ts" */
export { readClock, readElapsed } from '../core.js'
