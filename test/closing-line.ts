/**
 * A Vitest reporter that ends the output with one line: `N passed, N failed, N skipped`.
 *
 * A file that does not load counts as one failure, and so does an error outside every test.
 *
 * @module
 */
import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/** Counts the finished tests and prints the closing line. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(
    modules: ReadonlyArray<TestModule>,
    unhandledErrors: ReadonlyArray<SerializedError>,
  ): void {
    let passed = 0
    let failed = unhandledErrors.length
    let skipped = 0
    for (const module of modules) {
      failed += module.errors().length
      for (const suite of module.children.allSuites()) failed += suite.errors().length
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') passed += 1
        else if (state === 'skipped') skipped += 1
        else failed += 1
      }
    }
    process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`)
  }
}
