/**
 * Driver with the library built in: `static.ts <order as JSON>`. For Node once bundled, and for Deno
 * by URL, from a server that puts `dist/url/` in the place of the library.
 *
 * @module
 */
import process from 'node:process'
import * as lib from './library.ts'
import { report } from './report.ts'

console.log(await report(JSON.parse(process.argv[2] ?? ''), lib))
