/* @ts-self-types="./photo.d.ts" */
export { readPhoto } from '../core.js'
