/**
 * What hosts and operators bring along, when it does not do what it should.
 *
 * @module
 */
import { inspect } from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { memoryStore } from '../../../src/handler/index.ts'
import type { IdempotencyStore, VerifyHandlerOptions } from '../../../src/handler/index.ts'
import { openDoor, read, send, writeForm, writeRequest } from './door.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const KEY = 'ce5a9f8e-5a3c-4d0d-8f4e-0d0a8a6b7f11'

describe('a context', () => {
  const unbound = (): never => {
    throw new TypeError('Illegal invocation')
  }

  it.each<readonly [string, object]>([
    ['whose waitUntil throws', { waitUntil: unbound }],
    ['whose waitUntil rejects', { waitUntil: async () => unbound() }],
    ['that has a getter that throws', Object.defineProperty({}, 'waitUntil', { get: unbound })],
  ])('%s does not cost the page its verdict', async (_, ctx) => {
    const door = openDoor()
    const { body, status } = await read(await door.handler(writeRequest(), {}, ctx as never))
    expect([status, body['decision'], door.paid()]).toEqual([200, 'pass', 1])
    expect(door.events).toMatchObject([{ type: 'failed', part: 'context' }, { status: 200 }])
  })
})

describe('a body that is not wanted', () => {
  const stranger = { origin: 'https://evil.example' }

  it.each<readonly [string, Partial<VerifyHandlerOptions>, Record<string, string>]>([
    ['not read', {}, stranger],
    ['not even looked at', {}, { 'content-type': 'multipart/form-data' }],
    ['read up to the cap', { maxBodyBytes: 10 }, {}],
  ])(
    'and was %s: a form that Node made is left alone, which ends the process of Node 24 otherwise',
    async (_, options, headers) => {
      const streams = vi.spyOn(ReadableStream.prototype, 'cancel')
      const readers = vi.spyOn(ReadableStreamDefaultReader.prototype, 'cancel')
      const { status } = await send(openDoor(options), { headers })
      expect([403, 413, 415]).toContain(status)
      expect([streams, readers].map(({ mock }) => mock.calls)).toEqual([[], []])
    },
  )

  it.each(['content-length', 'transfer-encoding'])(
    'is cancelled when a sender’s %s came along, whoever wrote the form',
    async (header) => {
      const streams = vi.spyOn(ReadableStream.prototype, 'cancel')
      const form = new Response(writeForm())
      const type = form.headers.get('content-type') ?? ''
      const headers = { ...stranger, 'content-type': type, [header]: '1' }
      await send(openDoor(), { headers, body: await form.arrayBuffer() })
      expect(streams).toHaveBeenCalledOnce()
    },
  )
})

describe('a listener', () => {
  it('that rejects changes nothing, and no rejection is left over', async () => {
    const left: unknown[] = []
    const fail = (): Promise<never> => Promise.reject(new Error('down'))
    const listen = (error: unknown): void => void left.push(error)
    process.on('unhandledRejection', listen)
    try {
      expect((await send(openDoor({ onEvent: fail }))).status).toBe(200)
      await new Promise((resolve) => void setImmediate(resolve))
      expect(left).toEqual([])
    } finally {
      process.off('unhandledRejection', listen)
    }
  })
})

describe('a function without a parameter', () => {
  it('makes its part once, whatever the host passes as env', async () => {
    let made = 0
    const count = <T>(part: T): (() => T) => {
      return () => (made++, part)
    }
    const stores: IdempotencyStore[] = []
    const door = openDoor({
      idempotency: () => (stores.push(memoryStore()), stores.at(-1) ?? memoryStore()),
      limiter: count({ reserve: async () => ({ ok: true, waitMs: 0 }) }),
      allowedOrigins: count(['https://shop.example']),
    })
    // Deno.serve: an object of its own for each request.
    const ask = async (): Promise<number> =>
      (await door.handler(writeRequest({ headers: { 'idempotency-key': KEY } }), {})).status
    expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 200])
    expect([door.paid(), stores.length, made]).toEqual([1, 1, 2])
  })

  it('is called again when it threw', async () => {
    let isUp = false
    const store = memoryStore()
    const door = openDoor({
      idempotency: () => {
        if (isUp) return store
        isUp = true
        throw new Error('not yet')
      },
    })
    expect([(await send(door)).status, (await send(door)).status]).toEqual([500, 200])
  })
})

describe('an error of a part that knows subjects and keys', () => {
  /** As ioredis writes it: the command that failed comes along. */
  const reply = (): Error =>
    Object.assign(new Error('READONLY saf-edge:limiter:alice'), {
      name: 'ReplyError',
      code: 'ECONNRESET',
      command: { name: 'eval', args: ['script', '1', 'saf-edge:limiter:alice'] },
      requestId: 'alice',
    })
  const fail = (): Promise<never> => Promise.reject(reply())

  it.each<readonly [string, Partial<VerifyHandlerOptions>]>([
    ['limiter', { limiter: { reserve: fail } }],
    ['store', { idempotency: { ...memoryStore(), begin: fail } }],
    ['store', { idempotency: { ...memoryStore(), finish: fail } }],
    ['call', { saf: { verifyFace: fail } }],
  ])('%s: is told by its name and code alone', async (part, options) => {
    const door = openDoor(options)
    const { body } = await send(door)
    expect(door.events[0]).toMatchObject({
      part,
      error: { name: 'ReplyError', code: 'ECONNRESET' },
    })
    expect(inspect([door.events, body], { depth: null, showHidden: true })).not.toMatch(/alice/)
  })

  it('limiter: that does not answer in time is told as such', async () => {
    const limiter = { reserve: () => new Promise<never>(() => {}) }
    const door = openDoor({ limiter, stepTimeoutMs: 5 })
    await send(door)
    expect(door.events[0]).toMatchObject({ part: 'limiter', error: { name: 'TimeoutError' } })
  })

  it.each(['alice smith', 'x'.repeat(99), 7, undefined])(
    'a name such as %j is none',
    async (name) => {
      const verifyFace = (): Promise<never> => Promise.reject({ name, code: name })
      const door = openDoor({ saf: { verifyFace } })
      await send(door)
      expect(inspect(door.events[0])).toContain('Error: text withheld')
      expect(inspect(door.events[0])).not.toMatch(/alice|xxx/)
    },
  )
})
