/**
 * What a page may conclude from an answer that is not a verdict, after a call that was paid.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { memoryStore } from '../../../src/handler/index.ts'
import type { VerifyHandlerOptions } from '../../../src/handler/index.ts'
import type { RateLimiter } from '../../../src/types.ts'
import { openDoor, send } from './door.ts'
import type { Changes } from './door.ts'

const KEY = 'ce5a9f8e-5a3c-4d0d-8f4e-0d0a8a6b7f11'

const fail = (): Promise<never> => Promise.reject(new Error('down'))

/** A body that never comes. */
const hang = (): Changes => ({
  headers: { 'content-type': 'multipart/form-data; boundary=x' },
  body: new ReadableStream(),
})

const REFUSE: RateLimiter = { reserve: async () => ({ ok: false, retryAfterMs: 1 }) }

interface Refused {
  readonly code: string
  readonly options?: Partial<VerifyHandlerOptions>
  readonly change?: () => Changes
}

/** Each refusal before the claim or at it: what the second request meets. */
const REFUSALS: readonly Refused[] = [
  { code: 'method-not-allowed', change: () => ({ method: 'PUT' }) },
  {
    code: 'unsupported-media-type',
    change: () => ({ headers: { 'content-type': 'text/plain' } }),
  },
  { code: 'origin-not-allowed', options: { allowedOrigins: ['https://other.example'] } },
  { code: 'body-too-large', options: { maxBodyBytes: 1000 } },
  { code: 'not-authorized', options: { authorize: () => null } },
  { code: 'authorization-unavailable', options: { authorize: fail } },
  { code: 'rate-limited', options: { limiter: REFUSE } },
  {
    code: 'limiter-unavailable',
    options: { limiter: { reserve: fail }, onLimiterError: 'closed' },
  },
  { code: 'body-timeout', options: { bodyTimeoutMs: 5 }, change: hang },
  { code: 'invalid-body', options: { resourceCodes: ['00000000'] } },
  { code: 'photo-not-jpeg', change: () => ({ fields: { authFaceContent: new Uint8Array(9) } }) },
  { code: 'photo-too-large', options: { maxPhotoBytes: 9 } },
  { code: 'idempotency-key-reused', change: () => ({ fields: { resourceCode: '00990001' } }) },
  { code: 'misconfigured', options: { saf: () => ({}) as never } },
]

describe('a call was paid, and its answer was lost', () => {
  it.each(REFUSALS)('$code does not say that nothing ran', async ({ code, options, change }) => {
    const changes = change?.()
    const store = memoryStore()
    const first = openDoor({ idempotency: store })
    await send(first, { headers: { 'idempotency-key': KEY } })
    const second = openDoor({ idempotency: store, ...options })
    const headers = { 'idempotency-key': KEY, ...changes?.headers }
    const { body } = await send(second, { ...changes, headers })
    expect([body['code'], first.paid(), second.paid()]).toEqual([code, 1, 0])
    expect(body).not.toHaveProperty('outcome')
    expect(second.events.at(-1)).toMatchObject({ code, outcome: undefined })
  })

  it('a store that is down does not say it either', async () => {
    const idempotency = { ...memoryStore(), begin: fail }
    const { body } = await send(openDoor({ idempotency }))
    expect(body['code']).toBe('store-unavailable')
    expect(body).not.toHaveProperty('outcome')
  })
})

describe('without an Idempotency-Key', () => {
  const given = REFUSALS.filter(({ code }) => code !== 'idempotency-key-reused')

  it.each(given)('$code says that nothing ran', async ({ code, options, change }) => {
    const changes = change?.()
    const headers = { 'idempotency-key': undefined, ...changes?.headers }
    const { body } = await send(openDoor(options), { ...changes, headers })
    expect(body).toMatchObject({ code, outcome: 'not-executed' })
  })

  it('so does a key that is none', async () => {
    const { body } = await send(openDoor(), { headers: { 'idempotency-key': 'two words' } })
    expect(body).toMatchObject({ code: 'idempotency-key-required', outcome: 'not-executed' })
  })
})

describe('Retry-After', () => {
  it.each([
    [Infinity, null],
    [NaN, null],
    ['soon', null],
    [-5, '1'],
    [1e300, '86400'],
    [86_400_001, '86400'],
    [1001, '2'],
  ])('of a limiter that says %s is %s', async (retryAfterMs, expected) => {
    const limiter: RateLimiter = {
      reserve: async () => ({ ok: false, retryAfterMs: retryAfterMs as number }),
    }
    const { headers, status } = await send(openDoor({ limiter }))
    expect([status, headers.get('retry-after')]).toEqual([429, expected])
  })
})
