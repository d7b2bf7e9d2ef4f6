/* @ts-self-types="./echo.d.ts" */
export { compareEcho, readEcho } from '../core.js'
