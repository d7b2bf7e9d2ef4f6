/**
 * Driver of Cloudflare's Vitest integration: one test, which prints the report.
 */
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import * as lib from './library.ts'
import { report } from './report.ts'

it('runs the contract', { timeout: 60_000 }, async () => {
  const line = await report(JSON.parse(env.ORDER), lib)
  console.log(line)
  expect(JSON.parse(line).passed).toBeGreaterThan(0)
})
