/* @ts-self-types="./options.d.ts" */
export { checkOneOf, isProductHost, readEndpoint, readInteger, readTimeout, resolveOptions } from './core.js'
