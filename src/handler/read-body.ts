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
  readonly maxBytes: number
  readonly timeoutMs: number
}

/**
 * Reads a body. The stream is cancelled whenever it is not read to its end.
 *
 * @throws Refusal when it is too large, too slow, or cut.
 */
export async function readBody(
  request: Request,
  { maxBytes, timeoutMs }: BodyLimits,
): Promise<Uint8Array<ArrayBuffer>> {
  if (request.bodyUsed) throw new Refusal('misconfigured', { cause: new Error(USED) })
  const reader = request.body?.getReader()
  if (!reader) return new Uint8Array()
  const deadline = startDeadline(timeoutMs)
  let isDone = false
  const readAll = async (): Promise<Uint8Array<ArrayBuffer>> => {
    const chunks: Uint8Array[] = []
    let size = 0
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.byteLength
      if (size > maxBytes) throw tooLarge(maxBytes)
      chunks.push(value)
    }
    isDone = true
    return join(chunks, size)
  }
  try {
    return await deadline.race(readAll())
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (deadline.isExpired()) throw new Refusal('body-timeout')
    throw new Refusal('invalid-body', { detail: 'The body was cut off.' })
  } finally {
    deadline.end()
    if (!isDone) reader.cancel().catch(() => {})
  }
}

/** Tells how much may come. */
export function tooLarge(maxBytes: number): Refusal {
  return new Refusal('body-too-large', { detail: `At most ${maxBytes} bytes are read.` })
}

const USED = 'the body was read before the handler got the request'

function join(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}
