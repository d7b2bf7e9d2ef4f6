/**
 * Mutation tests: `node test/mutation/run.mjs` changes the decision function and the verdict
 * decoder in every way that Stryker knows, runs their tests on each change, and writes README.md.
 * Not part of `npm test`: it takes a minute.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { writeReadme } from './readme.mjs'

const HERE = dirname(fileURLToPath(import.meta.url))
const ROOT = join(HERE, '../..')
const RUNTIMES = join(ROOT, 'test/runtimes')
const NODE = join(RUNTIMES, 'node_modules/node24/bin/node')
const STRYKER = join(HERE, 'node_modules/@stryker-mutator/core/bin/stryker.js')

if (!existsSync(NODE)) install(RUNTIMES)
if (!existsSync(STRYKER)) install(HERE)
run(NODE, [STRYKER, 'run', 'test/mutation/stryker.config.mjs'])
const report = JSON.parse(readFileSync(join(ROOT, 'node_modules/.cache/mutation.json'), 'utf8'))
const { text, passed, failed } = writeReadme(report.files)
writeFileSync(join(HERE, 'README.md'), text)
console.log(`\n${text}\n${passed} passed, ${failed} failed, 0 skipped`)
process.exitCode = failed === 0 ? 0 : 1

function install(folder) {
  const flags = ['ci', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error']
  const script = process.env.npm_execpath
  // On Windows npm is no program but a script.
  if (script) run(process.execPath, [script, ...flags])
  else run('npm', flags)
}

function run(file, args) {
  const { status, error } = spawnSync(file, args, { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${error ?? status}`)
}
