import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { verifyFaces } from '../../../src/batch/index.ts'
import type { BatchOptions, FacePair, PairResult } from '../../../src/batch/index.ts'
import { createEmulator, testFaces } from '../../../src/emulator/index.ts'
import { createSaf, TransportError } from '../../../src/index.ts'
import {
  collect,
  collectUntilThrown,
  createDesk,
  createGate,
  createJournal,
  MISMATCH,
  pair,
  pairs,
  PASSED,
  settle,
} from './desk.ts'
import type { Gate } from './desk.ts'

describe('verifyFaces: results', () => {
  it('gives each pair one, whatever becomes of it', async () => {
    const { client, script } = createEmulator()
    script({ business: { Code: 402 } }, { fault: 'html-502' })
    const shared = { refFaceContent: testFaces.idPhoto, resourceCode: '00840000' }
    const faces = [testFaces.match, testFaces.match, ...Object.values(testFaces)]
    const source = faces.map((authFaceContent, at) => ({ id: `${at}`, ...shared, authFaceContent }))
    const saf = createSaf({ ...client, retry: false })
    const results = await collect({ saf }, source, { concurrency: 1 })
    expect(results.map(({ id }) => id)).toEqual(source.map(({ id }) => id))
    expect(results.slice(0, 2)).toEqual([
      {
        id: '0',
        status: 'failed',
        error: expect.objectContaining({ code: 'ERR_SAF_QUOTA', outcome: 'not-executed' }),
        restored: false,
      },
      {
        id: '1',
        status: 'unknown',
        error: expect.objectContaining({ code: 'ERR_SAF_BAD_RESPONSE', outcome: 'unknown' }),
        restored: false,
      },
    ])
    const verdicts = results.slice(2).map(({ status, verdict }) => [status, verdict?.decision])
    const byFace = Object.fromEntries(
      Object.keys(testFaces).map((name, at) => [name, verdicts[at]]),
    )
    expect(byFace).toMatchObject({
      match: ['passed', 'pass'],
      mismatch: ['not-passed', 'mismatch'],
      spoof: ['not-passed', 'attack'],
      unreadable: ['not-passed', 'inconclusive'],
    })
  })

  it('fails closed when a client contradicts itself', async () => {
    const desk = createDesk(() => ({ ...PASSED, decision: 'mismatch' }))
    const [result] = await collect(desk, pairs(1))
    expect(result).toMatchObject({ status: 'not-passed', verdict: { passed: false } })
  })

  it('calls unknown what a client throws that is not its own, and shows no text of it', async () => {
    const desk = createDesk((code) => {
      if (code === '1') throw new TypeError('CANARY')
      throw new TypeError('"refFaceContent" expected JPEG, got PNG')
    })
    const [strange, refused] = await collect(desk, pairs(2), { order: 'source' })
    expect(strange).toMatchObject({ status: 'unknown', error: { code: 'ERR_UNEXPECTED' } })
    expect(JSON.stringify(strange)).not.toContain('CANARY')
    expect(refused).toMatchObject({
      status: 'failed',
      error: { code: 'ERR_INPUT', outcome: 'not-executed' },
    })
  })

  it('yields nothing for a source without pairs, sync or async', async () => {
    expect(await collect(createDesk(), [])).toEqual([])
    expect(await collect(createDesk(), (async function* () {})())).toEqual([])
  })
})

