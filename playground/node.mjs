/** The endpoint a page may call, on Node, with the emulator behind it: `node playground/node.mjs`. */
import { createServer } from 'node:http'
import { createEmulator } from '../dist/emulator/index.js'
import { createVerifyHandler, memoryStore } from '../dist/handler/index.js'
import { createSaf } from '../dist/index.js'

const handler = createVerifyHandler({
  saf: createSaf(createEmulator().client),
  authorize: ({ headers }) => /^Bearer (demo-\w+)$/.exec(headers.get('authorization') ?? '')?.[1],
  allowedOrigins: ['http://localhost:8080'],
  idempotency: memoryStore(),
})

/** From node:http to the handler and back. */
async function answer(incoming, outgoing) {
  const { headers, method } = incoming
  const hasBody = method !== 'GET' && method !== 'HEAD'
  // Not destroyed when the handler has read enough: the answer takes the same connection.
  const body = hasBody ? ReadableStream.from(incoming.iterator({ destroyOnReturn: false })) : null
  const request = new Request('http://localhost/', { method, headers, body, duplex: 'half' })
  const response = await handler(request)
  outgoing.setHeaders(response.headers).writeHead(response.status)
  outgoing.end(Buffer.from(await response.arrayBuffer()))
  incoming.resume()
}

const server = createServer((incoming, outgoing) => {
  answer(incoming, outgoing).catch(() => outgoing.destroy())
})
server.listen(process.env.PORT ?? 8788, '127.0.0.1', () => console.log(server.address().port))
