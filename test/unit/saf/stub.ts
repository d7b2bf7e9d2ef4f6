/**
 * A client on a stand-in for the network.
 *
 * @module
 */
import { createSaf } from '../../../src/index.ts'
import type { Saf, SafOptions } from '../../../src/index.ts'

/** A client, and the decoded forms and hosts that it sent to. */
export interface Stubbed {
  readonly saf: Saf
  readonly sent: Record<string, string>[]
  readonly hosts: string[]
}

/** Makes a client whose requests are all answered with these fields. */
export function stub(fields: Readonly<Record<string, unknown>>, options: SafOptions = {}): Stubbed {
  const sent: Record<string, string>[] = []
  const hosts: string[] = []
  const fetch = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const body = new TextDecoder().decode(init?.body as Uint8Array) // why: the transport's contract
    sent.push(Object.fromEntries(new URLSearchParams(body)))
    hosts.push(new URL(url as string).host) // why: likewise
    return Response.json({ RequestId: 'R-1', Message: 'm', ...fields })
  }
  const keys = { accessKeyId: 'id', accessKeySecret: 'canarySecret' }
  return { saf: createSaf({ ...keys, fetch, ...options }), sent, hosts }
}

/** What a call rejects with, as a record; fails when it resolves. */
export async function catchError(call: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await call
  } catch (error) {
    return error as Record<string, unknown> // why: for the assertions that follow
  }
  throw new Error('expected a rejection')
}
