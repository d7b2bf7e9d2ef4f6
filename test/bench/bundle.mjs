/** Makes one file of a program, the library and its rivals, which every runtime can load. */
import { build } from 'esbuild'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HERE, ROOT } from './runtimes.mjs'

/** The rivals are CommonJS and ask for Node's modules by `require`. */
const BANNER =
  "import { createRequire as __cr } from 'node:module'; const require = __cr('file:///bench.mjs');"

/**
 * @param {string} entry a file of this folder
 * @param {{ folder: string, src: boolean }} options where to write; sources instead of `dist/`
 * @returns the bundle's path
 */
export async function bundle(entry, { folder, src }) {
  const outfile = join(folder, entry)
  await build({
    entryPoints: [join(HERE, entry)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    banner: { js: BANNER },
    alias: libraryAliases(src),
    conditions: ['import'],
    outfile,
    logLevel: 'warning',
  })
  return outfile
}

/** Where the library's subpaths are, the longest first. */
function libraryAliases(src) {
  const { exports, name } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const aliases = Object.entries(exports).flatMap(([subpath, target]) => {
    if (typeof target === 'string') return [] // ./package.json
    const file = src
      ? target.default.replace('./dist/', 'src/').replace(/\.js$/, '.ts')
      : target.default
    return [[name + subpath.slice(1), join(ROOT, file)]]
  })
  return Object.fromEntries(aliases)
}
