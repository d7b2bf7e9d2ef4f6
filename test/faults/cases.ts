/**
 * The rows of the matrix: what the server does, when, and on which connection.
 *
 * @module
 */
import {
  AFTER_READING,
  ANSWERS,
  CLOSES,
  FOUND,
  GARBAGE,
  KNOWS_THE_NONCE,
  RESETS,
  SILENT,
  TOO_LARGE,
  UNLISTENS,
} from './acts.ts'
import type { Act, Expected } from './acts.ts'

/**
 * When the server acts:
 * - `refused`: there is no server.
 * - `connected`: it reads nothing.
 * - `idle`: before the call, on the connection of an earlier one.
 * - `part`: it has read a part of the request.
 * - `read`: it has read the whole request. That is a delivery.
 */
export type Moment = 'refused' | 'connected' | 'idle' | 'part' | 'read'

/** One row. */
export interface Case {
  readonly connection: 'fresh' | 'reused'
  readonly moment: Moment
  /** What is done to the first request of the call, the second, …; the last repeats. */
  readonly acts: readonly [Act, ...Act[]]
  readonly expect: Expected
  /** Complete requests that the server reads for one call. */
  readonly deliveries: number
  /** The client is told to replay what is ambiguous. */
  readonly isReplayed: boolean
}

/** Deadline of a call that must meet it. */
export const SHORT_MS = 1000

/** Deadline of a call that must be over long before, on a busy machine too. */
export const LONG_MS = 6000

/** The rows, in the order of the table. */
export const cases: readonly Case[] = [
  row('fresh refused', [CLOSES], { expect: 'NETWORK not-executed' }),
  ...[RESETS, CLOSES, SILENT].map((act) => row('fresh connected', [act])),
  ...[RESETS, CLOSES].map((act) => row('reused idle', [act], { expect: 'ok', deliveries: 1 })),
  ...[RESETS, CLOSES, SILENT, GARBAGE, FOUND, TOO_LARGE].flatMap((act) => [
    row('fresh part', [act]),
    row('reused part', [act]),
  ]),
  ...AFTER_READING.flatMap((act) => [row('fresh read', [act]), row('reused read', [act])]),
  row('reused read', [UNLISTENS]),
  row('reused read', [RESETS, KNOWS_THE_NONCE]),
  row('reused read', [RESETS, ANSWERS]),
  ...[RESETS, SILENT].map((act) =>
    row('fresh read', [act, ANSWERS], { expect: 'ok', deliveries: 2, isReplayed: true }),
  ),
  row('fresh read', [RESETS, KNOWS_THE_NONCE], {
    expect: 'NONCE_USED unknown',
    deliveries: 2,
    isReplayed: true,
  }),
]

function row(
  where: `${Case['connection']} ${Moment}`,
  acts: Case['acts'],
  more: Partial<Case> = {},
): Case {
  const [connection, moment] = where.split(' ') as [Case['connection'], Moment] // why: its type
  const deliveries = moment === 'read' ? 1 : 0
  return {
    connection,
    moment,
    acts,
    expect: acts[0].expect,
    deliveries,
    isReplayed: false,
    ...more,
  }
}

/** Names what happens, apart from the connection. */
export function describe({ moment, acts, isReplayed }: Case): string {
  const act = acts.map(({ name }) => name).join(', then ')
  return moment === 'refused' ? 'refuses the connection' : act + (isReplayed ? ' (replay)' : '')
}
