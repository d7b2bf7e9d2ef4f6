/**
 * The fault matrix: `node test/faults/run.mjs [runtime …]`. Node 20 cannot run TypeScript, so the
 * orchestrator is bundled first; it works in the project's folder.
 */
import { build } from 'esbuild'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
process.chdir(join(here, '../..'))
const outfile = join(process.cwd(), 'node_modules/.cache/saf-edge-faults.mjs')
await build({
  entryPoints: [join(here, 'main.ts')],
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outfile,
})
const { main } = await import(pathToFileURL(outfile).href)
process.exitCode = await main(process.argv.slice(2))
