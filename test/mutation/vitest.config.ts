import { defineConfig } from 'vitest/config'

/** The tests that judge the mutants. */
// oxlint-disable-next-line import/no-default-export -- why: Vitest asks for it
export default defineConfig({
  test: {
    include: [
      'test/fuzz/properties.test.ts',
      'test/mutation/verdicts.ts',
      'test/unit/saf/face-verify.test.ts',
      'test/unit/transport/{network,retry}.test.ts',
    ],
  },
})
