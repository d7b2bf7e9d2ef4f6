import { describe, expect, it } from 'vitest'
import { verifyFaces } from '../../../src/batch/index.ts'
import type { BatchJournal, BatchOptions, PairResult } from '../../../src/batch/index.ts'
import { createEmulator, testFaces } from '../../../src/emulator/index.ts'
import { createSaf, ServiceError, TransportError } from '../../../src/index.ts'
import {
  collect,
  collectUntilThrown,
  createDesk,
  createJournal,
  MISMATCH,
  pair,
  pairs,
  PASSED,
  settle,
} from './desk.ts'

const HEADER = '{"saf-edge":"batch journal","version":1,"batch":""}'

/** What a crash leaves of the line that was being written. */
const LEFTOVERS = {
  nothing: () => [],
  'all of it': (line: string) => [line],
  'half of it': (line: string) => [line.slice(0, line.length / 2)],
  'one character': (line: string) => [line.slice(0, 1)],
} as const

/** Runs a batch whose process dies when it writes its line number `lives`. */
async function runUntilCrash(
  lines: readonly string[],
  { lives, left }: { lives: number; left: (line: string) => string[] },
): Promise<{ calls: string[]; lines: string[]; yielded: PairResult[]; isOver: boolean }> {
  const kept = [...lines]
  let [isDead, written] = [false, 0]
  const journal: BatchJournal = {
    read: () => [...kept],
    append(line) {
      if (isDead) return new Promise(() => {})
      if (written++ < lives) {
        kept.push(line)
        return Promise.resolve()
      }
      isDead = true
      kept.push(...left(line))
      return new Promise(() => {})
    },
  }
  const yielded: PairResult[] = []
  const desk = createDesk((code) => (Number(code) % 2 > 0 ? PASSED : MISMATCH))
  let isOver = false
  void (async () => {
    const options: BatchOptions = { concurrency: 2, journal }
    for await (const result of verifyFaces(desk.saf, pairs(5), options)) yielded.push(result)
    isOver = true
  })()
  await settle()
  return { calls: desk.calls, lines: kept, yielded, isOver }
}

describe('resume: after a crash at any line, twice', () => {
  it.each(Object.entries(LEFTOVERS))(
    'no pair is called twice, and none is lost, when it left %s',
    async (_, left) => {
      for (let first = 0; first <= 12; first++) {
        for (let second = 0; second <= 12; second++) {
          const one = await runUntilCrash([], { lives: first, left })
          const two = await runUntilCrash(mend(one.lines), { lives: second, left })
          const three = await runUntilCrash(mend(two.lines), { lives: Infinity, left })
          expect(three.isOver).toBe(true)
          const calls = [one, two, three].flatMap((run) => run.calls)
          expect(new Set(calls).size, `${first}, ${second}`).toBe(calls.length)
          const ids = three.yielded.map(({ id }) => id).sort()
          expect(ids, `${first}, ${second}`).toEqual(['1', '2', '3', '4', '5'])
          const unknown = three.yielded.filter(({ status }) => status === 'unknown')
          const done = three.yielded.length - unknown.length
          expect(done).toBeLessThanOrEqual(calls.length)
          expect(calls.length).toBeLessThanOrEqual(done + unknown.length)
          expect(unknown.length).toBeLessThanOrEqual(4)
          // What was yielded once stays as it was.
          for (const { id, status } of [...one.yielded, ...two.yielded]) {
            expect(three.yielded).toContainEqual(expect.objectContaining({ id, status }))
          }
        }
      }
    },
  )
})

/** A file's journal does so before it adds a line. */
function mend(lines: readonly string[]): string[] {
  return lines.filter((line) => {
    try {
      JSON.parse(line)
      return true
    } catch {
      return false
    }
  })
}

