/* @ts-self-types="./check.d.ts" */
export { check, checkKeyPart, checkObject, checkText, isObject, isPlain, kindOf, quote } from '../sign/core.js'
