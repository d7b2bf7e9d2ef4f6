/**
 * The emulator over HTTP, which counts the paid calls of each pair: pairs are told apart by a tag
 * after the JPEG's end.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'

/** Characters of a tag. */
const TAG_LENGTH = 12

/** Writes a photo that carries a tag. */
export function tagPhoto(jpeg, id) {
  return Buffer.concat([jpeg, Buffer.from(String(id).padStart(TAG_LENGTH, '0'))])
}

/** Starts to serve. */
export async function startGateway({ createEmulator }, options = {}) {
  const calls = new Map()
  const arrivals = []
  let executed = 0
  const emulator = createEmulator({
    ...options,
    onRequest: (entry) => void (executed += entry.executed ? 1 : 0),
  })
  const server = createServer(async (request, response) => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    arrivals.push(performance.now())
    // Without a signal: a caller who dies changes nothing about what runs.
    const { method, url, headers } = request
    const answer = await emulator.fetch(`http://127.0.0.1${url}`, {
      method,
      headers: { 'content-type': headers['content-type'] ?? '' },
      body,
    })
    const text = await answer.text()
    if (/"Code":"?\d/.test(text)) {
      const tag = readTag(body)
      calls.set(tag, (calls.get(tag) ?? 0) + 1)
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
  })
  server.keepAliveTimeout = 25_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** Paid calls by tag. */
    calls,
    /** Paid calls as the emulator itself counts them. */
    executed: () => executed,
    arrivals,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function readTag(body) {
  const { authFaceContent } = JSON.parse(
    new URLSearchParams(body.toString()).get('ServiceParameters'),
  )
  return Buffer.from(authFaceContent, 'base64').subarray(-TAG_LENGTH).toString()
}
