/**
 * One deadline over everything a call waits for: its caller's abort and its own timer, combined by
 * hand, since `AbortSignal.any` is missing on some edge hosts and `AbortSignal.timeout` does not
 * keep Node alive.
 *
 * @module
 */
import { readElapsed } from '../platform/clock.ts'

/** A running deadline. Call `end()` when the work is over, or its timer and listener stay. */
export interface Deadline {
  /** Aborts when time runs out or the parent aborts; hand it to `fetch`. */
  readonly signal: AbortSignal
  /** Waits for work, or rejects with `signal.reason` if the deadline comes first. */
  readonly race: <T>(work: T | Promise<T>) => Promise<T>
  /** Throws as `race` rejects. Looks at the clock too: a busy host's timer comes late. */
  readonly throwIfOver: () => void
  /** Waits; rejects as `race` does. */
  readonly sleep: (ms: number) => Promise<void>
  /** Tells whether its own time ran out, as opposed to an abort from outside. */
  readonly isExpired: () => boolean
  readonly remainingMs: () => number
  /** Stops its own timer; an abort from outside still ends it. */
  readonly disarm: () => void
  readonly end: () => void
}

/**
 * Starts a deadline.
 *
 * @param timeoutMs - Milliseconds from now.
 * @param parent - A signal whose abort ends it too, with the parent's reason.
 * @param outer - The deadline behind `parent`, if it is one: its clock is looked at too.
 */
export function startDeadline(timeoutMs: number, parent?: AbortSignal, outer?: Deadline): Deadline {
  const controller = new AbortController()
  const { signal } = controller
  const endsAt = readElapsed() + timeoutMs
  let expired = false
  const over = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  over.catch(() => {})
  const expire = (): void => {
    expired = true
    controller.abort(new Error('deadline'))
  }
  let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(expire, timeoutMs)
  const disarm = (): void => {
    clearTimeout(timer)
    timer = undefined
  }
  const follow = (): void => controller.abort(parent?.reason)
  if (parent?.aborted) follow()
  else parent?.addEventListener('abort', follow)
  const race = async <T>(work: T | Promise<T>): Promise<T> => Promise.race([over, work])
  return {
    signal,
    race,
    throwIfOver() {
      outer?.throwIfOver()
      if (timer !== undefined && readElapsed() >= endsAt && !signal.aborted) expire()
      if (signal.aborted) throw signal.reason
    },
    async sleep(ms) {
      let waiting: ReturnType<typeof setTimeout> | undefined
      try {
        await race(new Promise((resolve) => void (waiting = setTimeout(resolve, ms))))
      } finally {
        clearTimeout(waiting)
      }
    },
    isExpired: () => expired,
    remainingMs: () => endsAt - readElapsed(),
    disarm,
    end() {
      disarm()
      parent?.removeEventListener('abort', follow)
    },
  }
}
