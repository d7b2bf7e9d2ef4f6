/**
 * The steps of a call, for the time line: requests, waits, and what was noticed.
 *
 * @module
 */
import type { RetryEvent } from '../../../src/events.ts'
import type { FetchLike, SafEvent } from '../../../src/index.ts'

/** A step of a call; times count from its start. */
export interface Step {
  readonly kind: 'request' | 'wait' | 'skew'
  readonly startMs: number
  readonly endMs: number
  readonly status?: number | undefined
  /** What went wrong. */
  readonly code?: string | undefined
  /** Why another request follows. */
  readonly why?: RetryEvent['kind'] | undefined
  /** How far the gateway's clock is ahead. */
  readonly skewMs?: number | undefined
}

/** Collects the steps of one call. */
export interface Track {
  readonly steps: readonly Step[]
  /** Hears what `createSaf` tells. */
  readonly onEvent: (event: SafEvent) => void
  /** Watches a `fetch` whose caller tells nothing. */
  readonly watch: (fetch: FetchLike) => FetchLike
}

/** Creates an empty track; `onStep` is called after each step. */
export function createTrack(onStep: () => void, now: () => number): Track {
  const steps: Step[] = []
  const startedAt = now()
  const add = (step: Step): void => {
    steps.push(step)
    onStep()
  }
  return {
    steps,
    onEvent(event) {
      const { elapsedMs } = event
      if (event.type === 'attempt') {
        const { code, durationMs, status } = event
        const startMs = elapsedMs - durationMs
        add({ kind: 'request', startMs, endMs: elapsedMs, status, code })
      } else if (event.type === 'retry') {
        const { kind: why, waitMs } = event
        add({ kind: 'wait', startMs: elapsedMs, endMs: elapsedMs + waitMs, why })
      } else if (event.type === 'skew') {
        add({ kind: 'skew', startMs: elapsedMs, endMs: elapsedMs, skewMs: event.skewMs })
      }
    },
    watch: (fetch) => async (input, init) => {
      const startMs = now() - startedAt
      const before = steps.at(-1)
      if (before) add({ kind: 'wait', startMs: before.endMs, endMs: startMs })
      let status: number | undefined
      try {
        const response = await fetch(input, init)
        status = response.status
        return response
      } finally {
        add({ kind: 'request', startMs, endMs: now() - startedAt, status })
      }
    },
  }
}
