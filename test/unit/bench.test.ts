/**
 * What the bench makes of its numbers: a wrong ratio or a wrong "met" would end in the README.
 *
 * @module
 */
import { expect, test } from 'vitest'

type Rounds = readonly number[]
type Photos = Readonly<Record<'refFaceContent' | 'authFaceContent', Uint8Array>>

interface Row {
  readonly what: string
  readonly value: { readonly median: number }
  readonly verdict: string
}

interface Bench {
  readonly judge: (runtimes: object) => readonly Row[]
  readonly makePhotos: (characters: number) => Photos
  readonly median: (values: Rounds) => number
  readonly ratio: (
    over: Rounds,
    under: Rounds,
  ) => Readonly<Record<'median' | 'low' | 'high', number>>
}

/** Loaded by URL: plain JavaScript without types, which runs where TypeScript does not. */
const load = (file: string): Promise<Partial<Bench>> =>
  import(new URL(`../bench/${file}`, import.meta.url).href)

const { judge, makePhotos, median, ratio } = {
  ...(await load('bars.mjs')),
  ...(await load('photos.mjs')),
  ...(await load('statistics.mjs')),
} as Bench // why: the three files export these four

/** CPU time of one run at each size; pop-core takes 10 ms. */
const measured = (verifyFace: Readonly<Record<string, number>>): object => ({
  throughput: Object.fromEntries(
    Object.entries(verifyFace).map(([size, ms]) => [
      size,
      { verifyFace: { cpu: [ms], toBody: [ms] }, 'pop-core': { cpu: [10], toBody: [10] } },
    ]),
  ),
})

test('ratio: divides round by round, so that a slow round falls out', () => {
  expect(ratio([2, 40, 6], [1, 10, 2])).toEqual({ median: 3, low: 2, high: 4 })
  expect(ratio([3, 5], [2])).toEqual({ median: 2, low: 1.5, high: 2.5 })
})

test('median: takes the middle of an unsorted list, or halves its two middles', () => {
  expect([median([9, 1, 10]), median([4, 1, 2, 10])]).toEqual([9, 3])
})

test.for([
  [{ '1 MB': 2, '8 MB': 1 }, 5, 'aim met'],
  [{ '1 MB': 2, '8 MB': 2.5 }, 4, 'met'],
  [{ '1 MB': 4, '4 MB': 1, '8 MB': 2 }, 2.5, 'missed'],
] as const)('judge: the worst size of %j counts', ([sizes, value, verdict]) => {
  const rows = judge({ node20: measured(sizes) })
  expect(rows.map((row) => [row.value.median, row.verdict])).toEqual([[value, verdict]])
})

test('judge: where less is better the largest ratio counts', () => {
  const cpu = {
    '1 MB': { verifyFace: [2.5], floor: [1] },
    '8 MB': { verifyFace: [24], floor: [8] },
  }
  const rows = judge({ workerd: { cpu } })
  expect(rows.map((row) => [row.value.median, row.verdict])).toEqual([
    [3, 'met'],
    [3, 'missed'],
  ])
})

test('judge: says nothing of what was not measured', () => {
  expect(judge({ bun: {}, workerd: { throughput: {} } })).toEqual([])
})

test('photos: are two JPEGs of the size asked for, the same every time, with + and / in base64', () => {
  const { refFaceContent, authFaceContent } = makePhotos(100_000)
  expect(refFaceContent.length + authFaceContent.length).toBe(75_000)
  expect(makePhotos(100_000)).toEqual({ refFaceContent, authFaceContent })
  for (const photo of [refFaceContent, authFaceContent]) {
    expect([...photo.subarray(0, 3), ...photo.subarray(-2)]).toEqual([255, 216, 255, 255, 217])
    const escaped = Buffer.from(photo).toString('base64').replace(/\w/g, '')
    expect(escaped.length / 50_000).toBeCloseTo(2 / 64, 2)
  }
})
