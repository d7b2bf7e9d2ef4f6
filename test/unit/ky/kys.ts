/**
 * Both versions of ky, and a gateway that says what arrived.
 *
 * @module
 */
import ky1 from 'ky'
import ky2 from 'ky2'
import { createEmulator } from '../../../src/emulator/index.ts'
import type { Emulator } from '../../../src/emulator/index.ts'
import type { FetchLike } from '../../../src/index.ts'

/** The versions that are supported; the first one's type stands for both. */
export const KYS: readonly (readonly [version: string, ky: typeof ky1])[] = [
  ['ky 1.14', ky1],
  ['ky 2.1', ky2 as unknown as typeof ky1], // why: one test for two types; ky2's own is checked in types.test.ts
]

/** A request as it went out. */
export interface Seen {
  readonly url: string
  readonly init: RequestInit
  /** The form. */
  readonly form: URLSearchParams
}

/** Records what goes out, and answers by `answers` in turn, the last one again and again. */
export function record(...answers: readonly ((seen: Seen) => Response | Promise<Response>)[]): {
  readonly seen: Seen[]
  readonly fetch: FetchLike
} {
  const seen: Seen[] = []
  return {
    seen,
    fetch: async (input, init = {}) => {
      const body = init.body instanceof Uint8Array ? new TextDecoder().decode(init.body) : ''
      const one = { url: String(input), init, form: new URLSearchParams(body) }
      seen.push(one)
      const answer = answers[Math.min(seen.length, answers.length) - 1]
      return answer ? answer(one) : Response.json({ RequestId: 'R' })
    },
  }
}

/** An answer of the gateway that refuses. */
export function refuse(code: string, status = 400, headers = {}): () => Response {
  const body = { RequestId: 'R', HostId: 'ecs.aliyuncs.com', Code: code, Message: 'text' }
  return () => Response.json(body, { status, headers })
}

/** An emulator, and what went through it. */
export function emulate(): {
  readonly emulator: Emulator
  readonly seen: Seen[]
  readonly fetch: FetchLike
} {
  const emulator = createEmulator()
  const { seen, fetch } = record((one) => emulator.fetch(one.url, one.init))
  return { emulator, seen, fetch }
}
