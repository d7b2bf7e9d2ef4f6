/* @ts-self-types="./deadline.d.ts" */
export { startDeadline } from '../core.js'
