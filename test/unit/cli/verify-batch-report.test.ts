import { describe, expect, it, vi } from 'vitest'
import { createPrinter } from '../../../src/cli/output.ts'
import {
  count,
  createProgress,
  describeProgress,
  startTally,
} from '../../../src/cli/verify-batch-report.ts'
import type { Tally } from '../../../src/cli/verify-batch-report.ts'

describe('progress', () => {
  /** A batch that began at 0 ms. */
  function tally(total: number, counts: Partial<Tally['counts']>, restored = 0): Tally {
    const all = { passed: 0, 'not-passed': 0, failed: 0, unknown: 0, ...counts }
    return { ...startTally(total), counts: all, restored, startedAtMs: 0 }
  }

  it('says how many, how fast, and how long it still takes', () => {
    const half = tally(5000, { passed: 2400, 'not-passed': 90, failed: 7, unknown: 3 })
    expect(describeProgress(half, 50_000)).toBe(
      '2500/5000 50% 50.0/s 50 s left  passed 2400 not 90 failed 7 unknown 3',
    )
  })

  it('does not count what the journal had into its speed', () => {
    const resumed = tally(1000, { passed: 600 }, 500)
    expect(describeProgress(resumed, 10_000)).toContain('60% 10.0/s 40 s left')
  })

  it('says nothing of the time that is left before it can know', () => {
    expect(describeProgress(tally(9, {}), 0)).toBe(
      '0/9 0% 0.0/s  passed 0 not 0 failed 0 unknown 0',
    )
  })

  it('counts minutes and hours', () => {
    expect(describeProgress(tally(400, { passed: 100 }), 100_000)).toContain(' 5:00 left')
    expect(describeProgress(tally(36_825, { passed: 100 }), 10_000)).toContain(' 1:01:13 left')
  })

  it('fits into a line', () => {
    const counts = { passed: 499_000, 'not-passed': 900, failed: 90, unknown: 9 }
    expect(describeProgress(tally(1_000_000, counts), 10 ** 7).length).toBeLessThan(100)
  })
})

describe('progress: where it is shown', () => {
  /** Prints the progress of two results that are there at once. */
  function show(isTTY: boolean, isJson = false): string {
    // How a terminal that can do it is: a test run may say otherwise.
    vi.stubEnv('NO_COLOR', undefined)
    vi.stubEnv('TERM', 'xterm')
    const written: string[] = []
    const stream = { isTTY, on() {}, write: (text: string) => written.push(text) }
    const err = createPrinter(stream as never) // why: all that a printer uses
    const tally = startTally(2)
    const progress = createProgress({ out: err, err, isJson }, tally)
    for (const id of ['1', '2']) {
      count(tally, {
        id,
        status: 'unknown',
        error: { code: 'ERR_INTERRUPTED', message: '', outcome: 'unknown' },
        restored: false,
      })
      progress.show()
    }
    progress.end()
    vi.unstubAllEnvs()
    return written.join('')
  }

  it('on a terminal, in one line that it takes back', () => {
    expect(show(true)).toMatch(/^\u001B\[2m1\/2 50% .*unknown 1\u001B\[0m\r\u001B\[2K$/)
  })

  it('elsewhere, in lines that come seldom; with --json not at all', () => {
    expect(show(false)).toBe('')
    expect(show(true, true)).toBe('')
  })
})
