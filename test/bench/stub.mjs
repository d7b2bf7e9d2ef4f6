/** A server on loopback that reads a request and answers at once. Bun runs it. */
import { ANSWER } from './answer.mjs'

const headers = { 'content-type': 'application/json' }
const { port } = Bun.serve({
  port: 0,
  hostname: '127.0.0.1',
  async fetch(request) {
    await request.arrayBuffer()
    return new Response(ANSWER, { headers })
  },
})
console.log(`http://127.0.0.1:${port}`)
