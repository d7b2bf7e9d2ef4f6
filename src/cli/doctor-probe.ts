/**
 * Looks at an endpoint without calling it: its address, and what it says to a bare GET, which is
 * free.
 *
 * @module
 */
import { lookup } from 'node:dns/promises'
import { readClock, readElapsed } from '../platform/clock.ts'
import { readField } from '../read-field.ts'
import { readBody } from '../transport/body.ts'
import { startDeadline } from '../transport/deadline.ts'
import type { FetchLike } from '../types.ts'
import { readErrorCode } from './system-error.ts'

/** What was seen. */
export interface Probe {
  /** The address that DNS gave. */
  readonly address?: string | undefined
  /** The code of what failed, or what else kept the endpoint from answering. */
  readonly failure?: string | undefined
  readonly answer?: ProbeAnswer | undefined
}

/** What an endpoint answered. */
export interface ProbeAnswer {
  readonly status: number
  /** Whether it speaks as the gateway does. */
  readonly isGateway: boolean
  /** How far its clock is ahead of this machine's; undefined when it does not tell. */
  readonly aheadMs: number | undefined
  readonly tookMs: number
}

/** What the network is asked through. */
export interface ProbeHost {
  readonly fetch?: FetchLike | undefined
  /** Finds the address of a host name. */
  readonly resolve?: ((hostname: string) => Promise<string>) | undefined
}

const TIMEOUT_MS = 5000

/** More than any error of the gateway has. */
const MAX_BYTES = 65_536

/** Looks at an endpoint. Never rejects. */
export async function probe(url: string, host: ProbeHost = {}): Promise<Probe> {
  const deadline = startDeadline(TIMEOUT_MS)
  const { hostname } = new URL(url)
  const { fetch, resolve = findAddress } = host
  let address: string | undefined
  try {
    address = await deadline.race(resolve(hostname.replace(/^\[|\]$/g, '')))
    const [beganMs, began] = [readClock(), readElapsed()]
    const init = { method: 'GET', redirect: 'manual', signal: deadline.signal } as const
    const work = fetch ? fetch(url, init) : globalThis.fetch(url, init)
    const response = await deadline.race(work)
    const tookMs = readElapsed() - began
    const text = await readBody(response, MAX_BYTES, deadline)
    const isGateway = /RequestId/.test(text ?? '') && /HostId|Code/.test(text ?? '')
    const aheadMs = readAhead(response, beganMs + tookMs / 2)
    return { address, answer: { status: response.status, isGateway, aheadMs, tookMs } }
  } catch (error) {
    const code = readErrorCode(error) ?? readErrorCode(readField(error, 'cause'))
    return { address, failure: deadline.signal.aborted ? `none in ${TIMEOUT_MS / 1000} s` : code }
  } finally {
    deadline.end()
  }
}

async function findAddress(hostname: string): Promise<string> {
  return (await lookup(hostname)).address
}

/** The header counts whole seconds; one that a cache kept says nothing. */
function readAhead({ headers }: Response, atEpochMs: number): number | undefined {
  const aheadMs = Date.parse(headers.get('date') ?? '') + 500 - atEpochMs
  return Number.isNaN(aheadMs) || headers.has('age') ? undefined : aheadMs
}
