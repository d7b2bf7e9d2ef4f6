import { expect, it } from 'vitest'
import { suites } from '../suite/index.ts'
import * as lib from './library.ts'
import { report } from './report.ts'
import type { Report } from './report.ts'
import type { Exception } from './support.ts'

const NOWHERE = 'http://127.0.0.1:9'
const order = {
  runtime: 'here',
  endpoints: { endpoint: NOWHERE, silent: NOWHERE, stalled: NOWHERE },
}
const others = { allBut: ['error'] }
/** Every suite but one, and the suite over sockets. */
const countOthers = suites.length

/** Runs the suite of errors alone, as the whole of every other is excepted. */
async function run(...rows: readonly Omit<Exception, 'runtime' | 'reason'>[]): Promise<Report> {
  const table = [{ suites: others }, ...rows].map((row, at) => {
    return { ...row, runtime: 'here', reason: `reason ${at}` }
  })
  return JSON.parse(await report(order, lib, table)) as Report // why: report.ts wrote it
}

it('report: a suite that is excepted whole counts as one skipped test', async () => {
  const { failed, failures, skipped, suites: counts } = await run()
  expect({ failed, failures, skipped }).toEqual({ failed: 0, failures: [], skipped: countOthers })
  expect(counts['sign']).toEqual({ passed: 0, failed: 0, skipped: 1 })
  expect(counts['error']?.passed).toBeGreaterThan(10)
})

it('report: excepted tests are skipped, and no others', async () => {
  const all = (await run()).suites['error']?.passed ?? 0
  const { suites: counts } = await run({ suites: ['error'], tests: /wrong secret, echoed/ })
  expect(counts['error']).toEqual({ passed: all - 1, failed: 0, skipped: 1 })
})

it('report: an exception that excepts nothing is a failure', async () => {
  const { failed, failures } = await run({ suites: ['error'], tests: /no test is called so/ })
  expect(failed).toBe(1)
  expect(failures[0]?.name).toBe('support table')
  expect(failures[0]?.message).toContain('reason 1')
})

it('report: a library that is broken fails, with the name of the suite and the test', async () => {
  const table = [{ runtime: 'here', suites: others, reason: 'not now' }]
  const broken = { ...lib, main: { ...lib.main, isSafError: () => false } }
  const { failed, failures } = JSON.parse(await report(order, broken as never, table)) as Report
  expect(failed).toBeGreaterThan(0)
  expect(failures[0]?.name).toMatch(/^error: /)
})
