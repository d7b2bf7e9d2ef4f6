/**
 * One call of somebody's own handler, through ky.
 *
 * @module
 */
import ky, { HTTPError } from 'ky'
import type { FetchLike } from '../../../src/index.ts'
import { indent } from './result.ts'
import type { Result, ShownVerdict } from './result.ts'
import type { Settings } from './settings.ts'

const DECISIONS: readonly string[] = ['pass', 'mismatch', 'attack', 'inconclusive']

/** Answers before anything ran, or while it runs: the same key may be sent again. */
const AGAIN = [409, 429, 503]

/**
 * Sends both photos; each retry carries the same Idempotency-Key, so that nothing runs twice.
 *
 * @throws What ky throws when there is no answer.
 */
export async function callHandler(
  { auth, handlerAuth, handlerUrl, ref, resourceCode, timeoutMs }: Settings,
  watch: { readonly fetch: FetchLike; readonly key: string; readonly signal: AbortSignal },
): Promise<Result> {
  const body = new FormData()
  body.set('refFaceContent', ref.blob, 'ref.jpg')
  body.set('authFaceContent', auth.blob, 'auth.jpg')
  body.set('resourceCode', resourceCode)
  const headers = {
    'Idempotency-Key': watch.key,
    ...(handlerAuth !== '' && { Authorization: handlerAuth }),
  }
  const retry = { limit: 2, methods: ['post'], statusCodes: AGAIN, afterStatusCodes: AGAIN }
  const { fetch, signal } = watch
  try {
    const timeout = Math.max(timeoutMs, 1)
    const response = await ky.post(handlerUrl, { body, headers, retry, timeout, fetch, signal })
    return readAnswer(await response.text())
  } catch (error) {
    if (!(error instanceof HTTPError)) throw error
    return readProblem(error.response.status, await error.response.text())
  }
}

function readAnswer(text: string): Result {
  const { decision, passed, requestId, score } = readJson(text)
  if (decision === undefined && passed === undefined) return readProblem(200, text)
  const isDecision = DECISIONS.includes(String(decision)) && (decision === 'pass') === passed
  return {
    kind: 'verdict',
    // Fail closed: what is no decision, or contradicts itself, decides nothing.
    decision: isDecision ? (decision as ShownVerdict['decision']) : 'inconclusive', // why: listed
    score: typeof score === 'number' ? score : undefined,
    requestId: typeof requestId === 'string' ? requestId : '',
    raw: indent(text),
    facts: [],
  }
}

function readProblem(status: number, text: string): Result {
  const { code, detail, outcome, requestId, title } = readJson(text)
  const say = (value: unknown): string | undefined =>
    typeof value === 'string' ? value : undefined
  const known = (['not-executed', 'failed', 'unknown'] as const).find((each) => each === outcome)
  return {
    kind: 'failure',
    name: say(title) ?? `HTTP ${status}`,
    message: say(detail) ?? (status === 200 ? 'expected the verdict of a createVerifyHandler' : ''),
    code: say(code),
    outcome: known,
    status,
    requestId: say(requestId),
    raw: indent(text),
  }
}

function readJson(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}
