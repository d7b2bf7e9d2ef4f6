/**
 * Vitest inside workerd, as Cloudflare integrates it. The order comes as an environment variable.
 */
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import process from 'node:process'
import { defineConfig } from 'vitest/config'

const miniflare = {
  // It would ask Cloudflare for a sample of it.
  cf: false,
  compatibilityDate: '2026-10-01',
  bindings: { ORDER: process.env.ORDER },
}

// oxlint-disable-next-line import/no-default-export -- why: Vitest asks for it
export default defineConfig({
  plugins: [cloudflareTest({ miniflare })],
  test: { root: import.meta.dirname, include: ['cloudflare.test.mjs'] },
})
