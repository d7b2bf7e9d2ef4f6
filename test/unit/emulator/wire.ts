/**
 * Looks at an answer as it is on the wire, before any client made something of it.
 *
 * @module
 */
import { Buffer } from 'node:buffer'
import { request } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'

/** An answer, or what there was of it. */
export interface OnWire {
  /** Undefined when the connection ended before any answer. */
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  /** Not decoded. */
  readonly body: Buffer
  /** Whether the body came to its end. */
  readonly isWhole: boolean
}

/** When to stop reading. */
export interface ReadLimits {
  readonly maxBytes?: number
  readonly timeoutMs?: number
}

/** Sends a request, and reads the answer as far as it comes. */
export function readWire(
  origin: string,
  init: RequestInit,
  { maxBytes = Infinity, timeoutMs = 5000 }: ReadLimits = {},
): Promise<OnWire> {
  return new Promise((resolve) => {
    const { method = 'GET', body = '' } = init
    const headers = Object.fromEntries(new Headers(init.headers ?? {}))
    const outgoing = request(origin, { method, headers, agent: false })
    const timer = setTimeout(() => outgoing.destroy(), timeoutMs)
    const chunks: Buffer[] = []
    let size = 0
    const settle = (found: Pick<OnWire, 'status' | 'headers' | 'isWhole'>): void => {
      clearTimeout(timer)
      outgoing.destroy()
      resolve({ ...found, body: Buffer.concat(chunks) })
    }
    outgoing.on('error', () => settle({ status: undefined, headers: {}, isWhole: false }))
    outgoing.on('response', (answer) => {
      const { statusCode: status } = answer
      answer.on('error', () => {})
      answer.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        size += chunk.length
        if (size >= maxBytes) settle({ status, headers: answer.headers, isWhole: false })
      })
      answer.on('close', () => {
        settle({ status, headers: answer.headers, isWhole: answer.complete })
      })
    })
    outgoing.end(body as Uint8Array) // why: these tests send bytes only
  })
}
