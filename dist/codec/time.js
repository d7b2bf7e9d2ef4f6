/* @ts-self-types="./time.d.ts" */
export { formatTimestamp, hasTimestamp, isEpochMs } from '../core.js'
