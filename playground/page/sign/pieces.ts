/**
 * The stages of a signature as pieces, each of which knows the parameter it came from.
 *
 * @module
 */
import { percentEncode } from '../../../src/sign/index.ts'
import { compareBytes } from '../../../src/sign/canonicalize.ts'

/** A parameter as it was typed. */
export interface Row {
  readonly name: string
  readonly value: string
}

/** A part of a stage's text. */
export interface Piece {
  readonly text: string
  /** The parameter it came from, counted from 0; absent for what the recipe adds. */
  readonly row?: number
}

/** A parameter, and where it was typed. */
export interface PlacedRow extends Row {
  readonly row: number
}

/** Sorts the rows as they are signed; `Signature` and rows without a name are left out. */
export function sortRows(rows: readonly Row[]): readonly PlacedRow[] {
  return rows
    .map((each, row) => ({ ...each, row }))
    .filter(({ name }) => name !== '' && name !== 'Signature')
    .sort((a, b) => compareBytes(a.name, b.name))
}

/** The first name that is there twice. */
export function findTwice(rows: readonly Row[]): string | undefined {
  const names = rows.map(({ name }) => name).filter((name) => name !== '')
  return names.find((name, at) => names.indexOf(name) !== at)
}

/** One line per parameter, as it was typed. */
export function listSorted(rows: readonly PlacedRow[]): readonly Piece[] {
  return rows.map(({ name, value, row }) => ({ text: `${name}=${value}\n`, row }))
}

/** One line per parameter, encoded. */
export function listEncoded(rows: readonly PlacedRow[]): readonly Piece[] {
  return rows.map(({ row, ...pair }) => ({ text: `${encodePair(pair)}\n`, row }))
}

/** The canonicalized query string. */
export function listQuery(rows: readonly PlacedRow[]): readonly Piece[] {
  return join(rows, '&', encodePair)
}

/** The string to sign. */
export function listText(method: string, rows: readonly PlacedRow[]): readonly Piece[] {
  const pairs = join(rows, '%26', (pair) => percentEncode(encodePair(pair)))
  return [{ text: `${method.toUpperCase()}&%2F&` }, ...pairs]
}

/** The body, or the query of a GET: every parameter encoded once, and the signature behind them. */
export function listSent(rows: readonly PlacedRow[], signature: string): readonly Piece[] {
  return join([...rows, { name: 'Signature', value: signature, row: -1 }], '&', encodePair)
}

/** The text of a stage. */
export function joinPieces(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('')
}

function encodePair({ name, value }: Row): string {
  return `${percentEncode(name)}=${percentEncode(value)}`
}

function join(
  rows: readonly PlacedRow[],
  between: string,
  write: (row: Row) => string,
): readonly Piece[] {
  return rows.flatMap((row, at) => {
    const piece = { text: write(row), row: row.row }
    return at === 0 ? [piece] : [{ text: between }, piece]
  })
}
