/** The emulator as `saf-edge emulator` serves it: `emulator.mjs <dist>`; prints its origin. */
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const load = (path) => import(pathToFileURL(join(process.argv[2], path)).href)
const { createEmulator } = await load('emulator/index.js')
const { serve } = await load('cli/http-server.js')
const { fetch } = createEmulator()
const { origin } = await serve({ fetch, host: '127.0.0.1', port: 0 })
console.log(origin)
