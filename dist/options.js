/* @ts-self-types="./options.d.ts" */
export { checkOneOf, isProductHost, readEndpoint, readInteger, readOptionalTimeout, readTimeout, resolveOptions } from './core.js'
