/**
 * Judges what came of a call against its row: pure.
 *
 * @module
 */
import type { Expected } from './acts.ts'
import { describe } from './cases.ts'
import type { Case } from './cases.ts'
import type { Seen } from './driver.ts'
import type { Account } from './server.ts'
import type { Difference } from './support.ts'

/** One cell of the table, before it is judged. */
export interface Cell {
  readonly runtime: string
  /** Keeps no connection: nothing can be reused. */
  readonly isRecipe: boolean
  readonly row: Case
  readonly seen: Seen
  readonly account: Account
  /** The call's deadline, in milliseconds. */
  readonly timeoutMs: number
}

/** What a cell must show. */
export interface Wanted {
  readonly expect: Expected
  readonly deliveries: number
}

/** What the library may take beyond its deadline, in milliseconds. */
export const GRACE_MS: number = 250

const CLASSES: Readonly<Record<string, string>> = {
  NETWORK: 'TransportError',
  TIMEOUT: 'TransportError',
  BAD_RESPONSE: 'ResponseError',
  REDIRECT: 'ResponseError',
  NONCE_USED: 'GatewayError',
}

/** Finds the differences that concern a cell. */
export function findDifferences(
  { runtime, row }: Pick<Cell, 'runtime' | 'row'>,
  table: readonly Difference[],
): Difference[] {
  return table.filter(
    ({ runtimes, moment, rows, connection = row.connection }) =>
      runtimes.includes(runtime) &&
      moment === row.moment &&
      connection === row.connection &&
      rows.test(describe(row)),
  )
}

/** What a cell must show, after the differences. */
export function findWanted(row: Case, found: readonly Difference[]): Wanted {
  let { expect, deliveries } = row
  for (const difference of found) {
    expect = difference.expect ?? expect
    deliveries = difference.deliveries ?? deliveries
  }
  return { expect, deliveries }
}

/** Says what is wrong with a cell. */
export function judge(cell: Cell, { expect, deliveries }: Wanted): string[] {
  const { account, row, seen, timeoutMs } = cell
  const count = account.deliveries.length
  const wrong: string[] = []
  const demand = (holds: boolean, message: string): void => void (holds || wrong.push(message))

  const result = spell(expect)
  demand(seen.result === result, `expected ${result}, got ${seen.result}`)
  demand(count === deliveries, `expected ${deliveries} deliveries, got ${count}`)
  demand(
    count === 0 || !seen.result.endsWith(' not-executed'),
    'said not-executed, but the request was delivered',
  )
  const overMs = Math.round(seen.elapsedMs - Math.max(0, seen.lateMs) - timeoutMs)
  demand(overMs <= GRACE_MS, `took ${overMs} ms longer than its deadline`)
  demand(account.strangers === 0, 'followed a redirect')
  demand(new Set(account.deliveries).size <= 1, 'delivered under two nonces')
  demand(
    account.deliveries.every((nonce) => seen.nonces.includes(nonce)),
    'delivered a nonce that the call did not draw',
  )
  if (seen.result === 'ok') {
    const isOwn = seen.requestId !== undefined && seen.nonces.includes(seen.requestId)
    demand(isOwn, 'gave the answer of another call')
  }
  demand(!seen.next.startsWith('the answer'), `the next call got ${seen.next}`)
  const isReused = row.connection === 'reused' && !cell.isRecipe
  const [first = isReused] = account.acted
  demand(first === isReused, `the premise fails: the connection was ${first ? 're' : 'un'}used`)
  return wrong
}

/** `NETWORK unknown` → `TransportError ERR_SAF_NETWORK unknown` */
function spell(expect: Expected): string {
  const [code = '', outcome] = expect.split(' ')
  return expect === 'ok' ? expect : `${CLASSES[code]} ERR_SAF_${code} ${outcome}`
}
