#!/usr/bin/env node
/**
 * `saf-edge`, the command line: finds the command, runs it, and sets the exit code. Node, Bun and
 * Deno run the same file.
 *
 * @module
 */
import process from 'node:process'
import { quote } from '../codec/check.ts'
import { VERSION } from '../version.ts'
import { findNear, UsageError } from './arguments.ts'
import { EXIT } from './command.ts'
import type { Command } from './command.ts'
import { doctor } from './doctor.ts'
import { emulator } from './emulator.ts'
import { printFailure } from './failure.ts'
import { createPrinter } from './output.ts'
import type { Output } from './output.ts'
import { sign } from './sign.ts'
import { printCommandUsage, printUsage } from './usage.ts'
import { verifyBatch } from './verify-batch.ts'
import { verify } from './verify.ts'

const COMMANDS: readonly Command[] = [verify, verifyBatch, emulator, sign, doctor]

process.exitCode = await main(process.argv.slice(2))

async function main(argv: readonly string[]): Promise<number> {
  const err = createPrinter(process.stderr)
  const out = createPrinter(process.stdout, (code) => {
    err.line(`${err.paint('red', '✗ Lost')}  the result could not be written (${code})`)
  })
  const output: Output = { out, err, isJson: argv.includes('--json') }
  try {
    return await dispatch(argv, output)
  } catch (error) {
    if (error instanceof UsageError) return reportUsage(output, error)
    return reportDefect(output, error)
  }
}

async function dispatch(argv: readonly string[], output: Output): Promise<number> {
  const [name, ...rest] = argv
  if (name === '--version' || name === '-v') {
    output.out.line(VERSION)
    return 0
  }
  if (name === undefined) {
    printUsage(output.err, COMMANDS)
    return EXIT.usage
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    printUsage(output.out, COMMANDS)
    return 0
  }
  const command = COMMANDS.find((each) => each.name === name)
  if (!command) {
    const near = findNear(
      name,
      COMMANDS.map((each) => each.name),
    )
    throw new UsageError(
      `unknown command ${quote(name)}`,
      near === undefined ? 'see saf-edge --help' : `did you mean saf-edge ${near}?`,
    )
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    printCommandUsage(output.out, command)
    return 0
  }
  return command.run(rest, output)
}

function reportUsage(output: Output, { hint, message, name }: UsageError): number {
  printFailure(
    output,
    {
      name,
      code: 'ERR_USAGE',
      message: output.isJson ? `${message}: ${hint}` : message,
      outcome: 'not-executed',
      retryable: false,
      attempts: 0,
    },
    { headline: 'Not started', hint },
  )
  return EXIT.usage
}

/** What nobody foresaw: its message is not shown, since it may hold anything; its place is. */
function reportDefect(output: Output, error: unknown): number {
  const { name, stack = '' } = error instanceof Error ? error : new Error('thrown by somebody else')
  const [place = 'unknown'] = /(?<=^ +at ).+/m.exec(stack) ?? []
  printFailure(
    output,
    {
      name,
      code: 'ERR_UNEXPECTED',
      message: `${name}: this is a mistake of saf-edge`,
      outcome: 'unknown',
      retryable: false,
      attempts: 0,
    },
    {
      headline: 'Broken',
      hint: 'please report it, with the command but without your keys',
      rows: [['where', place]],
    },
  )
  return EXIT.failed
}
