/**
 * Prints lines and rows: colour on a terminal only, and no control character of a stranger's.
 *
 * @module
 */
import { readVariable } from './environment.ts'
import { readErrorCode } from './system-error.ts'

/** A colour or weight of a printed text. */
export type Style = keyof typeof CODES

/** A place to print to. */
export interface Printer {
  /** Whether somebody may be looking. */
  readonly isTerminal: boolean
  /** Prints a line, or several. */
  readonly line: (text?: string) => void
  /** Shows a passing remark, on a terminal only, and returns what takes it back. */
  readonly remark: (text: string) => () => void
  /** Colours a text, where colour is wanted. */
  readonly paint: (style: Style, text: string) => string
}

/** Where a command prints: results, and what is to be said beside them. */
export interface Output {
  readonly out: Printer
  readonly err: Printer
  /** Whether the result is wanted as one line of JSON. */
  readonly isJson: boolean
}

/** A label and its text. */
export type Row = readonly [label: string, text: string]

/** SGR parameters: ECMA-48 section 8.3.117. */
const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const

/**
 * Creates a printer for a stream of the process.
 *
 * @param stream - Standard output or standard error.
 * @param onLost - Is told once, with the system's code, that not all was taken. A reader that went
 *   away (`| head`) is no failure of the command.
 */
export function createPrinter(
  stream: NodeJS.WriteStream,
  onLost: (code: string) => void = () => {},
): Printer {
  let isLost = false
  stream.on('error', (error: unknown) => {
    const code = readErrorCode(error) ?? 'unknown'
    if (isLost || code === 'EPIPE') return
    isLost = true
    onLost(code)
  })
  // `isTTY` is missing, not false, when a stream is no terminal.
  const isTerminal = (stream.isTTY as boolean | undefined) === true
  const isPlain = readVariable('NO_COLOR') !== undefined || readVariable('TERM') === 'dumb'
  const isColoured = isTerminal && !isPlain
  let isRemarked = false
  const erase = (): void => {
    if (isRemarked) stream.write('\r\u001B[2K')
    isRemarked = false
  }
  return {
    isTerminal,
    line(text = '') {
      erase()
      stream.write(`${text}\n`)
    },
    remark(text) {
      if (!isColoured) return () => {}
      erase()
      // What goes on in the next line could not be taken back.
      const { columns } = stream
      stream.write(`\u001B[2m${columns > 0 ? text.slice(0, columns - 1) : text}\u001B[0m`)
      isRemarked = true
      return erase
    },
    paint: (style, text) => (isColoured ? `\u001B[${CODES[style]}m${text}\u001B[0m` : text),
  }
}

/** Prints labels in one column and their texts in the next. */
export function printRows(printer: Printer, rows: readonly Row[]): void {
  const width = Math.max(...rows.map(([label]) => label.length))
  for (const [label, text] of rows) {
    printer.line(`  ${printer.paint('dim', label.padEnd(width))}  ${text}`.trimEnd())
  }
}

/** Prints a value as exactly one line of JSON, whatever characters its texts hold. */
export function printJson(printer: Printer, value: unknown): void {
  const escape = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
  printer.line(JSON.stringify(value).replace(/[\u007F-\u009F\u2028\u2029]/g, escape))
}

/** Takes the characters out of a text that could move a terminal's cursor or reorder a line. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\uFFFD')
}
