/**
 * The orchestrator: starts every runtime of a level as a child, collects the reports, prints one
 * table.
 *
 * @module
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { run } from './child.ts'
import { startEmulators } from './emulators.ts'
import { installPrivate } from './install.ts'
import { runtimes } from './matrix.ts'
import type { Level, Runtime } from './matrix.ts'
import type { Form } from './project.ts'
import type { Report } from './report.ts'
import { writeClosing, writeFailures, writeRow, writeTable } from './table.ts'
import type { Row } from './table.ts'
import { openWorkshop } from './workshop.ts'
import { updateReadme, writeSupport } from './write-support.ts'

interface Job {
  readonly runtime: Runtime
  readonly form: Form
}

/** All of it, however many runtimes hang; what has not started by then fails. */
const TIMEOUT_MS = 8 * 60_000

/** Does what the command line says and returns the exit code. */
export async function main([word = 'base', ...names]: readonly string[]): Promise<number> {
  if (word === 'support') {
    if (names[0] === 'write') updateReadme()
    else console.log(writeSupport())
    return 0
  }
  const unknown = names.find((name) => !runtimes.some((runtime) => runtime.name === name))
  if (!isLevel(word) || unknown !== undefined) {
    console.error(
      `runtimes: expected quick, base or all and names, or support, got ${unknown ?? word}`,
    )
    return 2
  }
  if (word === 'all' && (await installPrivate())) console.log('runtimes: installed its packages')
  const rows = await runLevel(word, names)
  const failures = writeFailures(rows)
  console.log(`\n${writeTable(rows)}\n\n${failures}${writeClosing(rows)}`)
  return rows.length > 0 && failures === '' ? 0 : 1
}

function isLevel(word: string): word is Level {
  return word === 'quick' || word === 'base' || word === 'all'
}

async function runLevel(level: Level, names: readonly string[]): Promise<Row[]> {
  const beginMs = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'saf-edge-runtimes-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const shop = openWorkshop(folder)
  const emulators = await startEmulators()
  const chosen = runtimes.filter(({ name }) => names.length === 0 || names.includes(name))
  const jobs = chosen.flatMap((runtime) =>
    (runtime.forms[level] ?? []).map((form): Job => ({ runtime, form })),
  )
  try {
    // A run waits most of its time: for timers, and for deadlines that pass.
    return await mapInParallel(jobs, 3 * availableParallelism(), async ({ runtime, form }) => {
      const order = JSON.stringify({ runtime: runtime.name, endpoints: emulators.endpoints })
      const startedMs = performance.now()
      const leftMs = TIMEOUT_MS - (startedMs - beginMs)
      const report = await runJob(runtime, leftMs, () => runtime.command({ form, order, shop }))
      const seconds = (performance.now() - startedMs) / 1000
      const row = { runtime: runtime.name, form, seconds, report }
      console.log(writeRow(row))
      return row
    })
  } finally {
    emulators.stop()
    await shop.close()
  }
}

/** A runtime that does not start, ends badly or reports nothing is one failure. */
async function runJob(
  { name }: Runtime,
  leftMs: number,
  prepare: () => ReturnType<Runtime['command']>,
): Promise<Report> {
  try {
    if (leftMs < 0) throw new Error('not started: the matrix ran out of time')
    const { stdout } = await run(await prepare())
    const line = stdout.split('\n').find((text) => text.startsWith('{"runtime":'))
    if (line === undefined) throw new Error(`printed no report: ${stdout.slice(-500)}`)
    return JSON.parse(line) as Report // why: report.ts wrote it
  } catch (error) {
    const failures = [{ name: 'runtime', message: String(error) }]
    return { runtime: name, passed: 0, failed: 1, skipped: 0, failures, suites: {} }
  }
}

/** Maps a list with at most so many at a time; the results keep its order. */
async function mapInParallel<T, R>(
  items: readonly T[],
  atATime: number,
  map: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  const queue = items.entries()
  const work = async (): Promise<void> => {
    for (const [at, item] of queue) results[at] = await map(item)
  }
  await Promise.all(Array.from({ length: atATime }, work))
  return results
}
