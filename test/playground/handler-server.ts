/**
 * A handler on loopback for the flows: the library's own, in front of the emulator.
 *
 * @module
 */
import { createServer } from 'node:http'
import { createEmulator } from '../../src/emulator/index.ts'
import { createVerifyHandler, memoryStore } from '../../src/handler/index.ts'
import { createSaf } from '../../src/index.ts'

/** The handler, and the Idempotency-Keys it was sent. */
export interface HandlerServer {
  readonly url: string
  readonly keys: string[]
  readonly close: () => void
}

/** Starts the handler for pages of one origin; `busy-once` refuses the first request, `hang-once` leaves it. */
export async function serveHandler(origin: string): Promise<HandlerServer> {
  const keys: string[] = []
  let isBusy = true
  let isHanging = true
  const handle = createVerifyHandler({
    saf: createSaf(createEmulator().client),
    authorize: (request) => request.headers.get('authorization')?.replace('Bearer ', ''),
    allowedOrigins: [origin],
    idempotency: memoryStore(),
  })
  const answer = async (request: Request): Promise<Response> => {
    const key = request.headers.get('idempotency-key')
    if (request.method === 'POST') keys.push(key ?? '')
    if (request.method === 'POST' && request.url.endsWith('/busy-once') && isBusy) {
      isBusy = false
      const headers = { 'access-control-allow-origin': origin, 'retry-after': '0' }
      return new Response('{}', { status: 503, headers })
    }
    if (request.method === 'POST' && request.url.endsWith('/hang-once') && isHanging) {
      isHanging = false
      return new Promise(() => {})
    }
    return handle(request)
  }
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', async () => {
      const { headers, method = 'GET', url } = incoming
      const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}
      const pairs = Object.entries(headers).map(([name, value]) => [name, String(value)] as const)
      const request = new Request(`http://127.0.0.1${url}`, {
        method,
        headers: Object.fromEntries(pairs),
        ...body,
      })
      const response = await answer(request)
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      outgoing.end(Buffer.from(await response.arrayBuffer()))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { url: `http://127.0.0.1:${port}/`, keys, close: () => server.close() }
}
