/* @ts-self-types="./caller.d.ts" */
export { createCaller, createClient, signOnce, signUnsent } from './core.js'
