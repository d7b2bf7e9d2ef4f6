/**
 * One attempt of a signed ky, in the place of its `fetch`: reads what ky asks for, signs it afresh,
 * sends it, and gives ky the answer or throws what it amounts to. ky never sees what was signed, so
 * that none of its errors and hooks can show it. Private.
 *
 * @module
 */
import { signOnce } from '../caller.ts'
import type { Client } from '../caller.ts'
import type { Outcome } from '../errors.ts'
import type { Again, RawAnswer, Sent } from '../flow.ts'
import { readSent } from '../response.ts'
import type { FetchLike } from '../types.ts'
import { startDeadline } from '../transport/deadline.ts'
import { BROKEN, sendOnce } from '../transport/index.ts'
import { readAsked } from './asked.ts'
import { judgeCode } from './judge.ts'
import { readProof } from '../transport/network.ts'

/** What one call has been through. */
export interface KyCall {
  attempts: number
  /** The worst outcome so far. Each attempt has bytes of its own: none settles another. */
  earlier: Outcome
  /** A request is under way. */
  isPending: boolean
  /** What the last failure allows. */
  again: Again | undefined
}

/** ky has timers of its own: this one never rings. */
const NEVER_MS = 2_147_483_647

/** The headers of an answer that ky gets. */
const KEPT = ['content-type', 'date', 'x-acs-request-id', 'x-acs-trace-id']

/**
 * Makes one attempt.
 *
 * @throws TypeError for what cannot be sent; a `SafError`; or the reason of ky's signal.
 */
export async function attemptSigned(
  request: Request,
  { client, call }: { readonly client: Client; readonly call: KyCall },
  fetch: FetchLike | undefined,
): Promise<Response> {
  const { config } = client
  const { format, maxResponseBytes, platform, url } = config
  const deadline = startDeadline(NEVER_MS, request.signal)
  try {
    const asked = await deadline.race(readAsked(request, url))
    const forceRefresh = call.again?.kind === 'token'
    const given = await deadline.race(config.credentials({ forceRefresh }))
    const credentials = config.checkCredentials(given)
    const { skewMs } = client
    const signed = signOnce(client, asked, credentials)
    const { headers, body, stringToSign } = await deadline.race(signed)
    if (call.isPending) call.earlier = 'unknown'
    call.isPending = true
    const facts = { attempts: ++call.attempts, earlier: call.earlier }
    const maxBytes = Math.max(maxResponseBytes, 2 * body.length + 65_536)
    const nowEpochMs = platform.now()
    const prove = fetch ? () => 'nothing' as const : readProof
    const parcel = { fetch, url, headers, body, maxBytes, deadline }
    const sent = await sendOnce(parcel).catch((error: unknown): Sent => {
      if (request.signal.aborted) throw error
      return { kind: 'lost', what: BROKEN, error } // A stand-in for a Response, which throws something.
    })
    const reading = { facts, format, stringToSign, nowEpochMs, skewMs, readProof: prove }
    const read = readSent(sent, reading)
    const result = read.error ? read : judgeCode(read.value, facts, asked)
    call.isPending = false
    if (!result.error) return toResponse(sent as RawAnswer) // why: only an answer has a value
    call.again = result.again
    call.earlier = result.error.outcome
    if (result.skewMs !== undefined) client.skewMs = result.skewMs
    throw result.error
  } finally {
    deadline.end()
  }
}

function toResponse({ status, headers, text }: RawAnswer): Response {
  const kept = KEPT.map((name) => [name, headers(name)] as const)
  const found = kept.filter((pair): pair is readonly [string, string] => pair[1] !== null)
  return new Response(text, { status, headers: Object.fromEntries(found) })
}
