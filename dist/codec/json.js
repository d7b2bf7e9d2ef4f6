/* @ts-self-types="./json.d.ts" */
export { decodeText, encodeJson, jsonFormat, own, parseJson, readText, rewriteJson } from '../core.js'
