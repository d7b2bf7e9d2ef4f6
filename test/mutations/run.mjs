/**
 * The mutation check: `node test/mutations/run.mjs`. Bundles the contract suite with a broken copy
 * of the library per mutation, in a folder that is thrown away, and runs each on Node: a suite that
 * stays green on one of them is blind. The library as it is must be green, or red says nothing.
 */
import { build } from 'esbuild'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { mutations } from './mutations.mjs'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'saf-edge-mutations-'))
const UNBROKEN = { name: 'none', edits: [] }

/** A run that gets no further by then has hung. */
const TIMEOUT_MS = 60_000

process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
const jobs = [UNBROKEN, ...mutations].entries()
const rows = []
await Promise.all(
  Array.from({ length: availableParallelism() + 1 }, async () => {
    for (const [at, mutation] of jobs) rows[at] = await judge(mutation, join(folder, `${at}.mjs`))
  }),
)
const width = Math.max(...rows.map(({ name }) => name.length))
console.log(`${'mutation'.padEnd(width)}  first failing test`)
for (const { name, isRight, told } of rows) {
  console.log(`${name.padEnd(width)}  ${isRight ? '' : '✗ '}${told}`)
}
const wrong = rows.filter(({ isRight }) => !isRight).length
console.log(`\n${rows.length - wrong} passed, ${wrong} failed, 0 skipped`)
process.exitCode = wrong === 0 ? 0 : 1

/** Right is red for a mutation, and green for none. */
async function judge(mutation, outfile) {
  const { name } = mutation
  try {
    await bundle(mutation, outfile)
    const { failed, message } = await run(outfile)
    const isRight = (failed === undefined) === (mutation === UNBROKEN)
    if (failed === undefined) return { name, isRight, told: 'none: every test passed' }
    return { name, isRight, told: isRight ? failed : `${failed}: ${message}` }
  } catch (error) {
    return { name, isRight: false, told: error.message }
  }
}

/** Bundles the suite with the sources as the mutation leaves them. */
async function bundle({ edits }, outfile) {
  const left = new Set(edits)
  const broken = {
    name: 'break',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        const file = relative(ROOT, path).replaceAll('\\', '/')
        const own = edits.filter(([name]) => name === file)
        if (own.length === 0) return undefined
        let contents = readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
        for (const edit of own) {
          const parts = contents.split(edit[1])
          if (parts.length !== 2) {
            return { errors: [{ text: `found ${parts.length - 1} times, not once: ${edit[1]}` }] }
          }
          contents = parts.join(edit[2])
          left.delete(edit)
        }
        return { contents, loader: 'ts' }
      })
    },
  }
  await build({
    entryPoints: [join(ROOT, 'test/mutations/driver.ts')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
    outfile,
    plugins: [broken],
  })
  for (const [file] of left) throw new Error(`the library does not load ${file}`)
}

/** Runs the bundled suite up to its first failure. */
async function run(file) {
  const child = spawn(process.execPath, [file], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIMEOUT_MS,
    killSignal: 'SIGKILL',
  })
  const said = Promise.all([text(child.stdout), text(child.stderr)])
  await once(child, 'close')
  const [stdout, stderr] = await said
  const line = stdout.split('\n').findLast((each) => /^\{"(passed|failed)":/.test(each))
  if (line === undefined) throw new Error(`the suite did not end: ${stderr.slice(-500)}`)
  return JSON.parse(line)
}
