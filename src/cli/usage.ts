/**
 * Prints the help, written from the commands themselves.
 *
 * @module
 */
import type { Command } from './command.ts'
import { printRows } from './output.ts'
import type { Printer, Row } from './output.ts'

/** Prints what `saf-edge` is and which commands it has. */
export function printUsage(printer: Printer, commands: readonly Command[]): void {
  printer.line('saf-edge: face verification by Alibaba Cloud SAF')
  printSection(printer, 'Usage', [['saf-edge <command> [options]', '']])
  printSection(
    printer,
    'Commands',
    commands.map(({ name, summary }) => [name, summary]),
  )
  printSection(printer, 'Options', [
    ['--help', 'this help; after a command, its own'],
    ['--version', "this package's version"],
  ])
  printSection(printer, 'Try it, without an account', [[TRIAL, '']])
}

/** Prints how a command is called. */
export function printCommandUsage(printer: Printer, command: Command): void {
  printer.line(`saf-edge ${command.name}: ${command.summary}`)
  printSection(printer, 'Usage', [[`saf-edge ${command.synopsis}`, '']])
  printSection(
    printer,
    'Options',
    Object.entries(command.options).map(([name, { value = '', help }]) => [
      `--${name} ${value}`,
      help,
    ]),
  )
  for (const [title, rows] of command.sections) printSection(printer, title, rows)
}

/** A call that works everywhere. */
export const TRIAL =
  'saf-edge verify --emulator --ref test:idPhoto --auth test:match --resource-code 00840000'

function printSection(printer: Printer, title: string, rows: readonly Row[]): void {
  printer.line()
  printer.line(printer.paint('bold', title))
  printRows(printer, rows)
}
