/**
 * Reads an answer's body as text, up to a limit of decoded bytes: a compressed bomb grows behind
 * its `Content-Length`, so only what comes out of the stream counts.
 *
 * @module
 */
import type { Deadline } from './deadline.ts'

/**
 * Reads a body; undefined when it is larger than the limit. The stream is cancelled whenever it is
 * not read to its end.
 *
 * @throws What the stream fails with, or the deadline's reason.
 */
export async function readBody(
  response: Response,
  maxBytes: number,
  deadline: Deadline,
): Promise<string | undefined> {
  const reader = response.body?.getReader?.()
  if (!reader) {
    const text = await deadline.race(response.text()) // No stream: a stand-in, or no body at all.
    return text.length > maxBytes ? undefined : text
  }
  let isDone = false
  const readAll = async (): Promise<string | undefined> => {
    const decoder = new TextDecoder()
    let text = ''
    let size = 0
    for (;;) {
      deadline.throwIfOver()
      const { done, value } = await reader.read()
      if (done) break
      size += value.byteLength
      if (size > maxBytes) return undefined
      text += decoder.decode(value, { stream: true })
    }
    isDone = true
    return text + decoder.decode()
  }
  try {
    // One race for all chunks: each would leave its reaction on the deadline's promise.
    return await deadline.race(readAll())
  } finally {
    if (!isDone) reader.cancel().catch(() => {})
  }
}
