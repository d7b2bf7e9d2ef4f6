/* @ts-self-types="./schema.d.ts" */
export { isSchema, validateData } from '../core.js'