describe('resume: what the journal has', () => {
  it('is yielded first, as it was, and is not called again', async () => {
    const journal = createJournal()
    const answer = (code: string) => (code === '2' ? MISMATCH : PASSED)
    const first = await collect(createDesk(answer), pairs(3), { journal })
    const desk = createDesk(answer)
    const second = await collect(desk, pairs(4), { journal })
    expect(second.slice(0, 3)).toEqual(first.map((result) => ({ ...result, restored: true })))
    expect(second[3]).toMatchObject({ id: '4', restored: false })
    expect(desk.calls).toEqual(['4'])
  })

  it('keeps the order of the source, when that is asked for', async () => {
    const journal = createJournal()
    await collect(createDesk(), [pair(4), pair(2), pair(9)], { journal })
    const results = await collect(createDesk(), pairs(5), { journal, order: 'source' })
    // What the source has no more comes last.
    expect(results.map(({ id, restored }) => [id, restored])).toEqual([
      ['1', false],
      ['2', true],
      ['3', false],
      ['4', true],
      ['5', false],
      ['9', true],
    ])
  })

  it('says which calls run again: those that did not run, and no others', async () => {
    const journal = createJournal()
    const errors: Record<string, unknown> = {
      1: new TransportError('ERR_SAF_NETWORK', 'x', { outcome: 'not-executed', attempts: 1 }),
      2: new TransportError('ERR_SAF_NETWORK', 'x', { outcome: 'unknown', attempts: 1 }),
      3: new ServiceError('ERR_SAF_INTERNAL', 'x', {
        outcome: 'failed',
        attempts: 1,
        serviceCode: 500,
        service: 's',
      }),
      4: new TypeError('"authFaceContent" is empty: expected a JPEG'),
    }
    const failing = createDesk((code) => {
      throw errors[code]
    })
    const first = await collect(failing, pairs(4), { journal, order: 'source' })
    expect(first.map(({ status }) => status)).toEqual(['failed', 'unknown', 'failed', 'failed'])
    const desk = createDesk()
    const second = await collect(desk, pairs(4), { journal, order: 'source' })
    expect(desk.calls).toEqual(['1', '4'])
    expect(second.map(({ status }) => status)).toEqual(['passed', 'unknown', 'failed', 'passed'])
  })

  it('calls again, when its credentials are there, the pair that had none', async () => {
    const { client } = createEmulator()
    const { accessKeyId, accessKeySecret, ...rest } = client
    let isUp = false
    const saf = createSaf({
      ...rest,
      async credentials() {
        if (!isUp) throw new TypeError('CANARY: fetch failed')
        return { accessKeyId, accessKeySecret }
      },
    })
    const photos = { refFaceContent: testFaces.idPhoto, authFaceContent: testFaces.match }
    const source = [{ id: '1', ...photos, resourceCode: '00840000' }]
    const journal = createJournal()
    const [refused] = await collect({ saf }, source, { journal })
    expect(refused).toMatchObject({ status: 'failed', error: { outcome: 'not-executed' } })
    expect(JSON.stringify(refused) + journal.lines.join()).not.toContain('CANARY')
    isUp = true
    const again = await collect({ saf }, source, { journal })
    expect(again).toMatchObject([{ id: '1', status: 'passed', restored: false }])
  })

  it('closes what was under way as unknown, once, and keeps it so', async () => {
    const journal = createJournal([HEADER, '{"started":"2","at":"2026-01-01T00:00:00.000Z"}'])
    const desk = createDesk()
    const results = await collect(desk, pairs(3), { journal })
    const interrupted = {
      id: '2',
      status: 'unknown',
      error: {
        code: 'ERR_INTERRUPTED',
        message: 'an earlier run ended while this call was under way: it may have run',
        outcome: 'unknown',
      },
      restored: true,
    }
    expect(results[0]).toEqual(interrupted)
    expect(desk.calls).toEqual(['1', '3'])
    expect(journal.lines[2]).toContain('{"finished":"2",')
    const lines = journal.lines.length
    expect(await collect(desk, pairs(3), { journal })).toContainEqual(interrupted)
    expect([desk.calls, journal.lines.length]).toEqual([['1', '3'], lines])
  })

  it('refuses an id that comes twice, also when the journal has its result', async () => {
    const journal = createJournal()
    await collect(createDesk(), pairs(1), { journal })
    const results = verifyFaces(createDesk().saf, [pair(1), pair(1)], { journal })
    const { error, ids } = await collectUntilThrown(results)
    expect([ids, String(error)]).toEqual([['1'], expect.stringContaining('has the id "1" twice')])
  })

  it('refuses other photos under an id that it knows, by their fingerprint', async () => {
    const journal = createJournal()
    const desk = createDesk()
    await collect(desk, [pair(1, { fingerprint: 'a' }), pair(2)], { journal })
    const same = [pair(1, { fingerprint: 'a' }), pair(2, { fingerprint: 'b' })]
    expect(await collect(desk, same, { journal })).toHaveLength(2)
    const other = verifyFaces(desk.saf, [pair(1, { fingerprint: 'b' })], { journal })
    const { error } = await collectUntilThrown(other)
    expect(String(error)).toContain('other photos under the id "1" than the journal')
    expect(desk.calls).toHaveLength(2)
  })
})

