/**
 * Every suite of the contract, in the order a reader would meet them. Drivers take the list from
 * here, so a suite that is added runs everywhere.
 *
 * @module
 */
import { answers } from './answers.ts'
import { client } from './client.ts'
import { credentials } from './credentials.ts'
import { deadline } from './deadline.ts'
import { emulated } from './emulated.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { explain } from './explain.ts'
import type { NamedSuite } from './harness.ts'
import { host } from './host.ts'
import { limits } from './limits.ts'
import { photos } from './photos.ts'
import { signing } from './signing.ts'
import { verdicts } from './verdicts.ts'

/** The suites. */
export const suites: readonly NamedSuite[] = [
  { name: 'sign', suite: signing },
  { name: 'explain', suite: explain },
  {
    name: 'client',
    suite: client,
    waits:
      /after throttling|function before every attempt|replays the same|after a replay|402 and 500/,
  },
  { name: 'photo', suite: photos },
  { name: 'answer', suite: answers },
  { name: 'verdict', suite: verdicts },
  { name: 'error', suite: errors },
  {
    name: 'deadline',
    suite: deadline,
    waits: /^ends a request|lets go|attemptTimeoutMs/,
  },
  { name: 'limit', suite: limits, waits: /never answers|told of a refusal/ },
  { name: 'event', suite: events, waits: /never settles|timeout in the middle/ },
  {
    name: 'credentials',
    suite: credentials,
    waits:
      /three times after|request hangs|only the first attempt|has waited|no refused token|token before every request/,
  },
  { name: 'emulator', suite: emulated },
  { name: 'host', suite: host },
]
