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
 */
export async function readText(
  response: Response,
  maxBytes: number,
  race: Deadline['race'],
): Promise<string | undefined> {
  if (!response.body) return ''
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  let isDone = false
  try {
    for (;;) {
      const { done, value } = await race(reader.read())
      if (done) break
      size += value.byteLength
      if (size > maxBytes) return undefined
      text += decoder.decode(value, { stream: true })
    }
    isDone = true
    return text + decoder.decode()
  } finally {
    if (!isDone) reader.cancel().catch(() => {})
  }
}
