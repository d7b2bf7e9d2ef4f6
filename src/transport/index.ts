/**
 * Sends one signed form and brings back what came, unjudged. The only user of `fetch`.
 *
 * @module
 */
import type { Sent } from '../flow.ts'
import { readField } from '../read-field.ts'
import type { FetchLike } from '../types.ts'
import { readText } from './body.ts'
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
    Promise.resolve(work)
      .then((late) => late?.body?.cancel())
      .catch(ignore)
    throw signal.reason
  }
  onHeaders?.()
  return isResponse(response) ? readAll(response, attempt) : { kind: 'no-response' }
}

async function readAll(response: Response, { deadline, maxBytes }: Attempt): Promise<Sent> {
  const { status } = response
  if (isRedirect(response)) {
    response.body?.cancel().catch(ignore)
    return { kind: 'redirect', status }
  }
  try {
    const text = await readText(response, maxBytes, deadline)
    if (text === undefined) return { kind: 'too-large', status }
    return { kind: 'answer', status, headers: (name) => response.headers.get(name), text }
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason
    return { kind: 'cut', status, error }
  }
}

function ignore(): void {}

/** A response of any realm, or of a stand-in: what is used of it must be there. */
function isResponse(value: unknown): value is Response {
  return typeof readField(value, 'status') === 'number' && readField(value, 'headers') !== undefined
}

/** A browser hides a redirect as an opaque answer with status 0. */
function isRedirect({ status, type }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400)
}
