/**
 * A batch's journal in a file.
 *
 * @module
 */
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { BatchJournal } from '../batch/index.ts'
import { quote } from '../codec/check.ts'
import { UsageError } from './arguments.ts'
import { readErrorCode } from './system-error.ts'
import { readLines } from './verify-batch-lines.ts'
import { takeLock } from './verify-batch-lock.ts'

/** A journal in a file, which no other process uses meanwhile. */
export interface FileJournal extends BatchJournal {
  /** Whether there was none before. */
  readonly isNew: boolean
  /** Writes what is left, and lets others have it. */
  readonly close: () => Promise<void>
}

/** A file that took no more: what is in it stays. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
}

/** A line that waits to be written. */
interface Waiting {
  readonly line: string
  readonly resolve: () => void
  readonly reject: (error: StorageError) => void
}

/** Where a journal's last line was cut off, and what is left of it. */
interface Tail {
  readonly startsAt: number
  readonly text: string
}

/**
 * Opens a journal, or makes one.
 *
 * @throws UsageError when another process has it, or it cannot be a file.
 */
export async function openJournal(path: string): Promise<FileJournal> {
  let unlock: (() => Promise<void>) | undefined
  try {
    unlock = await takeLock(`${path}.lock`)
    const handle = await open(path, 'a', 0o600)
    const status = await handle.stat()
    if (!status.isFile()) throw new UsageError(`${quote(path)} is no file`, 'name a file')
    return createJournal(path, { handle, unlock, isNew: status.size === 0 })
  } catch (error) {
    await unlock?.()
    if (error instanceof UsageError) throw error
    const code = readErrorCode(error) ?? 'unknown'
    throw new UsageError(`the journal ${quote(path)} cannot be opened (${code})`, 'name another')
  }
}

interface Opened {
  readonly handle: FileHandle
  readonly unlock: () => Promise<void>
  readonly isNew: boolean
}

function createJournal(path: string, { handle, isNew, unlock }: Opened): FileJournal {
  const waiting: Waiting[] = []
  let tail: Tail | undefined
  let work: Promise<void> | undefined
  /** Writes all that waits at once: one wait for the disk, whatever the number of calls. */
  const write = async (): Promise<void> => {
    while (waiting.length > 0) {
      const lines = waiting.splice(0)
      try {
        if (tail) await mend(handle, tail)
        tail = undefined
        await handle.appendFile(lines.map(({ line }) => `${line}\n`).join(''))
        await handle.datasync()
        for (const { resolve } of lines) resolve()
      } catch (error) {
        const code = readErrorCode(error) ?? 'unknown'
        const failure = new StorageError(`the journal could not be written (${code})`)
        for (const { reject } of [...lines, ...waiting.splice(0)]) reject(failure)
      }
    }
    work = undefined
  }
  return {
    isNew,
    append: (line) =>
      new Promise((resolve, reject) => {
        waiting.push({ line, resolve, reject })
        work ??= write()
      }),
    async *read() {
      let startsAt = 0
      for await (const { endsAt, isWhole, text } of readLines(path)) {
        if (!isWhole) tail = { startsAt, text }
        startsAt = endsAt
        yield text
      }
    },
    async close() {
      await work
      await handle.close()
      await unlock()
    },
  }
}

/**
 * Mends a last line without its line break, before anything is added: one that is whole gets it,
 * one that was cut goes. A stranger's file was refused before, and is left alone.
 */
async function mend(handle: FileHandle, { startsAt, text }: Tail): Promise<void> {
  try {
    JSON.parse(text)
    await handle.appendFile('\n')
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    await handle.truncate(startsAt)
  }
}
