/**
 * The front door in its places: Redis, workerd, a browser, and the servers of the playground.
 * `node test/scale-handler/run.mjs [redis|worker|browser|servers]…`
 *
 * Miniflare wants a newer Node than the library, so most of it runs in one of its own.
 */
import { build } from 'esbuild'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
process.chdir(join(here, '../..'))
const outfile = join(process.cwd(), 'node_modules/.cache/saf-edge-scale-handler.mjs')
await build({
  entryPoints: [join(here, '../scale/prepare.ts')],
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outfile,
})
const { prepare } = await import(pathToFileURL(outfile).href)
const node = await prepare()

const PARTS = { redis: node, worker: node, browser: node, servers: process.execPath }
const given = process.argv.slice(2)
for (const part of given.length > 0 ? given : Object.keys(PARTS)) {
  const child = spawn(PARTS[part], [join(here, `${part}.mjs`)], { stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  if (code !== 0) process.exitCode = 1
}
