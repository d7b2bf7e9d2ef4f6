/**
 * What is mutated, and by which tests it is judged.
 */
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// oxlint-disable-next-line import/no-default-export -- why: Stryker asks for it
export default {
  mutate: ['src/saf/face-verify.ts', 'src/transport/{network,retry}.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  // Neither is needed, and it cannot read a tsconfig.json without TypeScript 5.
  ignorePatterns: ['dist', 'playground', 'tsconfig.json', 'test/tsconfig.json'],
  tsconfigFile: 'none',
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  reporters: ['json', 'clear-text'],
  clearTextReporter: { allowColor: false, logTests: false, reportScoreTable: false },
  jsonReporter: { fileName: 'node_modules/.cache/mutation.json' },
  tempDirName: join(tmpdir(), 'saf-edge-mutation'),
  disableTypeChecks: false,
  allowConsoleColors: false,
}
