/**
 * What every driver does: runs the suites on the library it loaded, less what the support table
 * excepts, and counts.
 *
 * @module
 */
import type { Library, NamedSuite, Suite } from '../suite/harness.ts'
import { suites } from '../suite/index.ts'
import { run } from '../suite/run.ts'
import type { Failure } from '../suite/run.ts'
import { sockets } from '../suite/sockets.ts'
import type { Endpoints } from '../suite/sockets.ts'
import { concerns, exceptions } from './support.ts'
import type { Exception } from './support.ts'

/** What a driver was asked to do. */
export interface Order {
  /** As the support table calls it, such as `workerd`. */
  readonly runtime: string
  /** Running emulators, for the suite over sockets. */
  readonly endpoints: Endpoints
}

/** How many tests came to what; a suite that is excepted whole counts as one. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** A driver's whole output, as one line of JSON. */
export interface Report extends Counts {
  readonly runtime: string
  readonly failures: readonly Failure[]
  readonly suites: Readonly<Record<string, Counts>>
}

/** A test that takes longer hangs; saying which one beats ending the whole runtime. */
const TEST_TIMEOUT_MS = 20_000

/** Runs every suite, and writes the report as one line. */
export async function report(
  { runtime, endpoints }: Order,
  lib: Library,
  table: readonly Exception[] = exceptions,
): Promise<string> {
  const rows = table.filter((row) => row.runtime === runtime)
  const used = new Set<Exception>()
  const all = [
    ...suites,
    { name: 'sockets', suite: sockets(endpoints), waits: /the deadline ends/ },
  ].map((named) => {
    const found = rows.filter((row) => concerns(row, named.name))
    const whole = found.find(({ tests }) => !tests)
    if (whole) used.add(whole)
    return { named, whole, ...except(named, found, used) }
  })
  const chosen = all.filter(({ whole }) => !whole)
  const summary = await run(
    chosen.map(({ named, suite }) => ({ ...named, suite })),
    lib,
  )
  const counts: Record<string, Counts> = {}
  for (const { named, whole, titles } of all) {
    const { passed, failed } = summary.suites[named.name] ?? { passed: 0, failed: 0 }
    const skipped = whole ? 1 : titles.size
    counts[named.name] = { passed: passed - titles.size, failed, skipped }
  }
  const failures = [...summary.failures]
  for (const { reason } of rows.filter((row) => !used.has(row))) {
    failures.push({ name: 'support table', message: `nothing to except because "${reason}"` })
  }
  const sum = (key: keyof Counts): number =>
    Object.values(counts).reduce((total, one) => total + one[key], 0)
  const totals = { passed: sum('passed'), failed: failures.length, skipped: sum('skipped') }
  return JSON.stringify({ runtime, ...totals, failures, suites: counts } satisfies Report)
}

/** A suite whose excepted tests do nothing. They stay registered: names must not come twice. */
function except(
  { suite }: NamedSuite,
  rows: readonly Exception[],
  used: Set<Exception>,
): { readonly titles: ReadonlySet<string>; readonly suite: Suite } {
  const titles = new Set<string>()
  const reduced: Suite = (test, lib) =>
    suite((title, body) => {
      const row = rows.find(({ tests }) => tests?.test(title))
      if (!row) return test(title, () => limit(body))
      used.add(row)
      titles.add(title)
      return test(title, () => {})
    }, lib)
  return { titles, suite: reduced }
}

async function limit(body: () => void | Promise<void>): Promise<void> {
  // A bare engine has no timers.
  if (!('setTimeout' in globalThis)) return body()
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    await Promise.race([
      body(),
      new Promise<never>((_, reject) => {
        const late = (): void => reject(new Error(`takes longer than ${TEST_TIMEOUT_MS} ms`))
        timer = setTimeout(late, TEST_TIMEOUT_MS)
      }),
    ])
  } finally {
    clearTimeout(timer)
  }
}
