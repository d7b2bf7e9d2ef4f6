/**
 * The server of one row, on a port of its own: raw TCP, no HTTP library. It reads requests, does
 * what the row says, and keeps account of what arrived.
 *
 * @module
 */
import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { writeAnswer } from './acts.ts'
import type { Act } from './acts.ts'
import type { Case } from './cases.ts'

/** What a server saw of the call of its row. */
export interface Account {
  /** Complete requests, by their nonce. */
  readonly deliveries: string[]
  /** For each time the server acted: whether the connection had served before. */
  readonly acted: boolean[]
  /** Requests that the library never sends: a redirect was followed. */
  strangers: number
}

/** A server at work. */
export interface FaultServer {
  readonly port: number
  readonly account: Account
  readonly stop: () => void
}

/** Request bodies above this size are those of which only a part is read. */
const LARGE_BYTES = 100_000

/** Long enough that what was written has been read. */
const SOON_MS = 40
/** Long enough that the client has sent: Node 20 hangs when it loses a connection before. */
const CONNECTED_MS = 500
const DRIP_MS = 30

/** Opens the server of a row. */
export async function openServer(row: Case): Promise<FaultServer> {
  const account: Account = { deliveries: [], acted: [], strangers: 0 }
  const sockets = new Set<Socket>()
  const server = createServer({ pauseOnConnect: row.moment === 'connected' }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // A reset is what many rows are about.
    socket.on('error', () => {})
    if (row.moment !== 'connected') return void serve({ row, account, server }, socket)
    return void setTimeout(() => perform(row.acts[0], { socket, server, answer: '' }), CONNECTED_MS)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // why: it listens on a port, not on a pipe
  const stop = (): void => {
    server.close()
    sockets.forEach((socket) => socket.destroy())
  }
  if (row.moment === 'refused') await new Promise((resolve) => server.close(resolve))
  return { port, account, stop }
}

interface Context {
  readonly row: Case
  readonly account: Account
  readonly server: Server
}

/** Serves a connection, request by request. */
function serve(context: Context, socket: Socket): void {
  const { row, account, server } = context
  let received = Buffer.alloc(0)
  let served = 0
  const act = (answer: string): void => {
    const { acts } = row
    const at = Math.min(account.acted.push(served > 0), acts.length) - 1
    perform(acts[at] ?? acts[0], { socket, server, answer })
  }
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk])
    for (;;) {
      const request = readRequest(received)
      if (!request) return
      if (!request.body) {
        if (row.moment !== 'part' || request.length < LARGE_BYTES) return
        // The rest stays unread, and what comes after it.
        socket.pause()
        socket.removeAllListeners('data')
        return act('{}')
      }
      received = received.subarray(request.end)
      const answer = handle(request.body, context)
      if (answer.isFault) act(answer.body)
      else send(socket, answer)
      served++
    }
  })
}

interface Handled {
  readonly body: string
  /** The row's act comes in the place of the answer. */
  readonly isFault?: boolean
  /** What follows the answer at once. */
  readonly ending?: Act['ending']
}

function handle(form: URLSearchParams, { row, account }: Context): Handled {
  const nonce = form.get('SignatureNonce') ?? ''
  const body = JSON.stringify({ RequestId: nonce, Text: 'as it should be' })
  const action = form.get('Action')
  if (action === 'Call') {
    account.deliveries.push(nonce)
    return { body, isFault: row.moment === 'read' }
  }
  if (action === null) account.strangers++
  const isIdle = action === 'Warm' && row.moment === 'idle'
  return isIdle ? { body, ending: row.acts[0].ending } : { body }
}

function send(socket: Socket, { body, ending }: Handled): void {
  if (ending === 'end') socket.end(writeAnswer(body))
  else socket.write(writeAnswer(body), 'latin1')
  if (ending === 'reset') setTimeout(() => socket.resetAndDestroy(), SOON_MS)
}

interface Scene {
  readonly socket: Socket
  readonly server: Server
  readonly answer: string
}

function perform(act: Act, { socket, server, answer }: Scene): void {
  const bytes = act.write?.(answer)
  if (bytes !== undefined) socket.write(bytes, 'latin1')
  // A connection of which nothing was read is dropped, not half closed.
  if (act.ending === 'end' && socket.bytesRead === 0) socket.destroy()
  else if (act.ending === 'end') socket.end()
  if (act.ending === 'drip') {
    const timer = setInterval(() => socket.write(' '), DRIP_MS)
    socket.once('close', () => clearInterval(timer))
  }
  if (act.ending === 'unlisten') server.close()
  if (act.ending === 'reset' || act.ending === 'unlisten') {
    // What was written must be read before: a reset may overtake it.
    setTimeout(() => socket.resetAndDestroy(), bytes === undefined ? 0 : SOON_MS)
  }
}

interface Request {
  /** What the head claims. */
  readonly length: number
  /** The decoded form, once it is there. */
  readonly body?: URLSearchParams
  /** Where the next request begins. */
  readonly end: number
}

/** Reads the first request of a stream; undefined while its head is not complete. */
function readRequest(received: Buffer): Request | undefined {
  const headEnd = received.indexOf('\r\n\r\n')
  if (headEnd < 0) return undefined
  const head = received.toString('latin1', 0, headEnd)
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0)
  const end = headEnd + 4 + length
  if (received.length < end) return { length, end }
  return { length, end, body: new URLSearchParams(received.toString('latin1', headEnd + 4, end)) }
}
