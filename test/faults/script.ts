/**
 * Driver of Node, Deno and Bun, once bundled: `script.mjs <order as JSON>`.
 *
 * @module
 */
import process from 'node:process'
import * as lib from '../runtimes/library.ts'
import { drive } from './driver.ts'

console.log(await drive(JSON.parse(process.argv[2] ?? ''), lib))
// Connections that stall would keep it alive.
process.exit()
