/**
 * Driver of Chromium: leaves the function behind that `test/runtimes/chromium.mjs` calls.
 *
 * @module
 */
import * as lib from '../runtimes/library.ts'
import { drive } from './driver.ts'

Object.assign(globalThis, {
  runSuites: (order: string): Promise<string> => drive(JSON.parse(order), lib),
})
