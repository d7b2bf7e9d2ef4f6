/**
 * What the tests of batches work with: a client whose calls are counted and held, and a journal
 * that can crash.
 *
 * @module
 */
import type {
  BatchJournal,
  BatchOptions,
  BatchVerifier,
  FacePair,
  PairResult,
  PairVerdict,
} from '../../../src/batch/index.ts'
import { verifyFaces } from '../../../src/batch/index.ts'

/** A verdict that passed. */
export const PASSED: PairVerdict = {
  passed: true,
  decision: 'pass',
  score: 99.5,
  faceAttack: false,
  retCode: 'OK_SUCCESS',
  retCodeSub: 'Z1140',
  requestId: 'R-1',
}

/** A verdict that did not. */
export const MISMATCH: PairVerdict = { ...PASSED, passed: false, decision: 'mismatch', score: 12 }

/** A client that answers as told. */
export interface Desk {
  readonly saf: BatchVerifier
  /** Resource codes of the calls, in their order: each pair has its own. */
  readonly calls: string[]
  /** The most calls under way at once. */
  readonly most: () => number
}

/** Creates a client; `answer` gets the pair's number, from its resource code. */
export function createDesk(
  answer: (code: string) => PairVerdict | Promise<PairVerdict> = () => PASSED,
): Desk {
  const calls: string[] = []
  let [now, most] = [0, 0]
  return {
    calls,
    most: () => most,
    saf: {
      async verifyFace({ resourceCode }) {
        calls.push(resourceCode)
        most = Math.max(most, ++now)
        try {
          return await answer(resourceCode)
        } finally {
          now--
        }
      },
    },
  }
}

/** A pair whose id and resource code are its number. */
export function pair(number: number, more: Partial<FacePair> = {}): FacePair {
  const id = String(number)
  const photo = Uint8Array.of(number)
  return { id, refFaceContent: photo, authFaceContent: photo, resourceCode: id, ...more }
}

/** Pairs from 1 on. */
export function pairs(count: number): FacePair[] {
  return Array.from({ length: count }, (_, at) => pair(at + 1))
}

/** A journal in memory. */
export interface MemoryJournal extends BatchJournal {
  readonly lines: string[]
}

/** Creates a journal that has lines. */
export function createJournal(lines: readonly string[] = []): MemoryJournal {
  const kept = [...lines]
  return {
    lines: kept,
    append: async (line) => void kept.push(line),
    read: () => [...kept],
  }
}

/** Runs a batch to its end. */
export async function collect(
  { saf }: Pick<Desk, 'saf'>,
  source: Iterable<FacePair> | AsyncIterable<FacePair>,
  options?: BatchOptions,
): Promise<PairResult[]> {
  const results: PairResult[] = []
  for await (const result of verifyFaces(saf, source, options)) results.push(result)
  return results
}

/** Runs a batch until it throws. */
export async function collectUntilThrown(
  results: AsyncIterable<PairResult>,
): Promise<{ readonly ids: string[]; readonly error: unknown }> {
  const ids: string[] = []
  try {
    for await (const { id } of results) ids.push(id)
  } catch (error) {
    return { ids, error }
  }
  throw new Error('the batch was expected to throw')
}

/** Lets everything run that can run without a timer. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** A promise and what settles it. */
export interface Gate<T> {
  readonly promise: Promise<T>
  readonly resolve: (value: T) => void
  readonly reject: (error: unknown) => void
}

/** Creates a promise to be settled later. */
export function createGate<T = void>(): Gate<T> {
  let settleGate: Pick<Gate<T>, 'resolve' | 'reject'> | undefined
  const promise = new Promise<T>((resolve, reject) => {
    settleGate = { resolve, reject }
  })
  return { promise, ...(settleGate as Pick<Gate<T>, 'resolve' | 'reject'>) } // why: set at once
}
