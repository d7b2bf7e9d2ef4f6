import { defineConfig } from 'vitest/config'

// Set before the workers start: no test may depend on where the machine stands.
process.env['TZ'] = 'Asia/Shanghai'

export default defineConfig({
  test: {
    reporters: ['default', './test/closing-line.ts'],
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/unit/**/*.test.ts', 'test/package/**/*.test.ts', 'test/fuzz/**/*.test.ts', 'test/interop/**/*.test.ts'],
          exclude: ['**/*.page.test.ts', '**/*.vendor.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'page',
          environment: 'happy-dom',
          include: ['test/unit/**/*.page.test.ts'],
        },
      },
    ],
  },
})
