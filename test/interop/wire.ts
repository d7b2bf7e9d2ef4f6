/**
 * A wire tap: passes requests on as they are, and keeps what went over the wire.
 *
 * @module
 */
import { Buffer } from 'node:buffer'
import { createServer, request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as it was sent. */
export interface SentRequest {
  readonly method: string
  /** Path and query. */
  readonly url: string
  /** In the order in which they were sent, but for `connection`. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The answer to a request. */
export interface Received {
  readonly status: number
  readonly text: string
}

/** A request and its answer. */
export interface Exchange extends Received {
  readonly request: SentRequest
}

/** A tap at work. */
export interface Tap {
  /** What to call instead of the server. */
  readonly origin: string
  /** Everything so far, oldest first. */
  readonly exchanges: Exchange[]
  readonly close: () => Promise<void>
}

/** Puts a tap in front of a server. */
export async function tap(target: string): Promise<Tap> {
  const exchanges: Exchange[] = []
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      try {
        const sent = await readRequest(incoming)
        const answer = await open(target, sent)
        const text = await readText(answer)
        const status = answer.statusCode ?? 0
        exchanges.push({ request: sent, status, text })
        const { connection: _, ...headers } = answer.headers
        outgoing.writeHead(status, headers).end(text)
      } catch {
        outgoing.destroy()
      }
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // why: it listens on a port, not on a pipe
  return {
    origin: `http://127.0.0.1:${port}`,
    exchanges,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Sends a request, byte for byte. */
export async function resend(origin: string, sent: SentRequest): Promise<Received> {
  const answer = await open(origin, sent)
  return { status: answer.statusCode ?? 0, text: await readText(answer) }
}

function open(
  origin: string,
  { method, url, headers, body }: SentRequest,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const options = { hostname, port, method, path: url, headers, agent: false }
    request(options, resolve).on('error', reject).end(body)
  })
}

async function readRequest(incoming: IncomingMessage): Promise<SentRequest> {
  const { method = '', rawHeaders, url = '' } = incoming
  const headers: Record<string, string> = {}
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? '').toLowerCase()
    if (name !== 'connection') headers[name] = rawHeaders[at + 1] ?? ''
  }
  return { method, url, headers, body: await readText(incoming) }
}

async function readText(message: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of message) chunks.push(chunk as Uint8Array) // why: no encoding is set
  return Buffer.concat(chunks).toString()
}