describe('verifyFaces: concurrency and order', () => {
  it('never has more calls under way than allowed, and uses them all', async () => {
    const desk = createDesk(async () => {
      await settle()
      return PASSED
    })
    await collect(desk, pairs(20), { concurrency: 3 })
    expect([desk.most(), desk.calls.length]).toEqual([3, 20])
  })

  it('yields results as they come, or in the order of the source', async () => {
    const run = async (order: 'completion' | 'source'): Promise<string[]> => {
      const gates = new Map<string, Gate<typeof PASSED>>()
      const desk = createDesk((code) => {
        const gate = createGate<typeof PASSED>()
        gates.set(code, gate)
        return gate.promise
      })
      const results = collect(desk, pairs(3), { order })
      for (const code of ['3', '1', '2']) {
        await settle()
        gates.get(code)?.resolve(PASSED)
      }
      return (await results).map(({ id }) => id)
    }
    expect(await run('completion')).toEqual(['3', '1', '2'])
    expect(await run('source')).toEqual(['1', '2', '3'])
  })

  it.each(['completion', 'source'] as const)(
    'stays near a consumer that is slow, in order of %s, and near one pair that is',
    async (order) => {
      let given = 0
      const source = (function* () {
        for (const each of pairs(1000)) {
          given++
          yield each
        }
      })()
      const first = createGate<typeof PASSED>()
      const desk = createDesk((code) => (code === '1' ? first.promise : PASSED))
      const results = verifyFaces(desk.saf, source, { concurrency: 2, order })
      const next = results.next()
      await settle()
      // Of two workers: eight results that wait, and what is being pulled.
      expect(given).toBeLessThanOrEqual(10)
      first.resolve(PASSED)
      await next
      await settle()
      expect(given).toBeLessThanOrEqual(12)
      await results.return?.()
    },
  )

  it('begins nothing before the first result is asked for', async () => {
    const desk = createDesk()
    const journal = createJournal()
    verifyFaces(desk.saf, pairs(3), { journal })
    await settle()
    expect([desk.calls, journal.lines]).toEqual([[], []])
  })
})

describe('verifyFaces: photos', () => {
  it('asks for a photo only when its turn has come', async () => {
    let [asked, most] = [0, 0]
    const desk = createDesk(async () => {
      await settle()
      most = Math.max(most, asked - desk.calls.length)
      return PASSED
    })
    const get = async (): Promise<Uint8Array> => {
      asked += 0.5
      return Uint8Array.of(1)
    }
    const late = pairs(20).map((each) => ({ ...each, refFaceContent: get, authFaceContent: get }))
    await collect(desk, late, { concurrency: 2 })
    expect([asked, most <= 2]).toEqual([20, true])
  })

  it('passes them on as they are', async () => {
    const seen: unknown[] = []
    const saf = {
      verifyFace: async (input: object) => {
        seen.push(input)
        return PASSED
      },
    }
    const given = pair(1, { refFaceContent: () => 'text', authFaceContent: new ArrayBuffer(1) })
    await collect({ saf }, [given], { concurrency: 1 })
    expect(seen).toEqual([
      { refFaceContent: 'text', authFaceContent: given.authFaceContent, resourceCode: '1' },
    ])
  })

  it('fails the pair whose photo fails, calls nothing, writes nothing, and shows no path', async () => {
    const desk = createDesk()
    const journal = createJournal()
    const fail = (fields: object) => async (): Promise<never> => {
      throw Object.assign(new Error('open /home/CANARY.jpg'), fields)
    }
    const source = [
      pair(1, { refFaceContent: fail({ code: 'ENOENT' }) }),
      pair(2, { authFaceContent: fail({ code: '/home/CANARY' }) }),
    ]
    const results = await collect(desk, source, { journal, order: 'source' })
    expect(results.map(({ error }) => error)).toEqual([
      {
        code: 'ERR_PHOTO',
        message: '"refFaceContent" could not be read (ENOENT)',
        outcome: 'not-executed',
      },
      expect.objectContaining({ message: '"authFaceContent" could not be read (Error)' }),
    ])
    expect([desk.calls, journal.lines.length]).toEqual([[], 1])
  })

  it('gives up on a photo that never comes', async () => {
    const never = (): Promise<never> => new Promise(() => {})
    const source = [pair(1, { authFaceContent: never }), pair(2)]
    const results = await collect(createDesk(), source, { timeoutMs: 20, order: 'source' })
    expect(results[0]?.error?.message).toBe('"authFaceContent" could not be read (TIMEOUT)')
    expect(results[1]?.status).toBe('passed')
  })

  it('gives each call its deadline', async () => {
    const seen: unknown[] = []
    const saf = {
      verifyFace: async (_: object, options?: object) => {
        seen.push(options)
        return PASSED
      },
    }
    await collect({ saf }, pairs(1), { timeoutMs: 1234 })
    expect(seen).toEqual([{ timeoutMs: 1234 }])
  })
})

