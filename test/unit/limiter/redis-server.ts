/**
 * A real Redis on a free port, and the smallest client that can ask it.
 *
 * @module
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import process from 'node:process'

/** What Redis answers: its errors are thrown. */
export type Answer = string | number | null | readonly Answer[]

/** A Redis at work. */
export interface RedisServer {
  readonly port: number
  readonly command: (...words: readonly (string | number)[]) => Promise<Answer>
  /** An own client: nothing but `eval`. */
  readonly client: {
    readonly eval: (
      script: string,
      keys: readonly string[],
      args: readonly string[],
    ) => Promise<Answer>
  }
  readonly stop: () => Promise<void>
}

/** Whether there is a `redis-server` on the PATH. */
export const hasRedis: boolean = spawnSync('redis-server', ['--version']).status === 0

/**
 * `npm test` needs nothing that npm does not bring: without Redis its tests say so. `npm run
 * test:all` fails without it where `CI` is set.
 */
export const mayLackRedis: boolean = !hasRedis

/** Starts a Redis that keeps nothing, on loopback; on a free port unless told which. */
export async function startRedis(at?: number): Promise<RedisServer> {
  const port = at ?? (await findFreePort())
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', tmpdir()]
  const child = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] })
  process.once('exit', () => child.kill('SIGKILL'))
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => reject(new Error('redis-server ended')))
    child.stdout.on('data', (data: Uint8Array) => {
      if (String(data).includes('Ready to accept connections')) resolve()
    })
  })
  const command = async (...words: readonly (string | number)[]): Promise<Answer> =>
    ask(port, words.map(String))
  return {
    port,
    command,
    client: {
      eval: async (script, keys, args) => command('EVAL', script, keys.length, ...keys, ...args),
    },
    async stop() {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // why: a port, and no pipe
  server.close()
  await once(server, 'close')
  return port
}

/** Asks one question on a connection of its own. */
async function ask(port: number, words: readonly string[]): Promise<Answer> {
  const socket = connect(port, '127.0.0.1')
  const parts = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`)
  socket.end(`*${words.length}\r\n${parts.join('')}`)
  let text = ''
  for await (const chunk of socket.setEncoding('utf8')) text += String(chunk)
  return parse(text.split('\r\n'))
}

/** Reads one reply of the protocol, RESP2; texts with line breaks do not occur here. */
function parse(lines: string[]): Answer {
  const line = lines.shift() ?? '-ERR no answer'
  const rest = line.slice(1)
  if (line.startsWith('-')) throw new Error(rest)
  if (line.startsWith('+')) return rest
  if (line.startsWith(':')) return Number(rest)
  if (line.startsWith('*')) return Array.from({ length: Number(rest) }, () => parse(lines))
  return rest === '-1' ? null : (lines.shift() ?? '')
}
