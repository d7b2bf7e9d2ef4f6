/** A gateway that accepts everything and counts what is posted. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { ANSWER } from './client.mjs'

/** Starts it on a free port; `arrivedAt` grows by one time a request, in epoch milliseconds. */
export async function startGateway() {
  const arrivedAt = []
  const server = createServer((request, response) => {
    if (request.method === 'POST') arrivedAt.push(Date.now())
    request.resume().once('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(ANSWER))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    arrivedAt,
    origin: `http://127.0.0.1:${server.address().port}`,
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}
