/**
 * The fault switchboard: what each switch makes the emulator do.
 *
 * @module
 */
import type { Scripted } from '../../../src/emulator/index.ts'
import type { FetchLike } from '../../../src/index.ts'

/** Each switch; undefined for those that the emulator needs no script for. */
const SWITCHES = {
  none: undefined,
  throttle: 'throttling',
  /** The emulator's clock is ahead. */
  skew: undefined,
  token: 'sts-expiry',
  nonce: 'SignatureNonceUsed',
  /** The call is signed with another secret. */
  secret: undefined,
  quota: { business: { Code: 402 } },
  forbidden: { business: { Code: 403 } },
  internal: { business: { Code: 500 } },
  /** The photos are put into the URL. */
  'html-414': undefined,
  'html-502': 'html-502',
  'cut-body': 'cut-body',
  malformed: 'malformed',
  empty: 'empty',
  'slow-body': 'slow-body',
  'stalled-body': 'stalled-body',
  'no-answer': 'no-answer',
  'network-error': 'network-error',
  redirect: 'redirect',
  'gzip-bomb': 'gzip-bomb',
} as const satisfies Readonly<Record<string, Scripted | undefined>>

/** The name of a switch. */
export type FaultId = keyof typeof SWITCHES

/** Every switch, in the order shown. */
export const FAULT_IDS = Object.keys(SWITCHES) as readonly FaultId[] // why: keys of the table

/** What the emulator is told. */
export function scriptOf(fault: FaultId): Scripted | undefined {
  return SWITCHES[fault]
}

/** Puts what is in the body into the URL, as naive clients do: front ends answer HTML 414. */
export function inUrl(fetch: FetchLike, isAlways: boolean): FetchLike {
  let count = 0
  return (input, init) => {
    if (!isAlways && count++ > 0) return fetch(input, init)
    const body = new TextDecoder().decode(init?.body as Uint8Array<ArrayBuffer>) // why: the transport sends bytes
    return fetch(`${String(input)}?${body}`, { method: 'GET', signal: init?.signal ?? null })
  }
}
