/* @ts-self-types="./index.d.ts" */
/**
 * The gateway of SAF, embedded: a `fetch` to develop and test against, and photos to try it with.
 * Exported as `saf-edge/emulator`.
 *
 * @module
 */
export { createEmulator } from './emulator.js';
export { testFaces } from './test-faces.js';
