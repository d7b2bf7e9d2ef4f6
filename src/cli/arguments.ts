/**
 * Reads a command's arguments strictly: what is not understood is an error with a hint.
 *
 * @module
 */
import { parseArgs } from 'node:util'
import { quote } from '../codec/check.ts'

/** An option of a command. */
export interface OptionSpec {
  /** What stands for its value in the help, such as `<file>`; an option without one is a switch. */
  readonly value?: string
  /** What it does: one line of help, or several. */
  readonly help: string
}

/** A command's options by name, in the order of the help. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>

/** What was given: texts, and true for switches. */
export type Values<Specs extends OptionSpecs> = {
  readonly [Name in keyof Specs]?: Specs[Name] extends { readonly value: string } ? string : true
}

/** The command was called wrongly. Nothing was sent. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  /** What to do about it. */
  readonly hint: string

  constructor(message: string, hint: string) {
    super(message)
    this.hint = hint
  }
}

/**
 * Reads the arguments that follow a command's name.
 *
 * @param argv - The arguments.
 * @param specs - The command's options.
 * @param command - The command as it is typed, for hints.
 * @throws UsageError for an unknown option, a missing or superfluous value, a repetition, or a word
 *   that belongs to no option.
 */
export function parseArguments<Specs extends OptionSpecs>(
  argv: readonly string[],
  specs: Specs,
  command: string,
): Values<Specs> {
  const help = `see ${command} --help`
  const values = new Map<string, string | true>()
  for (const token of tokenize(argv, specs)) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') {
      throw new UsageError(`unexpected ${quote(token.value)}: every value follows an option`, help)
    }
    const { rawName: shown, name, value, inlineValue } = token
    const spec = Object.hasOwn(specs, name) && shown === `--${name}` ? specs[name] : undefined
    if (!spec) {
      const near = findNear(name, Object.keys(specs))
      throw new UsageError(
        `unknown option ${quote(shown)}`,
        near === undefined ? help : `did you mean --${near}? ${help}`,
      )
    }
    if (values.has(name)) throw new UsageError(`${shown} is given twice`, help)
    if (spec.value === undefined && value !== undefined) {
      throw new UsageError(`${shown} takes no value`, help)
    }
    const isMissing = value === undefined || value === '' || (!inlineValue && /^-./.test(value))
    if (spec.value !== undefined && isMissing) {
      throw new UsageError(`${shown} needs a value`, `write ${shown} ${spec.value}; ${help}`)
    }
    values.set(name, value ?? true)
  }
  return Object.fromEntries(values) as Values<Specs> // why: each was checked against its spec
}

/** What {@link takeWord} found, and the arguments without it. */
export interface TakenWord {
  readonly word: string | undefined
  readonly rest: readonly string[]
}

/**
 * Takes the first word that belongs to no option out of the arguments, wherever it stands.
 *
 * @param argv - The arguments.
 * @param specs - The command's options.
 */
export function takeWord(argv: readonly string[], specs: OptionSpecs): TakenWord {
  const found = tokenize(argv, specs).find(({ kind }) => kind === 'positional')
  if (found?.kind !== 'positional') return { word: undefined, rest: argv }
  return { word: found.value, rest: argv.filter((_, at) => at !== found.index) }
}

/** Requires options that a command cannot do without. */
export function requireOptions<Given extends object, Name extends keyof Given & string>(
  given: Given,
  names: readonly Name[],
  command: string,
): asserts given is Given & { readonly [Each in Name]-?: string } {
  const missing = names.filter((name) => given[name] === undefined).map((name) => `--${name}`)
  if (missing.length > 0) {
    throw new UsageError(`missing ${missing.join(' and ')}`, `see ${command} --help`)
  }
}

/** Finds the name that somebody who typed another one may have meant. */
export function findNear(typed: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((name) => ({ name, distance: name.startsWith(typed) ? 1 : countEdits(typed, name) }))
    .sort((a, b) => a.distance - b.distance)
  return best && typed.length > 1 && best.distance <= Math.max(1, typed.length / 2)
    ? best.name
    : undefined
}

/** Splits arguments without judging them: the judgement above reads the same on every runtime. */
function tokenize(argv: readonly string[], specs: OptionSpecs) {
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { value }]) => {
      return [name, { type: value === undefined ? 'boolean' : 'string' } as const]
    }),
  )
  return parseArgs({ args: [...argv], options, strict: false, tokens: true }).tokens
}

/** Levenshtein's distance: letters to insert, delete or replace. */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (const [y, letter] of [...from].entries()) {
    const above = row
    row = [y + 1]
    for (let x = 0; x < to.length; x++) {
      const replaced = (above[x] ?? 0) + (letter === to[x] ? 0 : 1)
      row.push(Math.min(replaced, (above[x + 1] ?? 0) + 1, (row[x] ?? 0) + 1))
    }
  }
  return row.at(-1) ?? 0
}
