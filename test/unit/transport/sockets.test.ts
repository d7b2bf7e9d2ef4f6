/**
 * The host's own fetch on real sockets: what a failure proves, and how much of an answer is read.
 *
 * @module
 */
import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import { createServer as createRawServer } from 'node:net'
import type { AddressInfo, Server as RawServer, Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { createSaf, isSafError } from '../../../src/index.ts'
import type { AnySafError, SafOptions } from '../../../src/index.ts'

const servers: (Server | RawServer)[] = []

afterEach(async () => {
  await Promise.all(
    servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))),
  )
})

async function listen(server: Server | RawServer): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port // why: it listens on a port, not on a pipe
}

async function serve(answer: RequestListener): Promise<number> {
  return listen(createServer(answer))
}

async function failure(port: number, options: SafOptions = {}): Promise<AnySafError> {
  const saf = createSaf({
    accessKeyId: 'id',
    accessKeySecret: 'canary',
    endpoint: `http://127.0.0.1:${port}`,
    allowCustomEndpoint: true,
    ...options,
  })
  try {
    await saf.executeRequest('a', {})
  } catch (error) {
    if (isSafError(error)) return error
    throw error
  }
  throw new Error('expected a failure')
}

/** A port on which nobody listens any more. */
async function closedPort(): Promise<number> {
  const port = await serve(() => {})
  await new Promise((resolve) => servers.pop()?.close(resolve))
  return port
}

/** Takes whole requests and then treats the connection; counts what was delivered. */
async function deliver(
  treat: (socket: Socket) => void,
): Promise<{ port: number; count: () => number }> {
  let count = 0
  const port = await listen(
    createRawServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => {
        count++
        treat(socket)
      })
    }),
  )
  return { port, count: () => count }
}

test('a refused connection is not-executed, and is tried three times', async () => {
  const error = await failure(await closedPort())
  expect(error).toMatchObject({
    code: 'ERR_SAF_NETWORK',
    outcome: 'not-executed',
    retryable: true,
    attempts: 3,
  })
  expect(error.cause).toMatchObject({ code: 'ECONNREFUSED' })
})

test('a host that does not exist is not-executed', async () => {
  const endpoint = 'https://no-such-host.invalid'
  const error = await failure(0, { endpoint, retry: false })
  expect(error).toMatchObject({ code: 'ERR_SAF_NETWORK', outcome: 'not-executed', attempts: 1 })
})

test.each([
  ['reset', (socket: Socket) => void socket.resetAndDestroy()],
  ['closed', (socket: Socket) => void socket.end()],
])('a connection %s after the request is unknown, and is not tried again', async (_, treat) => {
  const { port, count } = await deliver(treat)
  const error = await failure(port)
  expect(error).toMatchObject({ code: 'ERR_SAF_NETWORK', outcome: 'unknown', attempts: 1 })
  expect(count()).toBe(1)
})

test('an answer that breaks off is unknown, and is not tried again', async () => {
  const { port, count } = await deliver((socket) => {
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"Code":200')
  })
  const error = await failure(port)
  expect(error).toMatchObject({ code: 'ERR_SAF_BAD_RESPONSE', outcome: 'unknown', attempts: 1 })
  expect(count()).toBe(1)
})

test('garbage instead of HTTP is unknown', async () => {
  const { port } = await deliver((socket) => socket.end('garbage'))
  expect(await failure(port)).toMatchObject({ code: 'ERR_SAF_NETWORK', outcome: 'unknown' })
})

test('a redirect is not followed: the signed form goes nowhere else', async () => {
  let followed = 0
  const elsewhere = await serve((_, response) => {
    followed++
    response.end('{}')
  })
  const port = await serve((_, response) => {
    response.writeHead(307, { location: `http://127.0.0.1:${elsewhere}/` }).end()
  })
  expect(await failure(port)).toMatchObject({ code: 'ERR_SAF_REDIRECT', status: 307 })
  expect(followed).toBe(0)
})

test('a gzip bomb stops near the cap of decoded bytes', async () => {
  const bomb = gzipSync(Buffer.alloc(20_000_000, 32))
  expect(bomb.length).toBeLessThan(30_000)
  const port = await serve((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
  })
  expect(await failure(port)).toMatchObject({ code: 'ERR_SAF_TOO_LARGE', outcome: 'unknown' })
})

test('an answer that stalls is ended by the deadline of the call', async () => {
  const port = await serve((_, response) => void response.write('{"Code":'))
  const error = await failure(port, { timeoutMs: 100 })
  expect(error).toMatchObject({ code: 'ERR_SAF_TIMEOUT', outcome: 'unknown', attempts: 1 })
  servers.forEach((server) => 'closeAllConnections' in server && server.closeAllConnections())
})
