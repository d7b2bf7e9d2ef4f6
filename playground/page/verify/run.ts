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
  /** The Idempotency-Key that a handler is sent. */
  readonly key: string
  readonly tookMs: number
}

/**
 * Verifies; resolves in every case.
 *
 * @param last - The verification before.
 * @param onChange - Told of every step, and of the end.
 */
export async function verify(
  settings: Settings,
  { last, signal }: { readonly last: Run | undefined; readonly signal: AbortSignal },
  onChange: (run: Run) => void,
): Promise<void> {
  const now = (): number => performance.now()
  const startedAt = now()
  const key = chooseKey(settings, last)
  let log: readonly LogEntry[] = []
  let isSent = false
  const tell = (result?: Result): void => {
    const tookMs = now() - startedAt
    onChange({ settings, key, steps: track.steps, log, tookMs, ...(result && { result }) })
  }
  const track = createTrack(tell, now)
  tell()
  try {
    if (settings.via === 'handler') {
      const fetch = track.watch((input, init) => {
        isSent = true
        return globalThis.fetch(input, init)
      })
      const { callHandler } = await import('./call-handler.ts').catch(() => {
        throw new TypeError('a part of this page could not be loaded: reload it')
      })
      tell(await callHandler(settings, { fetch, key, signal }))
      return
    }
    const { emulator, verdict } = callEmulator(settings, { onEvent: track.onEvent, signal })
    log = emulator.log
    tell(showVerdict(await verdict))
  } catch (error) {
    // A request that was given up reaches the emulator's log a moment later.
    await new Promise((resolve) => setTimeout(resolve, 0))
    const isUnsent = !isSent && log.length === 0
    tell(showFailure(error, signal, isUnsent ? 'not-executed' : undefined))
  }
}

/** How many requests were made. */
export function countRequests({ steps }: Run): number {
  return steps.filter(({ kind }) => kind === 'request').length
}

/** Whether a handler has yet to say what became of a verification. */
export function isOpen({ result, settings }: Run): boolean {
  if (settings.via !== 'handler' || !result || result.kind === 'verdict') return false
  return result.kind === 'aborted' || result.outcome === undefined
}

/**
 * The key of the verification before, until that one is decided: with another, both may be paid.
 * One that sent nothing decides nothing.
 */
function chooseKey(settings: Settings, last: Run | undefined): string {
  const isSame = (['ref', 'auth', 'resourceCode', 'handlerUrl'] as const).every(
    (name) => settings[name] === last?.settings[name],
  )
  if (last && isSame && (isOpen(last) || countRequests(last) === 0)) return last.key
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