describe('verifyFaces: what stops it', () => {
  /** A batch whose calls are held; two are under way. */
  async function startHeld(
    source: Iterable<FacePair> | AsyncIterable<FacePair>,
    more: BatchOptions,
  ) {
    const gate = createGate()
    const desk = createDesk(async () => {
      await gate.promise
      return PASSED
    })
    const journal = createJournal()
    const results = verifyFaces(desk.saf, source, { concurrency: 2, journal, ...more })
    return { gate, desk, journal, results }
  }

  it('an abort: what is under way is waited for and yielded, and then the reason thrown', async () => {
    const stopper = new AbortController()
    const held = await startHeld(pairs(9), { signal: stopper.signal })
    const ended = collectUntilThrown(held.results)
    await settle()
    const reason = new Error('enough')
    stopper.abort(reason)
    await settle()
    held.gate.resolve()
    expect(await ended).toEqual({ ids: ['1', '2'], error: reason })
    expect([held.desk.calls, held.journal.lines.length]).toEqual([['1', '2'], 5])
  })

  it('an abort before it begins, and one while the journal is read: nothing is called', async () => {
    const desk = createDesk()
    const signal = AbortSignal.abort('early')
    const early = verifyFaces(desk.saf, pairs(2), { signal })
    expect(await collectUntilThrown(early)).toEqual({ ids: [], error: 'early' })

    const journal = createJournal()
    await collect(createDesk(), pairs(3), { journal })
    const stopper = new AbortController()
    const results = verifyFaces(desk.saf, pairs(9), { journal, signal: stopper.signal })
    await results.next()
    stopper.abort('late')
    expect(await collectUntilThrown(results)).toEqual({ ids: [], error: 'late' })
    expect(desk.calls).toEqual([])
  })

  it('an abort while a photo is read, or while the source has not answered: no call', async () => {
    const [photo, item] = [createGate<string>(), createGate()]
    const source = (async function* () {
      yield pair(1, { refFaceContent: () => photo.promise })
      await item.promise
      yield pair(2)
    })()
    const stopper = new AbortController()
    const desk = createDesk()
    const journal = createJournal()
    const results = verifyFaces(desk.saf, source, { journal, signal: stopper.signal })
    const ended = collectUntilThrown(results)
    await settle()
    stopper.abort('enough')
    photo.resolve('photo')
    expect(await ended).toEqual({ ids: [], error: 'enough' })
    item.resolve()
    await settle()
    expect([desk.calls, journal.lines.length]).toEqual([[], 1])
    expect(getEventListeners(stopper.signal, 'abort')).toEqual([])
  })

  it('an abort while a call is written down before it: no call, and the next run makes it', async () => {
    const stopper = new AbortController()
    const written = createGate()
    const kept = createJournal()
    const append = async (line: string): Promise<void> => {
      await kept.append(line)
      if (line.includes('"started"')) await written.promise
    }
    const desk = createDesk()
    const journal = { ...kept, append }
    const { signal } = stopper
    const ended = collectUntilThrown(verifyFaces(desk.saf, pairs(1), { journal, signal }))
    await settle()
    stopper.abort('enough')
    written.resolve()
    expect(await ended).toEqual({ ids: [], error: 'enough' })
    expect(desk.calls).toEqual([])
    expect(await collect(desk, pairs(1), { journal: kept })).toMatchObject([{ status: 'passed' }])
    expect(desk.calls).toEqual(['1'])
  })

  it('an abort while the source is silent', async () => {
    const stopper = new AbortController()
    const silent = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => {}) }) }
    const ended = collectUntilThrown(
      verifyFaces(createDesk().saf, silent, { signal: stopper.signal }),
    )
    await settle()
    stopper.abort('enough')
    expect(await ended).toEqual({ ids: [], error: 'enough' })
  })

  it('a consumer that leaves: what is under way is waited for, in the journal, and the source closed', async () => {
    let isClosed = false
    const endless = (async function* () {
      try {
        for (let number = 1; ; number++) yield pair(number)
      } finally {
        isClosed = true
      }
    })()
    const slow = createGate()
    const desk = createDesk(async (code) => {
      if (code !== '1') await slow.promise
      return PASSED
    })
    const journal = createJournal()
    let isLeft = false
    const left = (async () => {
      for await (const _ of verifyFaces(desk.saf, endless, { concurrency: 2, journal })) break
      isLeft = true
    })()
    await settle()
    expect(isLeft).toBe(false)
    slow.resolve()
    await left
    expect(isClosed).toBe(true)
    const counted = (word: string) => journal.lines.filter((line) => line.includes(word)).length
    expect(desk.calls.length).toBe(counted('"finished"'))
    expect(counted('"started"')).toBe(counted('"finished"'))
  })

  it('a consumer that leaves while the source is silent', async () => {
    const silent = (async function* () {
      await new Promise(() => {})
      yield pair(1)
    })()
    const results = verifyFaces(createDesk().saf, silent)
    const next = results.next()
    await settle()
    await results.return?.()
    expect(await next).toEqual({ done: true, value: undefined })
  })

  it('a source that throws: what is under way is yielded first', async () => {
    const error = new Error('disk')
    const failing = (async function* () {
      yield* pairs(2)
      throw error
    })()
    const held = await startHeld(failing, { concurrency: 8 })
    const ended = collectUntilThrown(held.results)
    await settle()
    held.gate.resolve()
    expect(await ended).toEqual({ ids: ['1', '2'], error })
  })

  it('an id that comes twice: it is called once, and what is under way is yielded first', async () => {
    const desk = createDesk()
    const results = verifyFaces(desk.saf, [pair(1), pair(2), pair(1), pair(3)])
    const { error, ids } = await collectUntilThrown(results)
    expect(error).toEqual(new TypeError('"source" has the id "1" twice: each pair needs its own'))
    expect([ids, desk.calls]).toEqual([
      ['1', '2'],
      ['1', '2'],
    ])
  })

  it.each([
    ['no object', 7, '"source[1]" expected pair with an id and two photos, got number'],
    ['no id', { ...pair(2), id: undefined }, '"source[1].id" expected text, got undefined'],
    ['an empty id', pair(2, { id: '' }), '"source[1].id" expected text, got empty text'],
    [
      'a long id',
      pair(2, { id: 'x'.repeat(257) }),
      '"source[1].id" expected at most 256 characters, got 257',
    ],
    [
      'no fingerprint',
      { ...pair(2), fingerprint: 7 },
      '"source[1].fingerprint" expected text, got number',
    ],
  ])('a pair with %s', async (_, wrong, message) => {
    const desk = createDesk()
    const source = [pair(1), wrong as FacePair, pair(3)] // why: wrong on purpose
    const { error, ids } = await collectUntilThrown(verifyFaces(desk.saf, source))
    expect([error, ids, desk.calls]).toEqual([new TypeError(message), ['1'], ['1']])
  })

  it('a journal that takes no line before a call: then there is no call', async () => {
    const full = new Error('ENOSPC')
    const lines: string[] = []
    const journal = {
      read: () => lines,
      async append(line: string) {
        if (line.includes('"started":"2"')) throw full
        lines.push(line)
      },
    }
    const desk = createDesk()
    const results = verifyFaces(desk.saf, pairs(9), { concurrency: 1, journal })
    expect(await collectUntilThrown(results)).toEqual({ ids: ['1'], error: full })
    expect(desk.calls).toEqual(['1'])
  })

  it('a journal that takes no line after a call: its result is yielded all the same', async () => {
    const full = new Error('ENOSPC')
    const journal = {
      read: () => [],
      async append(line: string) {
        if (line.includes('"finished":"2"')) throw full
      },
    }
    const desk = createDesk()
    const results = verifyFaces(desk.saf, pairs(9), { concurrency: 1, journal })
    expect(await collectUntilThrown(results)).toEqual({ ids: ['1', '2'], error: full })
    expect(desk.calls).toEqual(['1', '2'])
  })
})

