/** The programs that are measured; a missing one fails when it is started. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export const HERE = fileURLToPath(new URL('.', import.meta.url))
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The files themselves, not the scripts that start them. */
export const BUN = join(ROOT, 'node_modules/bun/bin/bun.exe')
export const WORKERD = createRequire(join(ROOT, 'package.json'))('workerd').default
const DENO = join(ROOT, 'node_modules/deno/deno')

const DENO_RUN = 'run --no-lock --no-config --node-modules-dir=manual -A'.split(' ')
const NODE = `node${process.versions.node.split('.')[0]}`

/** Each with what it needs to run a file, and to let the file collect garbage. */
const RUNTIMES = [
  { name: NODE, file: process.execPath, args: [], gc: ['--expose-gc'] },
  {
    name: 'node24',
    file: join(HERE, 'node_modules/node24/bin/node'),
    args: [],
    gc: ['--expose-gc'],
  },
  { name: 'deno', file: DENO, args: DENO_RUN, gc: ['--v8-flags=--expose-gc'] },
  { name: 'bun', file: BUN, args: ['--no-install'], gc: [] },
  { name: 'workerd', file: WORKERD, args: [], gc: [] },
]

/** Finds the runtimes of these names, or all. */
export function findRuntimes(names) {
  const known = [...new Set(RUNTIMES.map(({ name }) => name))]
  return (names ?? known).map((wanted) => {
    const found = RUNTIMES.find(({ name }) => name === wanted)
    if (found) return found
    throw new RangeError(`"--only" expected some of ${known.join(', ')}, got ${wanted}`)
  })
}
