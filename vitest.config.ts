import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import type { TestProjectInlineConfiguration } from 'vitest/config'

type ProjectConfig = NonNullable<TestProjectInlineConfiguration['test']>

// Set before the workers start: no test may depend on where the machine stands.
process.env['TZ'] = 'Asia/Shanghai'

const PAGE = ['test/**/*.page.test.ts']

/** The contract suite; `npm test` runs it on the runtimes instead. */
const SUITE = ['test/unit/suite.test.ts']

/** Takes part of a minute by itself: run by `npm run test:all`. */
const SOAK = [
  'test/fuzz/{soak,soak-replay}.test.ts',
  'test/fuzz/memory.test.ts',
  'test/package/{publish,types-*}.test.ts',
  'test/unit/emulator/test-faces.test.ts',
  'test/interop/hosts.test.ts',
  'test/unit/handler/attack.test.ts',
  'test/unit/sign/{differential,explain-cost}.test.ts',
  'test/unit/words-guides.test.ts',
]

/** Starts a process for each test: run by `npm run test:scale`. */
const BATCH = ['test/unit/cli/verify-batch.test.ts']

/** Builds, starts processes, or draws thousands of inputs: left out of `npm run test:quick`. */
const SLOW = [
  'test/fuzz/{emulator,properties}.test.ts',
  'test/interop/*.test.ts',
  'test/package/{dist,size,tarball}.test.ts',
  'test/playground/{build,snippets}.test.ts',
  'test/runtimes/child.test.ts',
  'test/types/completion.test.ts',
  'test/unit/cli/*.test.ts',
  'test/unit/credentials/workerd.test.ts',
  'test/unit/batch/resume.test.ts',
  'test/unit/emulator/{faults,fetch,http}.test.ts',
  'test/unit/examples.test.ts',
  'test/unit/ky/signed-ky.test.ts',
  'test/unit/limiter/{memory,redis}.test.ts',
  'test/unit/reference/prng.test.ts',
  'test/unit/sign/{encode-form,explain,properties}.test.ts',
  'test/unit/playground-programs.test.ts',
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
      project({
        name: 'node',
        include: ['test/**/*.test.ts'],
        exclude: [...APART, ...BATCH, ...PAGE, ...SLOW, ...SOAK, ...SUITE],
      }),
      project({ name: 'slow', include: SLOW, exclude: [...APART, ...BATCH, ...SOAK] }),
      project({ name: 'batch', include: BATCH }),
      project({ name: 'suite', include: SUITE }),
      // One of them measures memory.
      project({ name: 'soak', include: SOAK, isolate: true, testTimeout: testTimeout * 4 }),
      project({ name: 'page', include: PAGE, environment: 'happy-dom' }),
    ],
  },
})

/** Files of a project share their workers: what they change outside themselves they put back. */
function project(options: ProjectConfig) {
  const expect = { poll: { timeout: testTimeout / 2 } }
  const defaults = { environment: 'node', exclude: APART, isolate: false, testTimeout, expect }
  return { test: { ...defaults, ...options } }
}
