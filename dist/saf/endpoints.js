/* @ts-self-types="./endpoints.d.ts" */
export { REGIONS, isSafHost, readRegion, regionEndpoint } from '../core.js'