describe('resume: a journal is refused, nothing is called and nothing written', () => {
  const started = '{"started":"1","at":"x"}'
  const finished = `{"finished":"1","at":"x","status":"passed","verdict":${JSON.stringify(PASSED)}}`
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['a text', ['Dear diary'], /not one of saf-edge/],
    ['JSON of another kind', ['{"id":"1"}'], /not one of saf-edge/],
    ['a list', ['[]'], /not one of saf-edge/],
    ['entries without a header', [started, finished], /not one of saf-edge/],
    [
      'a newer version',
      ['{"saf-edge":"batch journal","version":2,"batch":""}'],
      /version 2, this saf-edge reads 1/,
    ],
    [
      'another batch',
      ['{"saf-edge":"batch journal","version":1,"batch":"emulator"}'],
      /belongs to the batch "emulator", not to ""/,
    ],
    ['a line cut in the middle', [HEADER, '{"started":', started], /damaged at line 2/],
    ['a line of another kind', [HEADER, '{"foo":1}'], /damaged at line 2/],
    ['two headers', [HEADER, HEADER], /damaged at line 2/],
    ['a call that started twice', [HEADER, started, started], /damaged about "1"/],
    ['a call that never started', [HEADER, finished], /damaged about "1"/],
    ['a call after its result', [HEADER, started, finished, started], /damaged about "1"/],
    ['two results', [HEADER, started, finished, finished], /damaged about "1"/],
    [
      'a status that contradicts its verdict',
      [HEADER, started, finished.replace('"status":"passed"', '"status":"not-passed"')],
      /damaged at line 3/,
    ],
    [
      'a verdict that passed without saying so',
      [HEADER, started, finished.replace('"decision":"pass"', '"decision":"mismatch"')],
      /damaged at line 3/,
    ],
    [
      'a verdict that did not pass but says so',
      [HEADER, started, finished.replace('"passed":true', '"passed":false')],
      /damaged at line 3/,
    ],
    [
      'a failure without an outcome',
      [HEADER, started, '{"finished":"1","status":"failed","error":{"code":"x","message":"x"}}'],
      /damaged at line 3/,
    ],
    [
      'a failure that may have run',
      [
        HEADER,
        started,
        '{"finished":"1","status":"failed","error":{"code":"x","message":"x","outcome":"unknown"}}',
      ],
      /damaged at line 3/,
    ],
  ]
  it.each(cases)('%s', async (_, lines, message) => {
    const journal = createJournal(lines)
    const desk = createDesk()
    const { error } = await collectUntilThrown(verifyFaces(desk.saf, pairs(3), { journal }))
    expect(error).toBeInstanceOf(TypeError)
    expect(String(error)).toMatch(message)
    expect([desk.calls, journal.lines]).toEqual([[], lines])
  })

  it('and one that cannot be read throws what its reader throws', async () => {
    const error = new Error('EIO')
    const journal: BatchJournal = {
      append: async () => {},
      // oxlint-disable-next-line require-yield -- why: it fails before it gives anything
      async *read() {
        throw error
      },
    }
    const desk = createDesk()
    const results = verifyFaces(desk.saf, pairs(3), { journal })
    expect(await collectUntilThrown(results)).toEqual({ ids: [], error })
    expect(desk.calls).toEqual([])
  })

  it('but a last line that was cut is left out: its call had not begun', async () => {
    const journal = createJournal([HEADER, started, finished, '{"started":"2","a'])
    const desk = createDesk()
    await collect(desk, pairs(2), { journal })
    expect(desk.calls).toEqual(['2'])
  })

  it('but blank lines are none, and what is added after one can be read again', async () => {
    const journal = createJournal(['', HEADER, ' ', started, finished, ''])
    const desk = createDesk()
    const statuses = async (count: number) =>
      (await collect(desk, pairs(count), { journal })).map(({ id, restored }) => [id, restored])
    expect(await statuses(2)).toEqual([
      ['1', true],
      ['2', false],
    ])
    expect(await statuses(3)).toEqual([
      ['1', true],
      ['2', true],
      ['3', false],
    ])
    expect(desk.calls).toEqual(['2', '3'])
  })

  it('but a header that was cut is none: it is written again', async () => {
    for (let length = 1; length < HEADER.length; length++) {
      const lines = [HEADER.slice(0, length)]
      const journal: BatchJournal = {
        read: () => lines.splice(0),
        append: async (line) => void lines.push(line),
      }
      await collect(createDesk(), pairs(1), { journal })
      expect(lines[0]).toBe(HEADER)
    }
  })
})

