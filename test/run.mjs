/**
 * What `npm test`, `npm run test:quick`, `npm run test:all` and `npm run test:scale` run: `node
 * test/run.mjs [base | quick | all | scale]`. Every step runs, whatever became of those before it; the last line adds up what their
 * runners counted. A step that fails and counts nothing is one failure.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const TSC = 'node_modules/typescript/bin/tsc -p'
const VITEST = 'node_modules/vitest/vitest.mjs run'
const RUNTIMES = 'test/runtimes/run.mjs'

const types = { name: 'types', scripts: [`${TSC} .`, `${TSC} src/cli`, `${TSC} test`] }
const lint = { name: 'lint', scripts: ['node_modules/oxlint/bin/oxlint'] }
const format = { name: 'format', scripts: ['node_modules/oxfmt/bin/oxfmt --check'] }

/** The contract suite on the sources is a row of the runtimes. */
const UNIT = '--project=node --project=slow --project=page'

/** Steps in groups; the steps of a group run side by side. */
const LEVELS = {
  quick: [
    [
      types,
      lint,
      { name: 'unit', scripts: [`${VITEST} --project=node`] },
      { name: 'runtimes', scripts: [`${RUNTIMES} quick`] },
    ],
  ],
  base: [
    [types, lint, format],
    [
      { name: 'unit', scripts: [`${VITEST} ${UNIT}`] },
      { name: 'runtimes', scripts: [`${RUNTIMES} base`] },
    ],
  ],
  all: [
    [
      { name: 'soak', scripts: [`${VITEST} --project=soak --project=suite`] },
      {
        name: 'fuzz',
        scripts: [`${VITEST} test/fuzz/emulator.test.ts`],
        env: { FUZZ: process.env.FUZZ ?? '20000' },
      },
      { name: 'vendors', scripts: [`${VITEST} --config test/interop/vitest.config.ts`] },
      { name: 'mutations', scripts: ['test/mutations/run.mjs'] },
    ],
    // These two keep deadlines.
    [{ name: 'faults', scripts: ['test/faults/run.mjs'] }],
    [{ name: 'runtimes', scripts: [`${RUNTIMES} all`] }],
  ],
  scale: [
    [{ name: 'limits', scripts: ['test/scale/run.mjs'] }],
    [{ name: 'handler', scripts: ['test/scale-handler/run.mjs'] }],
    [{ name: 'batch', scripts: [`${VITEST} --project=batch`, 'test/batch/run.mjs'] }],
    [{ name: 'playground', scripts: ['test/playground/run.mjs'] }],
  ],
}

const [word = 'base'] = process.argv.slice(2)
if (!Object.hasOwn(LEVELS, word)) {
  throw new Error(`expected one of ${Object.keys(LEVELS).join(', ')}, got ${word}`)
}
const results = []
for (const group of LEVELS[word]) {
  results.push(...(await Promise.all(group.map((step) => runStep(step, group.length > 1)))))
}
console.log()
for (const { name, seconds, counts, isCounted } of results) {
  const came = isCounted ? write(counts) : counts.failed === 0 ? 'passed' : 'failed'
  console.log(`${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${came}`)
}
const sum = (key) => results.reduce((total, { counts }) => total + counts[key], 0)
const totals = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
console.log(`\n${write(totals)}`)
process.exitCode = totals.failed === 0 ? 0 : 1

/** Runs the scripts of a step in turn; what is not alone is heard when it has ended. */
async function runStep({ name, scripts, env = {} }, isHeldBack) {
  const startedMs = performance.now()
  const lines = []
  const counts = { passed: 0, failed: 0, skipped: 0 }
  let isCounted = false
  const take = (line) => {
    const found = /^(\d+) passed, (\d+) failed, (\d+) skipped$/.exec(line)
    if (!found) return isHeldBack ? lines.push(line) : console.log(line)
    isCounted = true
    ;['passed', 'failed', 'skipped'].forEach((key, at) => (counts[key] += Number(found[at + 1])))
  }
  if (!isHeldBack) console.log(`== ${name}`)
  for (const script of scripts) {
    if (!(await runScript(script, env, take)) && counts.failed === 0) counts.failed = 1
  }
  if (isHeldBack) console.log([`== ${name}`, ...lines].join('\n'))
  return { name, seconds: (performance.now() - startedMs) / 1000, counts, isCounted }
}

/** Runs a Node script, line by line; returns whether it succeeded. */
async function runScript(script, env, take) {
  const child = spawn(process.execPath, script.split(' '), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', take)
  const [code] = await once(child, 'close')
  return code === 0
}

function write({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}
