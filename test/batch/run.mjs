/**
 * Batches under fire: `node test/batch/run.mjs [kill] [pace] [length] [--seed <n>]`.
 *
 * - kill: a batch of 5 000 pairs is killed (SIGKILL) at ten random moments, and resumed.
 * - pace: a batch keeps up with its limiter, 50 QPS purchased.
 * - length: 100 000 rows take no more memory than 10 000, but for their ids.
 *
 * The command line runs as a process of its own, built from the sources; the emulator runs here.
 */
import { rmSync } from 'node:fs'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { checkKills } from './kill.mjs'
import { checkLength } from './length.mjs'
import { checkPace } from './pace.mjs'
import { createRandom, openWorkshop } from './workshop.mjs'

const PARTS = { kill: checkKills, pace: checkPace, length: checkLength }

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' } },
})
const wanted = positionals.length > 0 ? positionals : Object.keys(PARTS)
const seed = Number(values.seed ?? process.env.SEED ?? Date.now() % 2 ** 31)
console.log(`seed ${seed}`)

const workshop = await openWorkshop()
const rows = []
try {
  for (const name of wanted) {
    if (!PARTS[name]) throw new RangeError(`unknown part ${name}: ${Object.keys(PARTS).join(', ')}`)
    const startedMs = performance.now()
    rows.push(...(await runPart(name)))
    console.log(`${name}: ${((performance.now() - startedMs) / 1000).toFixed(1)} s`)
  }
} finally {
  rmSync(workshop.folder, { recursive: true, force: true })
}

const width = Math.max(...rows.map(({ what }) => what.length))
console.log()
for (const { isGood, what, found } of rows) {
  console.log(`${isGood ? '✓' : '✗'} ${what.padEnd(width)}  ${found}`)
}
const passed = rows.filter(({ isGood }) => isGood).length
console.log(`\n${passed} passed, ${rows.length - passed} failed, 0 skipped`)
// Not left to what a part that broke off may have left open.
process.exit(passed === rows.length ? 0 : 1)

/** Runs a part; one that breaks off has failed. */
async function runPart(name) {
  try {
    return await PARTS[name](workshop, createRandom(seed))
  } catch (error) {
    console.log(error)
    const [found] = error.message.split('\n')
    return [{ what: `${name}: runs to its end`, isGood: false, found }]
  }
}
