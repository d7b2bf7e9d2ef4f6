/**
 * Imports a module of the tests that is written in TypeScript, which Node 20 cannot run: it is
 * bundled first. The process moves to the project's folder, where packages are found.
 */
import { build } from 'esbuild'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * @param {string} entry the module, relative to `from`
 * @param {string} from `import.meta.url` of whoever asks
 */
export async function importBundled(entry, from) {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)))
  const source = fileURLToPath(new URL(entry, from))
  const name = source.slice(process.cwd().length + 1).replace(/\W+/g, '-')
  const outfile = join(process.cwd(), `node_modules/.cache/saf-edge-${name}.mjs`)
  await build({
    entryPoints: [source],
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outfile,
  })
  return import(pathToFileURL(outfile).href)
}
