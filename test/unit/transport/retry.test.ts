/**
 * The table of what is tried again (design section 4), row by row.
 *
 * @module
 */
import { describe, expect, test } from 'vitest'
import type { Again } from '../../../src/flow.ts'
import { decideRetry } from '../../../src/transport/retry.ts'
import type { Retry, RetryRules, RetryState } from '../../../src/transport/retry.ts'

const STATE: RetryState = {
  attempts: 1,
  isUnknown: false,
  done: new Set(),
  ageMs: 0,
  remainingMs: 15_000,
  random: 0.5,
}
const RULES: RetryRules = {
  maxAttempts: 3,
  ambiguous: 'fail',
  quota: false,
  internal: false,
  canRefresh: false,
}

interface Row {
  readonly what: string
  readonly again: Again | undefined
  readonly state?: Partial<RetryState>
  readonly rules?: Partial<RetryRules>
  readonly expected: Retry | undefined
}

const ROWS: readonly Row[] = [
  { what: 'a failure that allows nothing', again: undefined, expected: undefined },
  {
    what: 'unsent, first time',
    again: { kind: 'unsent' },
    expected: { kind: 'unsent', waitMs: 25 },
  },
  {
    what: 'unsent, second time: the wait doubles',
    again: { kind: 'unsent' },
    state: { attempts: 2 },
    expected: { kind: 'unsent', waitMs: 50 },
  },
  {
    what: 'unsent, third time',
    again: { kind: 'unsent' },
    state: { attempts: 3 },
    expected: undefined,
  },
  {
    what: 'ambiguous by default',
    again: { kind: 'ambiguous' },
    expected: undefined,
  },
  {
    what: 'ambiguous with replay',
    again: { kind: 'ambiguous' },
    rules: { ambiguous: 'replay' },
    expected: { kind: 'ambiguous', waitMs: 200 },
  },
  {
    what: 'ambiguous with replay, after an unknown attempt',
    again: { kind: 'ambiguous' },
    state: { attempts: 2, isUnknown: true },
    rules: { ambiguous: 'replay' },
    expected: undefined,
  },
  {
    what: 'ambiguous with replay, five minutes after signing',
    again: { kind: 'ambiguous' },
    state: { ageMs: 300_000, remainingMs: 1_000_000 },
    rules: { ambiguous: 'replay' },
    expected: undefined,
  },
  {
    what: 'throttled without a wish of the server',
    again: { kind: 'throttled', afterMs: 0 },
    expected: { kind: 'throttled', waitMs: 500 },
  },
  {
    what: 'throttled with a longer wish',
    again: { kind: 'throttled', afterMs: 3000 },
    expected: { kind: 'throttled', waitMs: 3000 },
  },
  {
    what: 'throttled with a shorter wish',
    again: { kind: 'throttled', afterMs: 100 },
    state: { attempts: 2 },
    expected: { kind: 'throttled', waitMs: 1000 },
  },
  {
    what: 'throttled with a wish beyond the deadline',
    again: { kind: 'throttled', afterMs: 15_000 },
    expected: undefined,
  },
  {
    what: 'throttled after an attempt that may have run',
    again: { kind: 'throttled' },
    state: { attempts: 2, isUnknown: true },
    expected: undefined,
  },
  {
    what: 'a wrong clock, first time',
    again: { kind: 'skew' },
    expected: { kind: 'skew', waitMs: 0 },
  },
  {
    what: 'a wrong clock, second time',
    again: { kind: 'skew' },
    state: { attempts: 2, done: new Set(['skew'] as const) },
    expected: undefined,
  },
  {
    what: 'an expired token without a function for others',
    again: { kind: 'token' },
    expected: undefined,
  },
  {
    what: 'an expired token with one',
    again: { kind: 'token' },
    rules: { canRefresh: true },
    expected: { kind: 'token', waitMs: 0 },
  },
  {
    what: 'an expired token, second time',
    again: { kind: 'token' },
    state: { attempts: 2, done: new Set(['token'] as const) },
    rules: { canRefresh: true },
    expected: undefined,
  },
  { what: 'a quota by default', again: { kind: 'quota' }, expected: undefined },
  {
    what: 'a quota with quota: true',
    again: { kind: 'quota' },
    rules: { quota: true },
    expected: { kind: 'quota', waitMs: 1500 },
  },
  {
    what: 'a quota with quota: true, second time',
    again: { kind: 'quota' },
    state: { attempts: 2, done: new Set(['quota'] as const) },
    rules: { quota: true },
    expected: undefined,
  },
  { what: 'an internal error by default', again: { kind: 'internal' }, expected: undefined },
  {
    what: 'an internal error with internal: true',
    again: { kind: 'internal' },
    rules: { internal: true },
    expected: { kind: 'internal', waitMs: 25 },
  },
  {
    what: 'an internal error with internal: true, second time',
    again: { kind: 'internal' },
    state: { attempts: 2, done: new Set(['internal'] as const) },
    rules: { internal: true },
    expected: undefined,
  },
  {
    what: 'anything with retry: false',
    again: { kind: 'throttled' },
    rules: { maxAttempts: 1 },
    expected: undefined,
  },
]

describe('decideRetry', () => {
  for (const { what, again, state, rules, expected } of ROWS) {
    const told = expected ? `waits ${expected.waitMs} ms` : 'ends the call'
    test(`${what}: ${told}`, () => {
      expect(decideRetry(again, { ...STATE, ...state }, { ...RULES, ...rules })).toEqual(expected)
    })
  }
})
