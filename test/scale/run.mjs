/**
 * One purchased rate, many machines: `node test/scale/run.mjs`. Half a minute against a real Redis
 * and real Durable Objects, at the rate a customer would buy.
 *
 * Miniflare wants a newer Node than the library, so the rows run in one of their own.
 */
import { build } from 'esbuild'
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
process.chdir(join(here, '../..'))
const outfile = join(process.cwd(), 'node_modules/.cache/saf-edge-scale.mjs')
await build({
  entryPoints: [join(here, 'prepare.ts')],
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outfile,
})
const { prepare } = await import(pathToFileURL(outfile).href)
const node = await prepare()
const child = spawn(node, [join(here, 'main.mjs')], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal))
child.once('exit', (code) => {
  process.exitCode = code ?? 1
})
