/**
 * The support table of the faults as data: where a runtime differs from the row, and why. A row of
 * this table that no longer changes anything is a failure, so it cannot go stale.
 *
 * @module
 */
import type { Expected } from './acts.ts'
import type { Moment } from './cases.ts'

/** What differs on a runtime. */
export interface Difference {
  readonly runtimes: readonly string[]
  readonly moment: Moment
  /** Rows by the description of what happens. */
  readonly rows: RegExp
  readonly connection?: 'fresh' | 'reused'
  readonly expect?: Expected
  readonly deliveries?: number
  /** Ends the sentence "`runtime` … ". */
  readonly reason: string
}

/** Deno up to 2.9.5 takes no advice; the recipe makes newer ones send once. */
const DENO = ['deno', 'deno-recipe', 'deno296', 'deno296-recipe']
const RESENDS_ALWAYS = ['deno', 'deno-recipe']
const RESENDS_WHEN_REUSED = ['deno296', 'chromium']
const RESENDS = [...RESENDS_ALWAYS, ...RESENDS_WHEN_REUSED]

const LOST = /^(resets|closes) the connection$/

/** Where runtimes differ. */
export const differences: readonly Difference[] = [
  {
    runtimes: [...DENO, 'workerd', 'chromium'],
    moment: 'refused',
    rows: /^/,
    expect: 'NETWORK unknown',
    reason: 'do not prove that a refused request was never sent, so it counts as unknown',
  },
  {
    runtimes: RESENDS_ALWAYS,
    moment: 'read',
    rows: LOST,
    deliveries: 2,
    reason: 'send once more by themselves when any connection is lost before an answer',
  },
  {
    runtimes: RESENDS_WHEN_REUSED,
    moment: 'read',
    rows: LOST,
    connection: 'reused',
    deliveries: 2,
    reason: 'send once more by themselves when a reused connection is lost before an answer',
  },
  {
    runtimes: RESENDS,
    moment: 'read',
    rows: /then answers that it knows the nonce$/,
    connection: 'reused',
    expect: 'NONCE_USED unknown',
    deliveries: 2,
    reason: 'show what a gateway answers to the copy that they sent by themselves: unknown',
  },
  {
    runtimes: RESENDS,
    moment: 'read',
    rows: /^resets the connection, then answers$/,
    connection: 'reused',
    expect: 'ok',
    deliveries: 2,
    reason: 'give the answer to the copy that they sent by themselves',
  },
  {
    runtimes: ['node20', 'node24'],
    moment: 'read',
    rows: /^sends 100/,
    expect: 'NETWORK unknown',
    reason: 'take an unasked 100 for a broken answer',
  },
  {
    runtimes: [...DENO, 'workerd'],
    moment: 'read',
    rows: /101$/,
    expect: 'BAD_RESPONSE unknown',
    reason: 'give a Response without a body for an unasked 101',
  },
]