describe('verifyFaces: a journal that fails', () => {
  it('lets no pair begin whose photos come later', async () => {
    const photo = createGate<string>()
    const journal = {
      read: () => [],
      async append(line: string) {
        if (line.includes('"finished"')) throw new Error('ENOSPC')
      },
    }
    const desk = createDesk()
    const source = [pair(1), pair(2, { refFaceContent: () => photo.promise })]
    const ended = collectUntilThrown(verifyFaces(desk.saf, source, { journal }))
    await settle()
    photo.resolve('photo')
    expect(await ended).toMatchObject({ ids: ['1'], error: { message: 'ENOSPC' } })
    expect(desk.calls).toEqual(['1'])
  })

  it('makes no call that was being written down when it failed', async () => {
    const written = createGate()
    const journal = {
      read: () => [],
      async append(line: string) {
        if (line.includes('"finished"')) throw new Error('ENOSPC')
        if (line.includes('"started":"2"')) await written.promise
      },
    }
    const desk = createDesk()
    const ended = collectUntilThrown(verifyFaces(desk.saf, pairs(2), { journal }))
    await settle()
    written.resolve()
    expect(await ended).toMatchObject({ ids: ['1'], error: { message: 'ENOSPC' } })
    expect(desk.calls).toEqual(['1'])
  })

  it('is told by its first error', async () => {
    const journal = {
      read: () => [],
      async append(line: string) {
        if (line.includes('"started"')) throw new Error(line.slice(0, 14))
      },
    }
    const results = verifyFaces(createDesk().saf, pairs(3), { journal, concurrency: 3 })
    const { error } = await collectUntilThrown(results)
    expect(error).toEqual(new Error('{"started":"1"'))
  })
})

