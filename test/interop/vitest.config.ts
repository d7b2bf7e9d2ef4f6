import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// What needs the vendor's SDKs; the replay of what they sent runs with all other tests.
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    include: ['*.vendor.test.ts'],
    globalSetup: ['./install.ts'],
    reporters: ['default', '../closing-line.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