describe('journal: its lines', () => {
  it('come before and after each call, and each is safe before what follows it', async () => {
    const steps: string[] = []
    const journal: BatchJournal = {
      read: () => [],
      async append(line) {
        const word = /started|finished/.exec(line)?.[0] ?? 'header'
        steps.push(`${word}?`)
        await settle()
        steps.push(`${word}!`)
      },
    }
    const desk = createDesk(() => {
      steps.push('call')
      return PASSED
    })
    for await (const { id } of verifyFaces(desk.saf, pairs(1), { journal })) steps.push(id)
    const expected = 'header? header! started? started! call finished? finished! 1'
    expect(steps.join(' ')).toBe(expected)
  })

  it('hold no photo, no secret, no name, no free text and no raw data', async () => {
    const { client } = createEmulator({ accessKeys: { testid: 'CANARY-secret' } })
    const saf = createSaf({ ...client, retry: false })
    const source = Object.values(testFaces).map((authFaceContent, at) => ({
      id: String(at),
      refFaceContent: testFaces.idPhoto,
      authFaceContent,
      resourceCode: '00840000',
    }))
    const journal = createJournal()
    await collect({ saf }, source, { journal })
    const wrong = createSaf({ ...client, accessKeySecret: 'CANARY-other' })
    await collect({ saf: wrong }, [{ ...pair(99), ...source[0], id: '99' }], { journal })
    const text = journal.lines.join('\n')
    expect(text).toContain('ERR_SAF_SIGNATURE')
    expect(text).not.toMatch(/CANARY|\/9j\/|%2F9j|Facial|retMessage|raw|testid/)
    expect(Math.max(...journal.lines.map((line) => line.length))).toBeLessThan(600)
    for (const line of journal.lines) expect(line).not.toContain('\n')
  })

  it('are short, however long the answer', async () => {
    const long = 'x'.repeat(10 ** 6)
    const desk = createDesk(() => ({ ...PASSED, requestId: long, retCode: long }))
    const journal = createJournal()
    const [result] = await collect(desk, pairs(1), { journal })
    expect(result?.verdict?.requestId).toHaveLength(256)
    expect(Math.max(...journal.lines.map((line) => line.length))).toBeLessThan(1200)
  })

  it('keep every id as it is', async () => {
    const ids = ['__proto__', 'constructor', '\u2028"\\', '\ud800', 'số 1', '"}', '0', '-1']
    const journal = createJournal()
    const source = ids.map((id) => pair(1, { id }))
    await collect(createDesk(), source, { journal })
    const desk = createDesk()
    const results = await collect(desk, source, { journal, order: 'source' })
    expect([results.map(({ id }) => id), desk.calls]).toEqual([ids, []])
  })
})
