/**
 * Remembers the nonces that were used, within bounded memory.
 *
 * @module
 */

/** The nonces of accepted requests. */
export interface Nonces {
  /**
   * Uses a nonce up.
   *
   * @param nonce - The nonce, with the key it belongs to.
   * @param untilEpochMs - When the request's timestamp leaves the window: until then it counts.
   * @returns False when it was used before.
   */
  readonly burn: (nonce: string, untilEpochMs: number, nowEpochMs: number) => boolean
  readonly clear: () => void
  readonly count: () => number
}

/** Nonces remembered at most, about 10 MB; beyond it the expired ones go first, then the oldest. */
export const MAX_NONCES = 100_000

/** Creates an empty memory. */
export function createNonces(max: number = MAX_NONCES): Nonces {
  const used = new Map<string, number>()
  return {
    burn(nonce, untilEpochMs, nowEpochMs) {
      const until = used.get(nonce)
      if (until !== undefined && until >= nowEpochMs) return false
      if (used.size >= max) makeRoom(used, max, nowEpochMs)
      used.delete(nonce)
      used.set(nonce, untilEpochMs)
      return true
    },
    clear: () => used.clear(),
    count: () => used.size,
  }
}

/** Drops a tenth at a time, so that a flood costs no sweep per request. */
function makeRoom(used: Map<string, number>, max: number, nowEpochMs: number): void {
  for (const [nonce, until] of used) if (until < nowEpochMs) used.delete(nonce)
  let surplus = used.size - Math.floor(max * 0.9)
  for (const nonce of used.keys()) {
    if (surplus-- <= 0) break
    used.delete(nonce)
  }
}
