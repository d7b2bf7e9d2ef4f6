/**
 * Writes the table: rows × runtimes, each cell the outcome and the deliveries.
 *
 * @module
 */
import { describe } from './cases.ts'
import type { Case } from './cases.ts'

/** What a cell shows. */
export interface Shown {
  /** `ok`, or class, code and outcome. */
  readonly result: string
  readonly deliveries: number
}

/** One line of the table before it is written. */
interface Line {
  readonly row: Case
  readonly connections: string[]
  readonly cells: readonly string[]
}

const MOMENTS: Readonly<Record<Case['moment'], string>> = {
  refused: 'nothing',
  connected: 'nothing',
  idle: 'nothing: before the call',
  part: 'a part',
  read: 'the request',
}

/** Writes the table as Markdown; rows that differ in the connection only and agree are one. */
export function writeTable(
  rows: readonly Case[],
  runtimes: readonly string[],
  find: (row: Case, runtime: string) => Shown | undefined,
): string {
  const lines: Line[] = []
  for (const row of rows) {
    const cells = runtimes.map((runtime) => writeCell(row, find(row, runtime)))
    const last = lines.at(-1)
    const isSame =
      last !== undefined &&
      last.row.moment === row.moment &&
      describe(last.row) === describe(row) &&
      last.cells.join() === cells.join()
    if (isSame) last.connections.push(row.connection)
    else lines.push({ row, connections: [row.connection], cells })
  }
  const table = [
    ['connection', 'the server reads', 'and', 'error', ...runtimes],
    ...lines.map(({ row, connections, cells }) => [
      connections.join(', '),
      MOMENTS[row.moment],
      describe(row),
      row.expect.split(' ')[0] ?? '',
      ...cells,
    ]),
  ]
  const widths = table[0]?.map((_, at) => Math.max(...table.map((line) => line[at]?.length ?? 0)))
  const write = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths?.[at] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = table
  const rule = head.map((_, at) => '-'.repeat(widths?.[at] ?? 3))
  return [head, rule, ...body].map(write).join('\n')
}

/** `unknown 1`; another code than the row's comes before it. */
function writeCell({ expect }: Case, shown: Shown | undefined): string {
  if (!shown) return ''
  const [, code = 'ok', outcome = ''] = /^\S+ ERR_SAF_(\S+) (\S+)$/.exec(shown.result) ?? []
  const word = shown.result === 'ok' ? 'ok' : outcome
  const isUsual = shown.result === 'ok' || code === expect.split(' ')[0]
  return `${isUsual ? '' : `${code} `}${word} ${shown.deliveries}`
}
