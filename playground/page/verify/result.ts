/**
 * What a call came to, from the emulator or from a handler, in one shape.
 *
 * @module
 */
import { isSafError } from '../../../src/index.ts'
import type { FaceVerdict, Outcome } from '../../../src/index.ts'

/** A verdict, as far as whoever answered tells it. */
export interface ShownVerdict {
  readonly kind: 'verdict'
  readonly decision: FaceVerdict['decision']
  readonly score?: number | undefined
  readonly requestId: string
  readonly raw: string
  /** Further fields, by name. */
  readonly facts: readonly (readonly [string, string])[]
}

/** A failure, as far as it is known. */
export interface ShownFailure {
  readonly kind: 'failure'
  readonly name: string
  readonly message: string
  readonly code?: string | undefined
  readonly outcome?: Outcome | undefined
  readonly isRetryable?: boolean | undefined
  readonly status?: number | undefined
  readonly requestId?: string | undefined
  /** The answer's text, when a handler gave one. */
  readonly raw?: string | undefined
}

/** The end of a call. */
export type Result = ShownVerdict | ShownFailure | { readonly kind: 'aborted' }

/** Shows a verdict of `verifyFace`. */
export function showVerdict(verdict: FaceVerdict): ShownVerdict {
  const { decision, faceAttack, raw, requestId, retCode, retCodeSub, retMessage, score } = verdict
  const facts: (readonly [string, string])[] = [
    ['passed', String(verdict.passed)],
    ['faceAttack', faceAttack === undefined ? '–' : String(faceAttack)],
    ['retCode', [retCode, retCodeSub].filter((each) => each !== '').join(' · ')],
    ['retMessage', retMessage],
  ]
  return { kind: 'verdict', decision, score, requestId, raw: indent(raw), facts }
}

/**
 * Shows whatever was thrown.
 *
 * @param outcome - Of what is no error of the library, as far as it is known.
 */
export function showFailure(error: unknown, signal: AbortSignal, outcome?: Outcome): Result {
  if (signal.aborted) return { kind: 'aborted' }
  if (!isSafError(error)) {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    return { kind: 'failure', name, message, outcome }
  }
  const { code, message, name, requestId, retryable, status } = error
  return {
    kind: 'failure',
    name,
    message,
    code,
    outcome: error.outcome,
    isRetryable: retryable,
    status,
    requestId,
  }
}

/** Writes JSON over several lines; anything else stays as it is. */
export function indent(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2)
  } catch {
    return text
  }
}
