import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// Set before the workers start: no test may depend on where the machine stands.
process.env['TZ'] = 'Asia/Shanghai'

const PAGE = ['test/**/*.page.test.ts']

/** Takes part of a minute by itself: run by `npm run test:all`. */
const SOAK = ['test/fuzz/memory.test.ts']

/** Builds, starts processes, or draws thousands of inputs: left out of `npm run test:quick`. */
const SLOW = [
  'test/fuzz/emulator.test.ts',
  'test/interop/*.test.ts',
  'test/package/{dist,tarball}.test.ts',
  'test/runtimes/child.test.ts',
  'test/unit/cli/*.test.ts',
  'test/unit/emulator/test-faces.test.ts',
  'test/unit/examples.test.ts',
  'test/unit/reference/prng.test.ts',
  'test/unit/sign/{differential,encode-form,explain}.test.ts',
]

/** Has packages and a command of its own. */
const APART = ['**/node_modules/**', 'test/**/*.vendor.test.ts']

/** Far more than any test needs, since several share a core. */
const testTimeout = 30_000

export default defineConfig({
  test: {
    // One more than cores: many tests wait, for timers and for processes.
    maxWorkers: availableParallelism() + 1,
    reporters: ['default', './test/closing-line.ts'],
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          testTimeout,
          include: ['test/**/*.test.ts'],
          exclude: [...APART, ...PAGE, ...SLOW, ...SOAK],
        },
      },
      { test: { name: 'slow', environment: 'node', testTimeout, include: SLOW, exclude: APART } },
      { test: { name: 'soak', environment: 'node', include: SOAK } },
      { test: { name: 'page', environment: 'happy-dom', include: PAGE, exclude: APART } },
    ],
  },
})
