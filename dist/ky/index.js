/* @ts-self-types="./index.d.ts" */
/**
 * ky, in two ways: as the transport of a client, and as the client itself. Nothing here imports ky:
 * versions 1.14 and 2.1 both fit. Exported as `saf-edge/ky`.
 *
 * @module
 */
export { kyFetch } from './ky-fetch.js';
export { signedKy } from './signed-ky.js';
