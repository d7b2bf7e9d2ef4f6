/**
 * Runs one verification, and keeps what is known of it so far.
 *
 * @module
 */
import type { LogEntry } from '../../../src/emulator/index.ts'
import { callEmulator } from './call-emulator.ts'
import { showFailure, showVerdict } from './result.ts'
import type { Result } from './result.ts'
import type { Settings } from './settings.ts'
import { createTrack } from './track.ts'
import type { Step } from './track.ts'

/** A verification: under way without a result, over with one. */
export interface Run {
  readonly settings: Settings
  readonly steps: readonly Step[]
  /** What the emulator saw; empty when a handler answers. */
  readonly log: readonly LogEntry[]
  readonly result?: Result
  readonly tookMs: number
}

/**
 * Verifies; resolves in every case.
 *
 * @param onChange - Told of every step, and of the end.
 */
export async function verify(
  settings: Settings,
  signal: AbortSignal,
  onChange: (run: Run) => void,
): Promise<void> {
  const now = (): number => performance.now()
  const startedAt = now()
  let log: readonly LogEntry[] = []
  const tell = (result?: Result): void => {
    const tookMs = now() - startedAt
    onChange({ settings, steps: track.steps, log, tookMs, ...(result && { result }) })
  }
  const track = createTrack(tell, now)
  tell()
  try {
    if (settings.via === 'handler') {
      const fetch = track.watch((input, init) => globalThis.fetch(input, init))
      const { callHandler } = await import('./call-handler.ts')
      tell(await callHandler(settings, { fetch, signal }))
      return
    }
    const { emulator, verdict } = callEmulator(settings, { onEvent: track.onEvent, signal })
    log = emulator.log
    tell(showVerdict(await verdict))
  } catch (error) {
    // A request that was given up reaches the emulator's log a moment later.
    await new Promise((resolve) => setTimeout(resolve, 0))
    tell(showFailure(error, signal))
  }
}
