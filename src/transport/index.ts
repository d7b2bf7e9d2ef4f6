/**
 * Sends one signed form and brings back what came, unjudged. The only user of `fetch`.
 *
 * @module
 */
import type { Sent } from '../flow.ts'
import { readField } from '../read-field.ts'
import type { FetchLike } from '../types.ts'
import { readBody } from './body.ts'
import type { Deadline } from './deadline.ts'

/** One attempt to send. */
export interface Attempt {
  /** The caller's fetch; the host's own when undefined. */
  readonly fetch: FetchLike | undefined
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
  /** Decoded bytes of the answer read before giving up. */
  readonly maxBytes: number
  /** Covers the headers and the body. */
  readonly deadline: Deadline
  /** Is called between the two. */
  readonly onHeaders?: (() => void) | undefined
}

/** What an answer is that cannot be read to its end. */
export const BROKEN = 'an unreadable or broken stream'

/**
 * Sends one POST.
 *
 * @throws The deadline's `signal.reason` when it ends first: before the headers, or in the body.
 */
export async function sendOnce(attempt: Attempt): Promise<Sent> {
  const { fetch: given, url, headers, body, deadline, onHeaders } = attempt
  const { race, signal } = deadline
  deadline.throwIfOver()
  let response: Response
  let work: Promise<Response> | undefined
  try {
    const init = { method: 'POST', headers, body, redirect: 'manual', signal } as const
    // Called late and bare: a stored host fetch throws "Illegal invocation" on workerd.
    work = given ? given(url, init) : globalThis.fetch(url, init)
    response = await race(work)
  } catch (error) {
    if (!signal.aborted) return { kind: 'rejected', error }
    // A fetch that ignores its signal answers late: its body is let go.
    const letGo = async (): Promise<void> => (await work)?.body?.cancel()
    letGo().catch(ignore)
    throw signal.reason
  }
  onHeaders?.()
  return isResponse(response)
    ? readAll(response, attempt)
    : { kind: 'lost', what: 'no Response from "fetch"' }
}

async function readAll(response: Response, { deadline, maxBytes }: Attempt): Promise<Sent> {
  const { status, type } = response
  // A browser hides a redirect as an opaque answer with status 0.
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    response.body?.cancel().catch(ignore)
    return {
      kind: 'lost',
      what: 'a redirect, which is never followed',
      code: 'ERR_SAF_REDIRECT',
      status,
    }
  }
  try {
    const text = await readBody(response, maxBytes, deadline)
    if (text === undefined)
      return {
        kind: 'lost',
        what: 'an answer larger than "maxResponseBytes"',
        code: 'ERR_SAF_TOO_LARGE',
        status,
      }
    return { kind: 'answer', status, headers: (name) => response.headers.get(name), text }
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason
    return { kind: 'lost', what: BROKEN, status, error }
  }
}

function ignore(): void {}

/** A response of any realm, or of a stand-in: what is used of it must be there. */
function isResponse(value: unknown): value is Response {
  return typeof readField(value, 'status') === 'number' && readField(value, 'headers') !== undefined
}
