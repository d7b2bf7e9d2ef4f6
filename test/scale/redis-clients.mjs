/** The Redis clients that people use, connected. */
import { Redis as Upstash } from '@upstash/redis'
import { once } from 'node:events'
import { createServer } from 'node:http'

const ioredis = (name) => async (port) => {
  const { Redis } = await import(name)
  const client = new Redis(port, '127.0.0.1')
  client.on('error', () => {})
  return { client, close: async () => client.disconnect() }
}

const nodeRedis = (name) => async (port) => {
  const { createClient } = await import(name)
  const client = createClient({ url: `redis://127.0.0.1:${port}` })
  client.on('error', () => {})
  await client.connect()
  return { client, close: async () => client.disconnect?.() ?? client.destroy() }
}

/** Connects by the shape's name. */
const CONNECT = {
  'ioredis 6': ioredis('ioredis'),
  'ioredis 5': ioredis('ioredis5'),
  'node-redis 6': nodeRedis('node-redis6'),
  'node-redis 5': nodeRedis('node-redis5'),
  'node-redis 4': nodeRedis('node-redis4'),
  'Upstash REST': connectUpstash,
}

/** All of them. */
export const SHAPES = Object.keys(CONNECT)

/** Connects one of {@link SHAPES}. */
export async function connectRedis(shape, port) {
  return CONNECT[shape](port)
}

/** Upstash's client, and in place of its service a server that passes commands on. */
async function connectUpstash(port) {
  const redis = await CONNECT['ioredis 6'](port)
  const run = async ([command, ...args]) =>
    redis.client.call(command, ...args).then(
      (result) => ({ result }),
      (error) => ({ error: error.message }),
    )
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request.setEncoding('utf8')) text += chunk
    const body = JSON.parse(text)
    const isPipeline = request.url.endsWith('/pipeline')
    const answer = isPipeline ? await Promise.all(body.map(run)) : await run(body)
    response.writeHead(answer.error ? 400 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${server.address().port}`
  return {
    client: new Upstash({ url, token: 'token', responseEncoding: false }),
    async close() {
      server.close()
      server.closeAllConnections()
      await redis.close()
    },
  }
}
