/**
 * Makes the paid call, at most once for each record: claim, call, keep what came of it.
 *
 * @module
 */
import { isObject } from '../codec/check.ts'
import { decodeText, own } from '../codec/json.ts'
import { isSafError } from '../errors.ts'
import type { SafError } from '../errors.ts'
import { readOutcome } from '../outcome.ts'
import { randomNonce } from '../platform/nonce.ts'
import type { RecordId } from './fingerprint.ts'
import type { Config, Parts, Verdict } from './options.ts'
import { answerProblem, Refusal } from './problem.ts'
import type { Problem } from './problem.ts'
import type { Input } from './read-input.ts'
import type { Begun } from './store.ts'
import type { Tell } from './tell.ts'
import { within } from './within.ts'

/** A verdict as pages may see it. */
export interface PublicVerdict extends Verdict {
  readonly code?: undefined
  readonly outcome?: undefined
}

/** An answer. */
export interface Answer {
  readonly status: number
  readonly body: Problem | PublicVerdict
  readonly isReplay?: boolean
  readonly retryAfterMs?: number | undefined
}

/** What one call needs. */
export interface Job {
  readonly config: Omit<Config<never>, 'options'>
  readonly parts: Parts
  readonly record: RecordId
  readonly input: Input
  readonly tell: Tell
}

/** When to ask again what is under way, or what is busy. */
const SOON_MS = 1000

/**
 * Verifies, or repeats what came of it before.
 *
 * @throws Refusal when nothing was called: the key is taken, or the store does not answer.
 */
export async function verifyOnce(job: Job): Promise<Answer> {
  const owner = randomNonce()
  const begun = await claim(job, owner)
  switch (begun.state) {
    case 'new':
      return callAndKeep(job, owner)
    case 'done':
      return readKept(begun.result)
    case 'running':
      throw new Refusal('in-progress', { retryAfterMs: SOON_MS })
    case 'conflict':
      throw new Refusal('idempotency-key-reused')
    default:
      // Whoever held it died, or lost the store: it may have called, and nobody calls again.
      return { ...mayHaveRun(), isReplay: true }
  }
}

async function claim({ config, parts, record, tell }: Job, owner: string): Promise<Begun> {
  const { store, keepMs } = parts
  const { leaseMs, stepTimeoutMs } = config
  const { fingerprint, name } = record
  const letGo = (): Promise<void> => store.release(name, owner)
  let beginning: Promise<Begun> | undefined
  try {
    return await within(stepTimeoutMs, () => {
      beginning = store.begin(name, { owner, fingerprint, leaseMs, keepMs })
      return beginning
    })
  } catch (error) {
    tell({ type: 'failed', part: 'store', error })
    // The claim may have arrived, or arrive yet, and would hold the key of a call nobody makes.
    await within(stepTimeoutMs, letGo).catch(() => {})
    Promise.resolve(beginning)
      .then(letGo)
      .catch(() => {})
    throw new Refusal('store-unavailable', { retryAfterMs: SOON_MS })
  }
}

async function callAndKeep(job: Job, owner: string): Promise<Answer> {
  const { config, parts, record, tell } = job
  const { store } = parts
  const answer = await call(job)
  const { status, body } = answer
  const keep = (): Promise<void> =>
    body.outcome === 'not-executed'
      ? store.release(record.name, owner)
      : store.finish(record.name, owner, JSON.stringify({ status, body }))
  // Twice, since a record without its result answers "unknown" forever.
  for (const attempt of [1, 2]) {
    try {
      await within(config.stepTimeoutMs, keep)
      break
    } catch (error) {
      if (attempt === 2) tell({ type: 'failed', part: 'store', error })
    }
  }
  return answer
}

async function call({ config, parts, input, tell }: Job): Promise<Answer> {
  const { callTimeoutMs, reveal, timeoutMs } = config
  try {
    const verdict = await within(callTimeoutMs, () => parts.saf.verifyFace(input, { timeoutMs }))
    return { status: 200, body: describeVerdict(verdict, reveal) }
  } catch (error) {
    tell({ type: 'failed', part: 'call', error })
    const outcome = readOutcome(error) ?? 'unknown'
    const code = outcome === 'unknown' ? 'outcome-unknown' : outcome
    const { requestId, retryable }: Partial<SafError> = isSafError(error) ? error : {}
    const retryAfterMs = retryable ? SOON_MS : undefined
    return answerProblem(code, { outcome, requestId, retryAfterMs })
  }
}

/** Fails closed, whatever a client of one's own gives. */
function describeVerdict(verdict: Verdict, reveal: Config<never>['reveal']): PublicVerdict {
  const { passed, decision, requestId } = verdict
  const revealed = reveal.map((name) => [name, verdict[name]] as const)
  const isPlain = (value: unknown): boolean =>
    ['string', 'number', 'boolean'].includes(typeof value)
  return {
    passed: passed === true && decision === 'pass',
    decision: String(decision),
    requestId: String(requestId),
    ...Object.fromEntries(revealed.filter(([, value]) => isPlain(value))),
  }
}

function mayHaveRun(): Answer {
  return answerProblem('outcome-unknown', { outcome: 'unknown' })
}

/** Reads what `callAndKeep` wrote; a store that gives something else does not say what came of it. */
function readKept(result: string): Answer {
  const kept = decodeText(result)
  const [status, body] = [own(kept, 'status'), own(kept, 'body')]
  const isOurs = [200, 502, 504].includes(Number(status)) && isObject(body)
  const answer = isOurs ? ({ status, body } as unknown as Answer) : mayHaveRun() // why: written by us
  return { ...answer, isReplay: true }
}
