import fs, {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PairResult } from '../../../src/batch/index.ts'
import { UsageError } from '../../../src/cli/arguments.ts'
import { readCsv } from '../../../src/cli/verify-batch-csv.ts'
import { openJournal } from '../../../src/cli/verify-batch-journal.ts'
import { readLines } from '../../../src/cli/verify-batch-lines.ts'
import type { Line } from '../../../src/cli/verify-batch-lines.ts'
import { createVerdictFile, prepareVerdictFile } from '../../../src/cli/verify-batch-out.ts'

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

describe('rows of CSV', () => {
  it('of a file that has gone fail once, and nothing is left to fail later', async () => {
    const uncaught: unknown[] = []
    const note = (error: unknown): unknown => uncaught.push(error)
    process.on('uncaughtException', note)
    try {
      await expect(readCsv(path).next()).rejects.toMatchObject({ code: 'ENOENT' })
      // As long as the system takes to open another file that is not there.
      await expect(open(path)).rejects.toThrow()
      await new Promise((resolve) => setImmediate(resolve))
    } finally {
      process.removeListener('uncaughtException', note)
    }
    expect(uncaught).toEqual([])
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

  it.skipIf(process.platform === 'win32').each(['before', 'after'])(
    'has one lock, whatever link names it; the link was there %s the file',
    async (when) => {
      if (when === 'after') writeFileSync(path, '')
      const link = join(folder, 'link')
      symlinkSync('file', link)
      const journal = await openJournal(link)
      // In one process it is no lock: the number of one's own is that of a process that died.
      expect(readdirSync(folder).sort()).toEqual(['file', 'file.lock', 'link'])
      await journal.close()
      expect(readdirSync(folder).sort()).toEqual(['file', 'link'])
    },
  )

  it('adds nothing behind a line that was torn when the disk was full', async () => {
    const journal = await openJournal(path)
    await journal.append('{"a":1}')
    const prototype = await readPrototype()
    vi.spyOn(prototype, 'appendFile').mockImplementationOnce(async function (
      this: FileHandle,
      data,
    ) {
      await this.write(String(data).slice(0, 12))
      throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    })
    try {
      const failed = [journal.append('{"b":2}'), journal.append('{"c":3}')]
      for (const each of await Promise.allSettled(failed)) expect(each.status).toBe('rejected')
      await journal.append('{"d":4}')
      await journal.append('{"e":5}')
    } finally {
      vi.restoreAllMocks()
      await journal.close()
    }
    expect(readFileSync(path, 'utf8')).toBe('{"a":1}\n{"d":4}\n{"e":5}\n')
  })

  it('keeps, after a torn line, what it had mended before', async () => {
    writeFileSync(path, '{"a":1}\n{"b":2}')
    const journal = await openJournal(path)
    for await (const _line of journal.read());
    const prototype = await readPrototype()
    vi.spyOn(prototype, 'datasync').mockRejectedValueOnce(new Error('EIO'))
    try {
      await expect(journal.append('{"c":3}')).rejects.toThrow(/could not be written/)
      await journal.append('{"d":4}')
    } finally {
      vi.restoreAllMocks()
      await journal.close()
    }
    expect(readFileSync(path, 'utf8')).toBe('{"a":1}\n{"b":2}\n{"d":4}\n')
  })

  it.each([
    ['adds a line', (text: string) => `${text}{"b":2}\n`],
    ['takes one away', () => ''],
  ])('is left to a process that %s, whatever hides its lock', async (_, change) => {
    const journal = await openJournal(path)
    await journal.append('{"a":1}')
    const changed = change(readFileSync(path, 'utf8'))
    writeFileSync(path, changed)
    for (const line of ['{"c":3}', '{"d":4}']) {
      await expect(journal.append(line)).rejects.toThrow('somebody else has changed the journal')
    }
    await journal.close()
    expect(readFileSync(path, 'utf8')).toBe(changed)
  })

  it('says so to one at least of two that add at once', async () => {
    const journal = await openJournal(path)
    const prototype = await readPrototype()
    const append = prototype.appendFile
    vi.spyOn(prototype, 'appendFile').mockImplementationOnce(async function (
      this: FileHandle,
      data,
    ) {
      writeFileSync(path, '{"b":2}\n', { flag: 'a' })
      await append.call(this, data)
    })
    try {
      await expect(journal.append('{"a":1}')).rejects.toThrow(/somebody else/)
    } finally {
      vi.restoreAllMocks()
    }
    await expect(journal.append('{"c":3}')).rejects.toThrow(/somebody else/)
    await journal.close()
    expect(readFileSync(path, 'utf8')).toBe('{"b":2}\n{"a":1}\n')
  })

  it.skipIf(process.platform === 'win32')('says that it was deleted', async () => {
    const journal = await openJournal(path)
    await journal.append('{"a":1}')
    rmSync(path)
    await expect(journal.append('{"b":2}')).rejects.toMatchObject({
      message: 'the journal was deleted',
      next: expect.stringContaining('another run does not know what was called'),
    })
    await journal.close()
  })

  it.each([
    ['', 'name another'],
    ['{"a":1}\n', 'with another journal all that was called is called again'],
  ])(
    'leaves no lock when the disk is full, and says what another would cost',
    async (text, hint) => {
      writeFileSync(path, text)
      const prototype = await readPrototype()
      vi.spyOn(prototype, 'writeFile').mockRejectedValueOnce(
        Object.assign(new Error('full'), { code: 'ENOSPC' }),
      )
      try {
        await expect(openJournal(path)).rejects.toMatchObject({
          message: expect.stringContaining('cannot be opened (ENOSPC)'),
          hint: expect.stringContaining(hint),
        })
      } finally {
        vi.restoreAllMocks()
      }
      expect(readdirSync(folder)).toEqual(['file'])
      await (await openJournal(path)).close()
    },
  )

  it('names nobody when a lock does not', async () => {
    writeFileSync(`${path}.lock`, '')
    await expect(openJournal(path)).rejects.toThrow('another process is working with this journal')
  })

  it.each([
    ['a last line that is damaged, and was not cut', '{"a":1}\nxx\n', /damaged at line 2/],
    ['one before blank lines', '{"a":1}\nxx\n\n', /damaged at line 2/],
    ['a line that none of its own comes near', 'x'.repeat(2 ** 21), /not one of saf-edge/],
  ])('refuses %s', async (_, text, message) => {
    writeFileSync(path, text)
    const journal = await openJournal(path)
    const reading = (async () => {
      for await (const _line of journal.read());
    })()
    await expect(reading).rejects.toThrow(message)
    await journal.close()
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  it('is a file', async () => {
    await expect(openJournal(folder)).rejects.toThrow(/cannot be opened \(EISDIR\)/)
    await expect(openJournal(join(folder, 'no/file'))).rejects.toThrow(/\(ENOENT\)/)
    if (process.platform === 'win32') return
    await expect(openJournal('/dev/null')).rejects.toThrow(/"\/dev\/null" is no file/)
    expect(existsSync('/dev/null.lock')).toBe(false)
  })
})

/** The handle's methods: what fails in them fails as it does on a disk. */
async function readPrototype(): Promise<FileHandle> {
  const handle = await open(path)
  await handle.close()
  return Object.getPrototypeOf(handle) as FileHandle // why: it is its prototype
}

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

  it('leaves it when the disk does not take what would take its place', async () => {
    writeFileSync(path, 'before\n')
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' })
    const writes = [vi.spyOn(fs, 'write'), vi.spyOn(fs, 'writev')]
    for (const write of writes) {
      write.mockImplementation((...args: unknown[]) => {
        const done = args.at(-1) as (error: Error) => void // why: a write's last argument
        setImmediate(() => done(full))
      })
    }
    try {
      const verdicts = createVerdictFile(path)
      await verdicts.add(result)
      await verdicts.add(result)
      await expect(verdicts.place()).rejects.toThrow(/could not be written \(ENOSPC\)/)
      await expect(verdicts.close()).rejects.toThrow(/ENOSPC/)
    } finally {
      vi.restoreAllMocks()
    }
    expect(readFileSync(path, 'utf8')).toBe('before\n')
    expect(readdirSync(folder)).toEqual(['file'])
  })

  it('does not touch what is where it is to be written', async () => {
    const aside = `${path}.partial`
    writeFileSync(aside, 'precious')
    for (const isNew of [true, false]) {
      const prepared = prepareVerdictFile(path, isNew)
      await expect(prepared).rejects.toThrow(/file.partial" is (there already|no file of verd)/)
      await expect(prepared).rejects.toBeInstanceOf(UsageError)
    }
    // Also when it came after that was asked.
    const verdicts = createVerdictFile(path)
    await expect(verdicts.place()).rejects.toThrow(/could not be written \(EEXIST\)/)
    await expect(verdicts.close()).rejects.toThrow(/EEXIST/)
    expect(readFileSync(aside, 'utf8')).toBe('precious')
    expect(existsSync(path)).toBe(false)
  })

  it('takes the place of what a killed run left, and not of what belongs to no journal', async () => {
    const aside = `${path}.partial`
    writeFileSync(aside, line)
    await expect(prepareVerdictFile(path, true)).rejects.toThrow(/file.partial" is there already/)
    expect(readFileSync(aside, 'utf8')).toBe(line)
    await prepareVerdictFile(path, false)
    expect(readdirSync(folder)).toEqual([])
    // Killed before the journal and the verdicts had a line.
    writeFileSync(aside, '')
    await prepareVerdictFile(path, true)
    expect(readdirSync(folder)).toEqual([])
  })

  it('says with its code that it cannot be written', async () => {
    const verdicts = createVerdictFile(join(folder, 'no/file'))
    await expect(verdicts.place()).rejects.toThrow(/verdicts could not be written \(ENOENT\)/)
    await expect(verdicts.add(result)).rejects.toThrow(/ENOENT/)
    await expect(verdicts.close()).rejects.toThrow(/ENOENT/)
  })
})