describe('verifyFaces: wrong options are refused at once', () => {
  const desk = createDesk()
  const wrong: readonly (readonly [string, () => unknown, string])[] = [
    [
      'saf',
      () => verifyFaces({} as never, []),
      '"saf" expected client with verifyFace, got object',
    ],
    ['source', () => verifyFaces(desk.saf, {} as never), '"source" expected iterable of pairs'],
    ['a text', () => verifyFaces(desk.saf, 'abc' as never), '"source" expected iterable of pairs'],
    ['options', () => verifyFaces(desk.saf, [], null as never), '"options" expected object'],
    [
      'concurrency',
      () => verifyFaces(desk.saf, [], { concurrency: 0 }),
      '"concurrency" expected positive integer, got 0',
    ],
    [
      'timeoutMs',
      () => verifyFaces(desk.saf, [], { timeoutMs: -1 }),
      '"timeoutMs" expected positive integer, got -1',
    ],
    [
      'order',
      () => verifyFaces(desk.saf, [], { order: 'random' as never }),
      `"order" expected 'completion' or 'source', got string`,
    ],
    [
      'journal',
      () => verifyFaces(desk.saf, [], { journal: { append() {} } as never }),
      '"journal.read" expected function, got undefined',
    ],
    ['batch', () => verifyFaces(desk.saf, [], { batch: 7 as never }), '"batch" expected text'],
  ]
  it.each(wrong)('%s', (_, call, message) => {
    expect(call).toThrow(message)
  })

  it('a timeout of 0 too', () => {
    expect(() => verifyFaces(desk.saf, [], { timeoutMs: 0 })).toThrow('"timeoutMs"')
  })
})

it('verifyFaces: what the limiter has no turn for is called by the next run', async () => {
  const limited = (): never => {
    throw new TransportError('ERR_SAF_LIMITED', 'no turn', { outcome: 'not-executed', attempts: 0 })
  }
  const journal = createJournal()
  const [first] = await collect(createDesk(limited), pairs(1), { journal })
  expect(first).toMatchObject({ status: 'failed', error: { outcome: 'not-executed' } })
  const desk = createDesk(() => MISMATCH)
  const [second]: readonly PairResult[] = await collect(desk, pairs(1), { journal })
  expect([second?.status, desk.calls]).toEqual(['not-passed', ['1']])
})
