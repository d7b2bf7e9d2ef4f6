/* @ts-self-types="./encode-form.d.ts" */
export { createFormEncoder } from './core.js'
