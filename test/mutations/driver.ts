/**
 * Runs the contract suite up to its first failure, which it prints as one line of JSON.
 *
 * @module
 */
import process from 'node:process'
import * as lib from '../runtimes/library.ts'
import { suites } from '../suite/index.ts'
import { collect } from '../suite/run.ts'
import type { Registered } from '../suite/run.ts'

/** A broken library may hang. */
const TEST_TIMEOUT_MS = 5000

const tests = collect(suites, lib)
const waiting = tests.filter(({ waits }) => waits)
// What waits comes last: most mutations are seen before.
for (const test of tests) if (!test.waits) await runTest(test)
await Promise.all(waiting.map(runTest))
end({ passed: tests.length })

async function runTest({ name, body }: Registered): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('hangs')), TEST_TIMEOUT_MS)
  })
  try {
    await Promise.race([body(), late])
  } catch (error) {
    end({ failed: name, message: String(error).slice(0, 300) })
  } finally {
    clearTimeout(timer)
  }
}

function end(report: object): never {
  process.stdout.write(`${JSON.stringify(report)}\n`)
  process.exit()
}
