/**
 * The journal's lines, and what is read out of them. JSON, one entry a line: a header, and for each
 * call one line before it and one after it. No photo, no name, no secret.
 *
 * @module
 */
import { isObject, quote } from '../codec/check.ts'
import { own } from '../codec/json.ts'
import { NOT_PASSED } from './result.ts'
import type { PairResult } from './result.ts'

/**
 * Where a batch keeps what it did: a file, a table, an append-only log. One run uses it at a time;
 * the caller sees to that.
 */
export interface BatchJournal {
  /**
   * Adds one line, which has no line break, and resolves when a crash cannot lose it any more. It is
   * called again before the last one has resolved, and must keep the order. When it rejects, the
   * batch stops. It has no deadline: a batch waits for it, even a stopped one, so let it reject
   * rather than hang.
   */
  readonly append: (line: string) => Promise<void>
  /**
   * Gives the lines that are there, oldest first, without their line breaks. Called once, before
   * anything is added. A file's last line may have been cut by a crash: it may be given, and must be
   * gone before the next one is added.
   */
  readonly read: () => AsyncIterable<string> | Iterable<string>
}

/** An entry of a journal. */
export type Entry =
  | { readonly type: 'started'; readonly id: string; readonly fingerprint: string }
  | { readonly type: 'finished'; readonly result: PairResult }

/** Raised whenever an older saf-edge could not read what a newer one wrote. */
const VERSION = 1

/** What every journal starts with. */
const MAGIC = '{"saf-edge":"batch journal"'

/** Writes the first line. */
export function writeHeader(batch: string): string {
  return JSON.stringify({ 'saf-edge': 'batch journal', version: VERSION, batch })
}

/** Writes the line before a call. */
export function writeStarted(id: string, fingerprint: string, atEpochMs: number): string {
  const known = fingerprint === '' ? undefined : fingerprint
  return JSON.stringify({ started: id, at: writeTime(atEpochMs), fingerprint: known })
}

/** Writes the line after a call. */
export function writeFinished(result: PairResult, atEpochMs: number): string {
  const { error, id, status, verdict } = result
  return JSON.stringify({ finished: id, at: writeTime(atEpochMs), status, verdict, error })
}

/**
 * Reads a journal line by line. The last line may have been cut by a crash: it is left out, since
 * what was not yet promised did not happen. Blank lines say nothing.
 *
 * @param lines - The lines as they are stored.
 * @param batch - What the journal must belong to.
 * @returns The entries; and at the end whether there is a header.
 * @throws TypeError when it is no journal, a damaged one, another batch's, or too new.
 */
export async function* readEntries(
  lines: AsyncIterable<string> | Iterable<string>,
  batch: string,
): AsyncGenerator<Entry, boolean> {
  let number = 0
  let hasHeader = false
  let cut: number | undefined
  for await (const line of lines) {
    number++
    if (cut !== undefined) throw damaged(cut)
    if (line.trim() === '') continue
    const value = parseLine(line)
    if (value === undefined) {
      // A cut header is the start of one; anything else is a stranger's file.
      if (!hasHeader && !isStartOfHeader(line, batch)) throw foreign()
      cut = number
      continue
    }
    if (!hasHeader) {
      checkHeader(value, batch)
      hasHeader = true
      continue
    }
    const entry = readEntry(value)
    if (!entry) throw damaged(number)
    yield entry
  }
  return hasHeader
}

/** Says that a journal contradicts itself or cannot be read from a line on. */
export function damaged(line: number | string): TypeError {
  const place = typeof line === 'number' ? `at line ${line}` : `about ${quote(line)}`
  return new TypeError(
    `"journal" is damaged ${place}: nothing was called. ` +
      'Restore it, or have its last calls looked at and start another batch without their pairs',
  )
}

function foreign(): TypeError {
  return new TypeError('"journal" is not one of saf-edge: nothing was called, and nothing written')
}

function isStartOfHeader(line: string, batch: string): boolean {
  return MAGIC.startsWith(line) || writeHeader(batch).startsWith(line) || line.startsWith(MAGIC)
}

function checkHeader(value: object, batch: string): void {
  if (own(value, 'saf-edge') !== 'batch journal') throw foreign()
  const version = own(value, 'version')
  if (version !== VERSION) {
    const shown = typeof version === 'number' ? version : 'unknown'
    throw new TypeError(`"journal" has version ${shown}, this saf-edge reads ${VERSION}: update it`)
  }
  const other = own(value, 'batch')
  if (other === batch) return
  const name = typeof other === 'string' ? quote(other) : 'another one'
  throw new TypeError(
    `"journal" belongs to the batch ${name}, not to ${quote(batch)}: give each its own journal`,
  )
}

function readEntry(value: object): Entry | undefined {
  const started = own(value, 'started')
  const fingerprint = own(value, 'fingerprint') ?? ''
  if (typeof started === 'string' && typeof fingerprint === 'string') {
    return { type: 'started', id: started, fingerprint }
  }
  const result = readResult(value)
  return result && { type: 'finished', result }
}

/** Reads a result strictly: it is handed on as a verdict about somebody. */
function readResult(line: object): PairResult | undefined {
  const [id, status] = [own(line, 'finished'), own(line, 'status')]
  const [verdict, error] = [own(line, 'verdict'), own(line, 'error')]
  if (typeof id !== 'string') return undefined
  const base = { id, status, restored: true }
  if (status === 'passed' || status === 'not-passed') {
    const passed = status === 'passed'
    const isSound =
      own(verdict, 'passed') === passed &&
      isOneOf(passed ? ['pass'] : NOT_PASSED, own(verdict, 'decision')) &&
      hasTexts(verdict, ['retCode', 'retCodeSub', 'requestId'])
    return isSound ? ({ ...base, verdict } as PairResult) : undefined // why: just checked
  }
  const outcomes = status === 'unknown' ? ['unknown'] : ['failed', 'not-executed']
  const isSound =
    (status === 'failed' || status === 'unknown') &&
    isOneOf(outcomes, own(error, 'outcome')) &&
    hasTexts(error, ['code', 'message'])
  return isSound ? ({ ...base, error } as PairResult) : undefined // why: just checked
}

function isOneOf(known: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && known.includes(value)
}

function hasTexts(value: unknown, names: readonly string[]): boolean {
  return names.every((name) => typeof own(value, name) === 'string')
}

function parseLine(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function writeTime(atEpochMs: number): string {
  return new Date(atEpochMs).toISOString()
}
