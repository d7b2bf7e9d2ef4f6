/* @ts-self-types="./codes.d.ts" */
export { judgeService } from '../core.js'
