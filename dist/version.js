/* @ts-self-types="./version.d.ts" */
/**
 * The version of this package, equal to package.json and jsr.json (a test compares them).
 * Exported by `saf-edge`.
 *
 * @module
 */
/**
 * The version of saf-edge, as in package.json.
 *
 * @example
 * ```ts
 * import { VERSION } from 'saf-edge'
 *
 * console.log(VERSION.split('.').length) // 3
 * ```
 */
export const VERSION = '0.1.0';
