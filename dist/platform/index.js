/* @ts-self-types="./index.d.ts" */
export { fixedPlatform, systemPlatform } from '../core.js'
