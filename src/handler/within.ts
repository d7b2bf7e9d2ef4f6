/**
 * Waits for a part that is not ours, and not forever.
 *
 * @module
 */
import { startDeadline } from '../transport/deadline.ts'

/** Waits for work. Rejects as it does, or when time runs out; the work itself goes on then. */
export async function within<T>(timeoutMs: number, work: () => T | Promise<T>): Promise<T> {
  const deadline = startDeadline(timeoutMs)
  try {
    return await deadline.race(work())
  } catch (error) {
    throw deadline.isExpired()
      ? new DOMException(`no answer within ${timeoutMs} ms`, 'TimeoutError')
      : error
  } finally {
    deadline.end()
  }
}
