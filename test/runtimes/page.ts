/**
 * Driver of engines without a module loader (pages and bare virtual machines): as one script it
 * leaves a function behind, which the host calls.
 *
 * @module
 */
import * as lib from './library.ts'
import { report } from './report.ts'

Object.assign(globalThis, {
  runSuites: (order: string): Promise<string> => report(JSON.parse(order), lib),
})
