/**
 * Takes a request as `fetch` is given it, and reads what the gateway would see.
 *
 * @module
 */
import { liftHeaders } from './acs3.ts'
import type { PageStatus } from './pages.ts'
import { parsePairs, readAscii } from './parameters.ts'
import { untilAborted } from './wait.ts'

/** A request that reached the gateway. */
export interface Arrival {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly urlBytes: number
  readonly body: Uint8Array
  /** Bytes of the body; of one that is refused by its size, those that were read. */
  readonly bodyBytes: number
  /** Query and form united, and what the newer signature has in headers. */
  readonly params: ReadonlyMap<string, string>
  /** The parameter that makes the whole of them unreadable. */
  readonly badParam: string | undefined
  /** The front end's refusal, made before the gateway looked. */
  readonly page: PageStatus | undefined
}

/** What the front end lets through. */
export interface ArrivalLimits {
  readonly maxUrlBytes: number
  readonly maxBodyBytes: number
}

/** Finds the signal that a `fetch` call listens to. */
export function findSignal(
  input: string | URL | Request,
  init: RequestInit | undefined,
): AbortSignal | undefined {
  if (init?.signal !== undefined) return init.signal ?? undefined
  return typeof input === 'object' && 'signal' in input ? input.signal : undefined
}

/**
 * Reads a request.
 *
 * @throws TypeError when the host's `Request` refuses the arguments, as its `fetch` would; the
 *   signal's reason on abort.
 */
export async function readArrival(
  request: Request,
  limits: ArrivalLimits,
  signal: AbortSignal | undefined,
): Promise<Arrival> {
  const { method, headers } = request
  const url = new URL(request.url)
  const urlBytes = url.pathname.length + url.search.length
  const params = new Map<string, string>()
  const arrival = { method, url, headers, urlBytes, params, badParam: undefined }
  if (urlBytes > limits.maxUrlBytes) return { ...arrival, ...NO_BODY, page: 414 }
  const read = await readBody(request, limits.maxBodyBytes, signal)
  const { body, page } = read
  if (page !== undefined) return { ...arrival, ...read }
  const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i
  const form = isForm.test(headers.get('content-type') ?? '') ? readAscii(body) : ''
  const [inQuery, inForm] = [url.search.slice(1), form].map((text) => parsePairs(text, params))
  const badParam = inQuery ?? inForm ?? liftHeaders(headers, params)
  return { ...arrival, ...read, badParam }
}

type Body = Pick<Arrival, 'body' | 'bodyBytes' | 'page'>

const NO_BODY: Body = { body: /* @__PURE__ */ new Uint8Array(), bodyBytes: 0, page: undefined }

/** Takes both forms of a `fetch` call. The signal stays outside: a Request would hold on to it. */
export function readRequest(input: string | URL | Request, init: RequestInit | undefined): Request {
  const { method, headers, body } = init ?? {}
  const parts: RequestInit & { duplex?: 'half' } = { signal: null }
  if (method !== undefined) parts.method = method
  if (headers !== undefined) parts.headers = headers
  if (body !== undefined && body !== null) {
    parts.body = body
    // A body that is a stream asks for it.
    parts.duplex = 'half'
  }
  return new Request(input, parts)
}

/** Reads the body up to the limit; there is a page for one that is larger, or breaks off. */
async function readBody(
  request: Request,
  maxBytes: number,
  signal: AbortSignal | undefined,
): Promise<Body> {
  if (request.body === null) return NO_BODY
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    // Firefox has no Request.body, but arrayBuffer().
    const reader = (request.body ?? new Response(await request.arrayBuffer()).body)?.getReader()
    while (reader) {
      const { done, value } = await untilAborted(reader.read(), signal)
      if (done) break
      size += value.byteLength
      if (size > maxBytes) {
        reader.cancel().catch(() => {})
        return { ...NO_BODY, bodyBytes: size, page: 413 }
      }
      chunks.push(value)
    }
  } catch (error) {
    if (signal?.aborted) throw error
    return { ...NO_BODY, bodyBytes: size, page: 400 }
  }
  return { body: joinChunks(chunks, size), bodyBytes: size, page: undefined }
}

function joinChunks(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = chunks
  if (only && chunks.length === 1) return only
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
