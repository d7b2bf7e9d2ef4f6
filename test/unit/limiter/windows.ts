/**
 * Counts what was sent in windows of time.
 *
 * @module
 */

/** The most that lie in any window `[t, t + lengthMs)`. */
export function countMost(atMs: readonly number[], lengthMs: number): number {
  const sorted = [...atMs].sort((a, b) => a - b)
  let most = 0
  let from = 0
  sorted.forEach((time, at) => {
    while ((sorted[from] ?? time) <= time - lengthMs) from += 1
    most = Math.max(most, at - from + 1)
  })
  return most
}

/** The most that lie in one second of the clock. */
export function countInSeconds(atEpochMs: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const time of atEpochMs) {
    const second = Math.floor(time / 1000)
    counts.set(second, (counts.get(second) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values())
}
