import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PairResult } from '../../../src/batch/index.ts'
import { openJournal } from '../../../src/cli/verify-batch-journal.ts'
import { readLines } from '../../../src/cli/verify-batch-lines.ts'
import type { Line } from '../../../src/cli/verify-batch-lines.ts'
import { createVerdictFile } from '../../../src/cli/verify-batch-out.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saf-edge-files-'))
  path = join(folder, 'file')
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function collectLines(): Promise<Line[]> {
  const lines: Line[] = []
  for await (const line of readLines(path)) lines.push(line)
  return lines
}

describe('lines', () => {
  it('end where their line break ends, in bytes, and the last may have none', async () => {
    writeFileSync(path, 'số\r\n\nlast')
    expect(await collectLines()).toEqual([
      { text: 'số', isWhole: true, endsAt: 6 },
      { text: '', isWhole: true, endsAt: 7 },
      { text: 'last', isWhole: false, endsAt: 11 },
    ])
  })

  it('are whole across the chunks of a stream', async () => {
    const texts = Array.from({ length: 5000 }, (_, at) => 'ü'.repeat(at % 50))
    writeFileSync(path, texts.map((text) => `${text}\n`).join(''))
    const lines = await collectLines()
    expect(lines.map(({ text }) => text)).toEqual(texts)
    expect(lines.at(-1)?.endsAt).toBe(readFileSync(path).length)
  })

  it('are no more than a MiB', async () => {
    writeFileSync(path, 'x'.repeat(2 ** 21))
    await expect(collectLines()).rejects.toThrow(RangeError)
  })
})

describe('a journal in a file', () => {
  it('keeps the order of lines that are added at once, and has them when it says so', async () => {
    const journal = await openJournal(path)
    expect(journal.isNew).toBe(true)
    const lines = Array.from({ length: 500 }, (_, at) => String(at))
    let safe = 0
    await Promise.all(
      lines.map(async (line) => {
        await journal.append(line)
        safe++
        expect(readFileSync(path, 'utf8').split('\n')).toContain(line)
      }),
    )
    await journal.close()
    expect(safe).toBe(500)
    expect(readFileSync(path, 'utf8')).toBe(`${lines.join('\n')}\n`)
    expect(readdirSync(folder)).toEqual(['file'])
  })

  it.each([
    ['a cut line goes', '{"a":1}\n{"b":', '{"a":1}\n{"c":3}\n'],
    ['a whole one gets its line break', '{"a":1}\n{"b":2}', '{"a":1}\n{"b":2}\n{"c":3}\n'],
    ['a cut first line goes', '{"a"', '{"c":3}\n'],
    ['nothing is to mend', '{"a":1}\n', '{"a":1}\n{"c":3}\n'],
  ])('mends its end before the first line is added: %s', async (_, before, after) => {
    writeFileSync(path, before)
    const journal = await openJournal(path)
    for await (const _line of journal.read()) expect(readFileSync(path, 'utf8')).toBe(before)
    await journal.append('{"c":3}')
    await journal.close()
    expect(readFileSync(path, 'utf8')).toBe(after)
  })

  it('says with its code what kept a line from being written', async () => {
    const journal = await openJournal(path)
    await journal.close()
    await expect(journal.append('late')).rejects.toThrow(
      /^the journal could not be written \(EBADF\)$/,
    )
  })

  it('is for one at a time', async () => {
    writeFileSync(`${path}.lock`, '1 another')
    await expect(openJournal(path)).rejects.toThrow(/is working with this journal/)
    rmSync(`${path}.lock`)
    const journal = await openJournal(path)
    await journal.close()
    expect(readdirSync(folder)).toEqual(['file'])
  })

  it('is a file', async () => {
    await expect(openJournal(folder)).rejects.toThrow(/cannot be opened \(EISDIR\)/)
    await expect(openJournal(join(folder, 'no/file'))).rejects.toThrow(/\(ENOENT\)/)
  })
})

describe('a file of verdicts', () => {
  const result: PairResult = {
    id: '1',
    status: 'unknown',
    error: { code: 'ERR_INTERRUPTED', message: 'x', outcome: 'unknown' },
    restored: true,
  }
  const line = `${JSON.stringify({ id: '1', status: 'unknown', error: result.error })}\n`

  it('leaves what was there until it is placed', async () => {
    writeFileSync(path, 'before\n')
    const verdicts = createVerdictFile(path)
    await verdicts.add(result)
    expect(readFileSync(path, 'utf8')).toBe('before\n')
    await verdicts.place()
    await verdicts.add(result)
    await verdicts.close()
    expect(readFileSync(path, 'utf8')).toBe(line + line)
    expect(readdirSync(folder)).toEqual(['file'])
  })

  it('leaves it for good when it was never placed', async () => {
    writeFileSync(path, 'before\n')
    const verdicts = createVerdictFile(path)
    for (let count = 0; count < 1000; count++) await verdicts.add(result)
    await verdicts.close()
    expect(readFileSync(path, 'utf8')).toBe('before\n')
    expect(readdirSync(folder)).toEqual(['file'])
  })

  it('says with its code that it cannot be written', async () => {
    const verdicts = createVerdictFile(join(folder, 'no/file'))
    await expect(verdicts.place()).rejects.toThrow(/verdicts could not be written \(ENOENT\)/)
    await expect(verdicts.add(result)).rejects.toThrow(/ENOENT/)
    await expect(verdicts.close()).rejects.toThrow(/ENOENT/)
  })
})
