/* @ts-self-types="./options.d.ts" */
export { checkOneOf, isProductHost, readCallOptions, readEndpoint, readInteger, readTimeout, resolveOptions } from './core.js'
