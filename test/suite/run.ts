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

/** What a run came to. */
export interface Summary {
  readonly passed: number
  readonly failed: number
  readonly failures: readonly Failure[]
}

interface Registered {
  readonly name: string
  readonly body: () => void | Promise<void>
}

/**
 * Runs every test of every suite, one after the other, in order.
 *
 * A suite that registers nothing counts as a failure, and so does a name that comes twice: both
 * hide tests.
 *
 * @param suites - The suites to run.
 * @param lib - The library they run on.
 * @returns The counts, and each failure with its message. Never rejects for a failing test.
 */
export async function run(suites: readonly NamedSuite[], lib: Library): Promise<Summary> {
  const failures: Failure[] = []
  let passed = 0
  for (const { name, body } of suites.flatMap((named) => collect(named, lib))) {
    try {
      await body()
      passed++
    } catch (error) {
      failures.push({ name, message: error instanceof Error ? error.message : String(error) })
    }
  }
  return { passed, failed: failures.length, failures }
}

function collect({ name, suite }: NamedSuite, lib: Library): Registered[] {
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
  return [...tests].map(([title, body]) => ({ name: `${name}: ${title}`, body }))
}
