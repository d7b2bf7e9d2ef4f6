/**
 * A gateway written from the specification alone: `node:http`, the verifier of `test/reference/`
 * and two envelopes. Nothing of it comes from `src`.
 *
 * @module
 */
import { Buffer } from 'node:buffer'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { stringToSign } from '../reference/sign.ts'
import { parsePairs, verifyRequest } from '../reference/verify.ts'
import type { Verification } from '../reference/verify.ts'

/** How the server judges and answers. */
export interface ReferenceOptions {
  /** Secret by AccessKeyId. */
  readonly secrets: Readonly<Record<string, string>>
  /** The server's clock, in epoch milliseconds. */
  readonly now: () => number
  /** What the product answers, beside the request ID. */
  readonly answer: Readonly<Record<string, string | number>>
  /** Whether answers have a `date` header. */
  readonly hasDate?: boolean
}

/** A server at work. */
export interface ReferenceServer {
  readonly origin: string
  /** What became of each request, oldest first. */
  readonly judged: Verification[]
  readonly close: () => Promise<void>
}

const REQUEST_ID = '6A0F4B6E-0000-4000-8000-0123456789AB'

const MESSAGES: Readonly<Record<string, string>> = {
  'InvalidAccessKeyId.NotFound': 'Specified access key is not found.',
  'InvalidTimeStamp.Expired': 'Specified time stamp or date value is expired.',
  SignatureDoesNotMatch:
    'Specified signature is not matched with our calculation. server string to sign is:',
}

/** Starts a server on loopback. */
export async function startReferenceServer(options: ReferenceOptions): Promise<ReferenceServer> {
  const { hasDate = true, now, secrets } = options
  const judged: Verification[] = []
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const body = await readBody(incoming)
      const { headers, method = '', url = '' } = incoming
      const contentType = headers['content-type'] ?? null
      const request = { method, url: `http://${headers.host}${url}`, contentType, body }
      const verification = verifyRequest(request, { secrets, nowEpochMs: now() })
      judged.push(verification)
      const sent = readForm(body)
      const isJson = sent['Format'] === 'JSON'
      const root = verification.ok ? `${sent['Action']}Response` : 'Error'
      const fields = verification.ok
        ? { ...options.answer, RequestId: REQUEST_ID }
        : {
            RequestId: REQUEST_ID,
            HostId: '127.0.0.1',
            Code: verification.code,
            Message: writeMessage(verification.code, method, sent),
          }
      outgoing.sendDate = false
      outgoing.statusCode = verification.ok ? 200 : 400
      outgoing.setHeader('content-type', isJson ? 'application/json;charset=utf-8' : 'text/xml')
      if (hasDate) outgoing.setHeader('date', new Date(now()).toUTCString())
      outgoing.end(isJson ? JSON.stringify(fields) : writeXml(root, fields))
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // why: it listens on a port, not on a pipe
  return {
    origin: `http://127.0.0.1:${port}`,
    judged,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array) // why: no encoding is set
  return Buffer.concat(chunks)
}

function readForm(body: Buffer): Record<string, string> {
  const params = new Map<string, string>()
  parsePairs(body.toString('latin1'), params)
  return Object.fromEntries(params)
}

function writeMessage(code: string, method: string, sent: Record<string, string>): string {
  const echo = code === 'SignatureDoesNotMatch' ? stringToSign(method, sent) : ''
  return (MESSAGES[code] ?? '') + echo
}

function writeXml(root: string, fields: Readonly<Record<string, string | number>>): string {
  const children = Object.entries(fields).map(([name, value]) => {
    const text = String(value).replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`)
    return `<${name}>${text}</${name}>`
  })
  return `<?xml version='1.0' encoding='UTF-8'?><${root}>${children.join('')}</${root}>`
}
