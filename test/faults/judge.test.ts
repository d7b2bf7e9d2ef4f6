import { expect, it } from 'vitest'
import { ANSWERS, RESETS } from './acts.ts'
import { cases } from './cases.ts'
import type { Case } from './cases.ts'
import { findDifferences, findWanted, judge } from './judge.ts'
import type { Cell } from './judge.ts'
import { differences } from './support.ts'
import { writeTable } from './table.ts'

const ROW: Case = {
  connection: 'fresh',
  moment: 'read',
  acts: [RESETS],
  expect: 'NETWORK unknown',
  deliveries: 1,
  isReplayed: false,
}
const SEEN: Cell['seen'] = {
  result: 'TransportError ERR_SAF_NETWORK unknown',
  nonces: ['n1'],
  elapsedMs: 20,
  lateMs: -980,
  next: 'ok',
}
const ACCOUNT: Cell['account'] = { deliveries: ['n1'], acted: [false], strangers: 0 }

function judgeWith({ row = {}, seen = {}, account = {}, isRecipe = false }): string {
  const whole = { ...ROW, ...row }
  const cell = {
    runtime: 'node24',
    isRecipe,
    row: whole,
    seen: { ...SEEN, ...seen },
    account: { ...ACCOUNT, ...account },
    timeoutMs: 1000,
  }
  return judge(cell, findWanted(whole, [])).join('; ')
}

it('faults: a cell that shows what its row says is right', () => {
  expect(judgeWith({})).toBe('')
})

it.each([
  ['another code', { seen: { result: 'TransportError ERR_SAF_TIMEOUT unknown' } }, 'expected Tr'],
  ['another class', { seen: { result: 'ResponseError ERR_SAF_NETWORK unknown' } }, 'expected Tr'],
  ['not-executed', { seen: { result: 'TransportError ERR_SAF_NETWORK not-executed' } }, 'said not'],
  ['a second delivery', { account: { deliveries: ['n1', 'n1'] } }, '1 deliveries, got 2'],
  ['no delivery', { account: { deliveries: [] } }, '1 deliveries, got 0'],
  ['a strange nonce', { account: { deliveries: ['n2'] } }, 'did not draw'],
  ['two nonces', { seen: { nonces: ['n1', 'n2'] }, account: { deliveries: ['n1', 'n2'] } }, 'two'],
  ['a late end', { seen: { elapsedMs: 1251, lateMs: 0 } }, '251 ms longer'],
  ['a followed redirect', { account: { strangers: 1 } }, 'followed'],
  ['a wrong premise', { account: { acted: [true] } }, 'premise'],
  ['an unused connection', { row: { connection: 'reused' } }, 'premise'],
  ['a poisoned next call', { seen: { next: 'the answer of another call' } }, 'next call'],
])('faults: %s is wrong', (_, change, message) => {
  expect(judgeWith(change)).toContain(message)
})

it('faults: an answer must be that of the call', () => {
  const row: Partial<Case> = { acts: [ANSWERS], expect: 'ok' }
  expect(judgeWith({ row, seen: { result: 'ok', requestId: 'n1' } })).toBe('')
  expect(judgeWith({ row, seen: { result: 'ok', requestId: 'n2' } })).toContain('another call')
})

it('faults: what a busy machine adds to a plain timer does not count', () => {
  expect(judgeWith({ seen: { elapsedMs: 1400, lateMs: 200 } })).toBe('')
})

it('faults: by the recipe no connection is reused', () => {
  expect(judgeWith({ row: { connection: 'reused' }, isRecipe: true })).toBe('')
})

it('faults: every difference of the support table concerns a row', () => {
  for (const difference of differences) {
    for (const runtime of difference.runtimes) {
      const rows = cases.filter((row) => findDifferences({ runtime, row }, [difference]).length > 0)
      expect(rows.length, `${runtime}: ${difference.reason}`).toBeGreaterThan(0)
    }
  }
})

it('faults: only a row that says so may have more deliveries than one', () => {
  const more = cases.filter(({ deliveries }) => deliveries > 1)
  expect(more.every(({ isReplayed }) => isReplayed)).toBe(true)
})

it('faults: rows that differ in the connection only, and agree, are one line', () => {
  const rows: Case[] = [ROW, { ...ROW, connection: 'reused' }]
  const shown = { result: SEEN.result, deliveries: 1 }
  const table = writeTable(rows, ['node24'], () => shown)
  expect(table.split('\n')[2]).toMatch(/^\| fresh, reused \| .* \| NETWORK \| unknown 1 \|$/)
  const apart = writeTable(rows, ['node24'], ({ connection }) => ({
    ...shown,
    deliveries: connection === 'fresh' ? 1 : 2,
  }))
  expect(apart.split('\n')).toHaveLength(4)
})
