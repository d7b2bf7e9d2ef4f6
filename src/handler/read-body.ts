/**
 * Reads a request's body up to a limit of bytes and of time: what is declared is a claim, and a
 * body may come forever, or never.
 *
 * @module
 */
import { startDeadline } from '../transport/deadline.ts'
import { Refusal } from './problem.ts'

/** What a body may be. */
export interface BodyLimits {
  readonly maxBodyBytes: number
  readonly bodyTimeoutMs: number
}

/**
 * Reads a body. What is not read to its end is not wanted: {@link stopSender}.
 *
 * @throws Refusal when it is too large, too slow, or cut; another error when it is somebody else's.
 */
export async function readBody(
  request: Request,
  { maxBodyBytes, bodyTimeoutMs }: BodyLimits,
): Promise<Uint8Array<ArrayBuffer>> {
  if (request.bodyUsed) throw new Error('the body was read before the handler got the request')
  const reader = request.body?.getReader()
  if (!reader) return new Uint8Array()
  const deadline = startDeadline(bodyTimeoutMs)
  let isDone = false
  const readAll = async (): Promise<Uint8Array<ArrayBuffer>> => {
    let bytes = new Uint8Array(Math.min(maxBodyBytes, FIRST_BYTES))
    let size = 0
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      deadline.throwIfOver()
      const end = size + value.byteLength
      if (end > maxBodyBytes) throw tooLarge(maxBodyBytes)
      if (end > bytes.length) {
        const small = bytes
        bytes = new Uint8Array(Math.min(maxBodyBytes, Math.max(end, 2 * size)))
        bytes.set(small)
      }
      bytes.set(value, size)
      size = end
    }
    isDone = true
    return bytes.subarray(0, size)
  }
  try {
    return await deadline.race(readAll())
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (deadline.isExpired()) throw new Refusal('body-timeout')
    throw new Refusal('invalid-body', { detail: 'The body was cut off.' })
  } finally {
    deadline.end()
    if (!isDone) stopSender(request, reader)
  }
}

/**
 * Tells whoever sends that no more is wanted. Of a form that was made in this process nobody does,
 * and Node 24 goes on writing into what was cancelled: a rejection that ends the process. HTTP/1.1
 * announces each body by a header; once it is read, a form's boundary says whether Node drew it.
 */
export function stopSender(
  { bodyUsed, headers }: Request,
  stream: Pick<ReadableStream, 'cancel'> | null,
): void {
  const isSent = headers.has('content-length') || headers.has('transfer-encoding')
  const isOwn = !bodyUsed || headers.get('content-type')?.includes('=----formdata-undici-')
  if (isSent || !isOwn) stream?.cancel().catch(() => {})
}

/** Tells how much may come. */
export function tooLarge(maxBytes: number): Refusal {
  return new Refusal('body-too-large', { detail: `At most ${maxBytes} bytes are read.` })
}

/** Bytes to begin with. A chunk that is kept costs 270 bytes more than it holds: none is. */
const FIRST_BYTES = 65_536
