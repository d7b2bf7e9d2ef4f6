/**
 * Runs suites without a runner: what a driver calls where there is none.
 *
 * @module
 */
import type { Library, NamedSuite } from './harness.ts'

/** One test that failed. */
export interface Failure {
  /** `suite: test`. */
  readonly name: string
  readonly message: string
}

/** How many tests came to what. */
export interface Tally {
  readonly passed: number
  readonly failed: number
}

/** What a run came to. */
export interface Summary extends Tally {
  readonly failures: readonly Failure[]
  /** The same by suite. */
  readonly suites: Readonly<Record<string, Tally>>
}

/** One test of a suite. */
export interface Registered {
  readonly suite: string
  /** `suite: test`. */
  readonly name: string
  readonly body: () => void | Promise<void>
  /** It may run beside others that wait. */
  readonly waits: boolean
}

/** How many tests wait side by side. */
const AT_A_TIME = 12

/**
 * Runs every test of every suite: first those that wait, side by side, then the others one after the
 * other, in order.
 *
 * A suite that registers nothing counts as a failure, and so does a name that comes twice: both
 * hide tests.
 *
 * @param suites - The suites to run.
 * @param lib - The library they run on.
 * @returns The counts, in all and by suite, and each failure with its message. Never rejects for a failing test.
 */
export async function run(suites: readonly NamedSuite[], lib: Library): Promise<Summary> {
  const tests = collect(suites, lib)
  const failures: Failure[] = []
  const tallies: Record<string, { passed: number; failed: number }> = {}
  const runAll = async (queue: Iterable<Registered>): Promise<void> => {
    for (const { suite, name, body } of queue) {
      const tally = (tallies[suite] ??= { passed: 0, failed: 0 })
      try {
        await body()
        tally.passed++
      } catch (error) {
        tally.failed++
        failures.push({ name, message: error instanceof Error ? error.message : String(error) })
      }
    }
  }
  const waiting = tests.filter(({ waits }) => waits).values()
  await Promise.all(Array.from({ length: AT_A_TIME }, () => runAll(waiting)))
  await runAll(tests.filter(({ waits }) => !waits))
  const passed = tests.length - failures.length
  return { passed, failed: failures.length, failures, suites: tallies }
}

/** Collects the tests of suites, in order; what hides tests becomes a test that fails. */
export function collect(suites: readonly NamedSuite[], lib: Library): Registered[] {
  return suites.flatMap((named) => collectSuite(named, lib))
}

function collectSuite({ name, suite, waits }: NamedSuite, lib: Library): Registered[] {
  const tests = new Map<string, Registered['body']>()
  const broken = (message: string): void => {
    tests.set(message, () => {
      throw new Error(message)
    })
  }
  try {
    suite((title, body) => {
      if (tests.has(title)) broken(`two tests are called "${title}"`)
      else tests.set(title, body)
    }, lib)
    if (tests.size === 0) broken('the suite has no tests')
  } catch (error) {
    broken(`the suite cannot be registered: ${String(error)}`)
  }
  return [...tests].map(([title, body]) => {
    return { suite: name, name: `${name}: ${title}`, body, waits: waits?.test(title) ?? false }
  })
}
