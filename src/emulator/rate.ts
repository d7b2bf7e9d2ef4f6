/**
 * Flow control of an account: so many requests in any second.
 *
 * @module
 */

/** Counts requests. */
export interface Rate {
  /** Milliseconds until the next request is let through; 0 lets this one through and counts it. */
  readonly take: (nowEpochMs: number) => number
  readonly clear: () => void
}

/** Creates a counter; an infinite rate lets everything through and counts nothing. */
export function createRate(perSecond: number): Rate {
  const recent: number[] = []
  return {
    take(nowEpochMs) {
      if (perSecond === Infinity) return 0
      const [oldest] = recent
      if (oldest !== undefined && recent.length >= perSecond) {
        const age = Math.max(0, nowEpochMs - oldest)
        if (age < 1000) return Math.ceil(1000 - age)
        recent.shift()
      }
      recent.push(nowEpochMs)
      return 0
    },
    clear() {
      recent.length = 0
    },
  }
}
