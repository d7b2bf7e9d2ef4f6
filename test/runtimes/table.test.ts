import { expect, it } from 'vitest'
import { writeClosing, writeFailures, writeRow, writeTable } from './table.ts'
import type { Row } from './table.ts'

const failure = { name: 'sign: encodes *', message: 'expected "%2A", got "*"' }

const rows: readonly Row[] = [
  row('node', { sign: { passed: 20, failed: 0, skipped: 0 } }),
  row('bun', { sign: { passed: 17, failed: 1, skipped: 2 } }, [failure]),
  row(
    'quickjs',
    { sign: { passed: 19, failed: 1, skipped: 0 }, client: { passed: 0, failed: 0, skipped: 1 } },
    [failure],
  ),
]

it('table: has a row per run and a column per suite, with what failed and what cannot exist', () => {
  expect(writeTable(rows)).toBe(
    [
      'runtime  library      sign  client    s',
      'node     src            20          1.5',
      'bun      src      17 1✗ 2-          1.5',
      'quickjs  src         19 1✗       -  1.5',
    ].join('\n'),
  )
})

it('table: names a failure once, with every run that met it', () => {
  expect(writeFailures(rows)).toBe(
    'FAILED sign: encodes *\n  expected "%2A", got "*"\n  on bun src, quickjs src\n',
  )
})

it('table: ends with the sum over all runs', () => {
  expect(writeClosing(rows)).toBe('56 passed, 2 failed, 3 skipped')
})

it('table: says how one run went', () => {
  expect(rows.map(writeRow)[1]).toBe('bun src: 17 passed, 1 failed, 2 skipped (1.5 s)')
})

function row(
  runtime: string,
  suites: Row['report']['suites'],
  failures: Row['report']['failures'] = [],
): Row {
  const sum = (key: 'passed' | 'failed' | 'skipped'): number =>
    Object.values(suites).reduce((total, counts) => total + counts[key], 0)
  const totals = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
  return { runtime, form: 'src', seconds: 1.5, report: { runtime, ...totals, failures, suites } }
}
