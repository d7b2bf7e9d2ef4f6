/**
 * The orchestrator: for each runtime it opens a server per row, has the driver make the calls,
 * judges, prints one table and keeps it in README.md.
 *
 * @module
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { run } from '../runtimes/child.ts'
import { installPrivate } from '../runtimes/install.ts'
import { ROOT } from '../runtimes/project.ts'
import { serveProject } from '../runtimes/site.ts'
import { cases, describe, LONG_MS, SHORT_MS } from './cases.ts'
import type { Case } from './cases.ts'
import type { CallOrder, Seen } from './driver.ts'
import { bundleDrivers, runtimes } from './hosts.ts'
import type { Runtime, Start } from './hosts.ts'
import { installDeno } from './install.ts'
import { findDifferences, findWanted, judge } from './judge.ts'
import type { Wanted } from './judge.ts'
import { writeReadme } from './readme.ts'
import { openServer } from './server.ts'
import type { FaultServer } from './server.ts'
import { differences } from './support.ts'
import type { Difference } from './support.ts'
import { writeTable } from './table.ts'
import type { Shown } from './table.ts'

/** What a runtime came to. */
interface Column {
  readonly name: string
  readonly cells: ReadonlyMap<Case, Shown>
  readonly passed: number
  readonly failures: readonly string[]
}

/** Runtimes at a time: they wait for most of their time. */
const AT_A_TIME = 2

/** Does what the command line says and returns the exit code. */
export async function main(names: readonly string[]): Promise<number> {
  const unknown = names.find((name) => !runtimes.some((runtime) => runtime.name === name))
  if (unknown !== undefined) {
    const known = runtimes.map(({ name }) => name).join(', ')
    console.error(`faults: expected names of runtimes (${known}), got ${unknown}`)
    return 2
  }
  if (await installPrivate()) console.log('faults: installed the packages of test/runtimes')
  if (await installDeno()) console.log('faults: installed the second Deno')
  const chosen = runtimes.filter(({ name }) => names.length === 0 || names.includes(name))
  const used = new Set<Difference>()
  const columns = await runAll(chosen, used)
  const stale = differences.filter(
    (difference) =>
      !used.has(difference) && difference.runtimes.every((name) => isIn(name, chosen)),
  )
  const failures = [
    ...columns.flatMap((column) => column.failures),
    ...stale.map(({ reason }) => `support table: nothing differs because "${reason}"`),
  ]
  const byName = new Map(columns.map((column) => [column.name, column]))
  const table = writeTable(
    cases,
    columns.map(({ name }) => name),
    (row, name) => byName.get(name)?.cells.get(row),
  )
  // A table of some runtimes, or of a failure, is not worth keeping.
  if (failures.length === 0 && chosen.length === runtimes.length) {
    writeFileSync(join(ROOT, 'test/faults/README.md'), writeReadme(table))
  }
  const passed = columns.reduce((total, column) => total + column.passed, 0)
  console.log(`\n${table}\n`)
  if (failures.length > 0) console.log(`${failures.map((text) => `FAILED ${text}`).join('\n')}\n`)
  console.log(`${passed} passed, ${failures.length} failed, 0 skipped`)
  return failures.length === 0 ? 0 : 1
}

function isIn(name: string, chosen: readonly Runtime[]): boolean {
  return chosen.some((runtime) => runtime.name === name)
}

async function runAll(chosen: readonly Runtime[], used: Set<Difference>): Promise<Column[]> {
  const folder = mkdtempSync(join(tmpdir(), 'saf-edge-faults-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const drivers = await bundleDrivers(folder)
  const site = await serveProject()
  const columns: Column[] = []
  const queue = chosen.entries()
  const work = async (): Promise<void> => {
    for (const [at, runtime] of queue) {
      const column = await runOne(runtime, { folder, drivers, origin: site.origin }, used)
      console.log(`${runtime.name}: ${column.passed} passed, ${column.failures.length} failed`)
      columns[at] = column
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_A_TIME }, work))
  } finally {
    site.stop()
  }
  return columns
}

/** A runtime that does not start, ends badly or reports nothing is one failure. */
async function runOne(
  runtime: Runtime,
  start: Omit<Start, 'order'>,
  used: Set<Difference>,
): Promise<Column> {
  const { name, isRecipe = false } = runtime
  const wanted = cases.map((row) => {
    const found = findDifferences({ runtime: name, row }, differences)
    found.forEach((difference) => used.add(difference))
    return findWanted(row, found)
  })
  const servers = await Promise.all(cases.map(openServer))
  const calls = cases.map((row, at) => orderCall(row, wanted[at], servers[at]))
  try {
    const seen = await makeCalls(runtime, { ...start, order: JSON.stringify({ isRecipe, calls }) })
    return judgeAll({ name, isRecipe, wanted, servers, calls, seen })
  } catch (error) {
    return { name, cells: new Map(), passed: 0, failures: [`${name}: ${String(error)}`] }
  } finally {
    servers.forEach((server) => server.stop())
  }
}

function orderCall(
  row: Case,
  wanted: Wanted | undefined,
  server: FaultServer | undefined,
): CallOrder {
  const isStalled = wanted?.expect.startsWith('TIMEOUT') ?? false
  return {
    port: server?.port ?? 0,
    timeoutMs: isStalled ? SHORT_MS : LONG_MS,
    ...(row.connection === 'reused' && { warmUp: row.moment === 'idle' ? 'idle' : 'short' }),
    isLarge: row.moment === 'part',
    isReplayed: row.isReplayed,
  }
}

async function makeCalls(runtime: Runtime, start: Start): Promise<Seen[]> {
  const { stdout } = await run(runtime.command(start))
  const line = stdout.split('\n').find((text) => text.startsWith('{"seen":'))
  if (line === undefined) throw new Error(`printed no report: ${stdout.slice(-500)}`)
  return (JSON.parse(line) as { seen: Seen[] }).seen // why: driver.ts wrote it
}

interface Columned {
  readonly name: string
  readonly isRecipe: boolean
  readonly wanted: readonly Wanted[]
  readonly servers: readonly FaultServer[]
  readonly calls: readonly CallOrder[]
  readonly seen: readonly Seen[]
}

function judgeAll({ name, isRecipe, wanted, servers, calls, seen }: Columned): Column {
  const cells = new Map<Case, Shown>()
  const failures: string[] = []
  let passed = 0
  for (const [at, row] of cases.entries()) {
    const account = servers[at]?.account
    const one = seen[at]
    const want = wanted[at]
    if (!account || !one || !want) throw new Error('a row was not reported')
    cells.set(row, { result: one.result, deliveries: account.deliveries.length })
    const timeoutMs = calls[at]?.timeoutMs ?? 0
    const wrong = judge({ runtime: name, isRecipe, row, seen: one, account, timeoutMs }, want)
    if (wrong.length === 0) passed++
    const title = `${name}, ${row.connection}, ${row.moment}, ${describe(row)}`
    if (wrong.length > 0) failures.push(`${title}: ${wrong.join('; ')}`)
  }
  return { name, cells, passed, failures }
}
