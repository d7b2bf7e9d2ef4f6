/**
 * What every soak must show.
 *
 * @module
 */
import { expect } from 'vitest'
import type { SoakReport } from './soak.ts'

/** Half of the 200 000 calls; `SOAK=20000` makes another number. */
export const CALLS: number = Number(process.env['SOAK'] || 100_000)

const MIB = 2 ** 20

/** Prints a report and judges it. */
export function judgeSoak({ outcomes, heaps, ...report }: SoakReport): void {
  console.log([...outcomes].map(([result, count]) => `${count} ${result}`).join(', '))
  console.log(`heap in MiB: ${heaps.map((bytes) => (bytes / MIB).toFixed(1)).join(', ')}`)
  expect(report).toEqual({ twice: [], wrong: [], rejections: [], timers: 0, listeners: 0 })
  const [first = 0, , last = Infinity] = heaps
  expect((last - first) / MIB).toBeLessThan(3)
  // The faults came, and so did answers.
  expect(outcomes.get('ok')).toBeGreaterThan(CALLS * 0.8)
  expect(outcomes.size).toBeGreaterThan(8)
}
