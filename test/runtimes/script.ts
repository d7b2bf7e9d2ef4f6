/**
 * Driver of Node, Deno and Bun: `script.ts <order as JSON> <URL of the library>`.
 *
 * @module
 */
import process from 'node:process'
import { report } from './report.ts'

const [order = '', library = ''] = process.argv.slice(2)
// why: the orchestrator names a module that has the library's subpaths, and nothing else
const lib = (await import(library)) as Parameters<typeof report>[1]
console.log(await report(JSON.parse(order), lib))
