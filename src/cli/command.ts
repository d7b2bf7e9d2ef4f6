/**
 * What a command is: its help and what it does.
 *
 * @module
 */
import type { OptionSpecs } from './arguments.ts'
import type { Output, Row } from './output.ts'

/** A command of `saf-edge`. */
export interface Command {
  /** The word that calls it. */
  readonly name: string
  /** One line of help, without a full stop. */
  readonly summary: string
  /** How it is called, without `saf-edge`. */
  readonly synopsis: string
  readonly options: OptionSpecs
  /** Further parts of the help: a title and its rows. */
  readonly sections: readonly (readonly [title: string, rows: readonly Row[]])[]
  /**
   * Runs it.
   *
   * @returns The exit code.
   * @throws UsageError when it is called wrongly.
   */
  readonly run: (argv: readonly string[], output: Output) => Promise<number>
}

/** The exit codes, and there are no others. */
export const EXIT = {
  /** Verified and passed; for a server: stopped on purpose. */
  passed: 0,
  /** Verified and not passed. */
  notPassed: 1,
  /** Called wrongly: nothing was sent. */
  usage: 2,
  /** The call failed. */
  failed: 3,
  /** Interrupted by Ctrl+C. */
  interrupted: 130,
} as const
