import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createEmulator, testFaces } from '../../../src/emulator/index.ts'
import { memoryStore } from '../../../src/handler/index.ts'
import type { IdempotencyStore } from '../../../src/handler/index.ts'
import { createSaf } from '../../../src/index.ts'
import { hugeBody, FIELDS, openDoor, read, send, writeForm, writeRequest } from './door.ts'
import type { Changes } from './door.ts'

const GIGABYTE = 2 ** 30

describe('a body', () => {
  const multipart = { 'content-type': 'multipart/form-data; boundary=x' }

  it('of 1 GB that says so is not read at all', async () => {
    const { body, taken } = hugeBody(new Uint8Array(65_536))
    const door = openDoor()
    const headers = { ...multipart, 'content-length': String(GIGABYTE) }
    expect((await send(door, { headers, body })).body['code']).toBe('body-too-large')
    // The stream's own queue holds one chunk.
    expect(taken()).toEqual({ bytes: 65_536, isCancelled: true })
  })

  it.each<readonly [string, Changes['headers']]>([
    ['says nothing', multipart],
    ['lies', { ...multipart, 'content-length': '1000' }],
  ])('of 1 GB that %s is cut at the cap', async (_, headers) => {
    const { body, taken } = hugeBody(new Uint8Array(65_536))
    const door = openDoor({ maxBodyBytes: 2 ** 20 })
    const { status, body: problem } = await send(door, { headers, body })
    expect([status, problem['code']]).toEqual([413, 'body-too-large'])
    expect(taken().isCancelled).toBe(true)
    expect(taken().bytes).toBeLessThanOrEqual(2 ** 20 + 3 * 65_536)
    expect(door.paid()).toBe(0)
  })

  it('of exactly the cap is read', async () => {
    const form = new Response(writeForm())
    const type = form.headers.get('content-type') ?? ''
    const body = new Uint8Array(await form.arrayBuffer())
    const headers = { 'content-type': type }
    const [fits, over] = [
      openDoor({ maxBodyBytes: body.length }),
      openDoor({ maxBodyBytes: body.length - 1 }),
    ]
    expect((await send(fits, { headers, body })).status).toBe(200)
    expect((await send(over, { headers, body })).status).toBe(413)
  })

  it.each(['gzip', 'br', 'identity, gzip'])(
    'in content encoding %s is refused',
    async (encoding) => {
      const body = gzipSync(Buffer.alloc(2 ** 24))
      const door = openDoor()
      const headers = { ...multipart, 'content-encoding': encoding }
      expect((await send(door, { headers, body })).status).toBe(415)
      expect(door.paid()).toBe(0)
    },
  )

  it('of a hundred thousand parts is refused, soon', async () => {
    const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'
    const body = `${part.repeat(100_000)}--x--\r\n`
    const start = performance.now()
    const door = openDoor()
    expect((await send(door, { headers: multipart, body })).body['code']).toBe('invalid-body')
    expect(performance.now() - start).toBeLessThan(5000)
  })

  it('of JSON, nested a million deep, is refused', async () => {
    const headers = { 'content-type': 'application/json' }
    const body = '['.repeat(10 ** 6)
    expect((await send(openDoor(), { headers, body })).body['code']).toBe('invalid-body')
  })

  it.each(['one byte at a time', 'nothing'])('that drips, %s, meets its deadline', async (how) => {
    let isCancelled = false
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        if (how === 'nothing') return new Promise(() => {})
        controller.enqueue(new Uint8Array(1))
        return new Promise((resolve) => void setTimeout(resolve, 5))
      },
      cancel() {
        isCancelled = true
      },
    })
    const door = openDoor({ bodyTimeoutMs: 50 })
    const { status, body: problem } = await send(door, { headers: multipart, body })
    expect([status, problem['code'], isCancelled]).toEqual([408, 'body-timeout', true])
    expect(door.paid()).toBe(0)
  })

  it('that breaks off is refused', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) })
    const door = openDoor()
    expect((await send(door, { headers: multipart, body })).body['code']).toBe('invalid-body')
    expect(door.paid()).toBe(0)
  })
})

describe('a photo', () => {
  it('that is a PNG with the name of a JPEG is refused', async () => {
    const png = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
    const door = openDoor()
    const { status, body } = await send(door, { fields: { refFaceContent: png } })
    expect([status, body['code']]).toEqual([422, 'photo-not-jpeg'])
    expect(body['detail']).toContain('refFaceContent')
    expect(door.paid()).toBe(0)
  })

  it('that is something else as well is sent up to its end', async () => {
    const sent: Uint8Array[] = []
    const saf = createSaf(createEmulator().client)
    const door = openDoor({
      saf: {
        verifyFace(input, options) {
          sent.push(input.refFaceContent, input.authFaceContent)
          return saf.verifyFace(input, options)
        },
      },
    })
    const zip = Buffer.from('PK\x03\x04 <script>alert(1)</script> \xff\xd9', 'latin1')
    const authFaceContent = Buffer.concat([testFaces.match, zip])
    expect((await send(door, { fields: { authFaceContent } })).body).toMatchObject({ passed: true })
    expect(sent).toEqual([testFaces.idPhoto, testFaces.match])
  })

  it('of too many pixels, of none, or of too many bytes is refused', async () => {
    const resize = (width: number, height: number): Uint8Array =>
      withSize(testFaces.match, width, height)
    const door = openDoor()
    for (const [width, height] of [
      [65_535, 65_535],
      [0, 128],
      [96, 0],
      [10_000, 5001],
    ] as const) {
      const { status, body } = await send(door, {
        fields: { authFaceContent: resize(width, height) },
      })
      expect([status, body['code']]).toEqual([422, 'photo-too-large'])
    }
    const strict = openDoor({ maxPhotoBytes: 1000 })
    expect((await send(strict)).body['code']).toBe('photo-too-large')
    expect([door.paid(), strict.paid()]).toEqual([0, 0])
    expect((await send(door, { fields: { authFaceContent: resize(10_000, 5000) } })).status).toBe(
      200,
    )
  })
})

describe('authorize', () => {
  it.each([
    [
      'throws',
      () => {
        throw new Error('database')
      },
    ],
    ['rejects', () => Promise.reject(new Error('database'))],
    ['hangs', () => new Promise<string>(() => {})],
  ] as const)('that %s lets nobody in', async (_, authorize) => {
    const door = openDoor({ authorize, stepTimeoutMs: 20 })
    const { status, body } = await send(door)
    expect([status, body['code']]).toEqual([503, 'authorization-unavailable'])
    expect(JSON.stringify(body)).not.toContain('database')
    expect(door.events[0]).toMatchObject({ type: 'failed', part: 'authorize' })
    expect(door.paid()).toBe(0)
  })
})

describe('one Idempotency-Key', () => {
  const headers = { 'idempotency-key': '8e03978e-40d5-43dd-bc93-6894a57f9324' }

  it('used twice at once, at two isolates, pays once', async () => {
    const idempotency = memoryStore()
    const one = openDoor({ idempotency }, { latencyMs: 50 })
    const two = openDoor({ idempotency }, { latencyMs: 50 })
    const answers = await Promise.all([send(one, { headers }), send(two, { headers })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const running = answers.find(({ status }) => status === 409)
    expect(running?.body).toMatchObject({ code: 'in-progress' })
    expect(running?.body).not.toHaveProperty('outcome')
    expect(running?.headers.get('retry-after')).toBe('1')
    expect(one.paid() + two.paid()).toBe(1)
    const [first] = answers.filter(({ status }) => status === 200)
    for (const door of [one, two]) {
      const again = await send(door, { headers })
      expect(again.body).toEqual(first?.body)
      expect(again.headers.get('idempotency-replayed')).toBe('true')
    }
    expect(one.paid() + two.paid()).toBe(1)
  })

  it('with another photo, or another code, is refused', async () => {
    const door = openDoor()
    await send(door, { headers })
    for (const fields of [
      { authFaceContent: testFaces.mismatch },
      { refFaceContent: FIELDS.authFaceContent, authFaceContent: FIELDS.refFaceContent },
      { resourceCode: '00990001' },
    ]) {
      const { status, body } = await send(door, { headers, fields })
      expect([status, body['code']]).toEqual([422, 'idempotency-key-reused'])
    }
    expect(door.paid()).toBe(1)
  })

  it('of another subject is another key', async () => {
    const door = openDoor()
    await send(door, { headers })
    const other = await send(door, { headers: { ...headers, authorization: 'bob' } })
    expect(other.headers.get('idempotency-replayed')).toBeNull()
    expect(door.paid()).toBe(2)
  })

  it('is the same in quotes, and in a form, JSON or with bytes appended', async () => {
    const door = openDoor()
    await send(door, { headers })
    const quoted = { 'idempotency-key': `"${headers['idempotency-key']}"` }
    await send(door, { headers: quoted })
    const json = { ...headers, 'content-type': 'application/json' }
    const photo = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
    const body = JSON.stringify({
      refFaceContent: photo(FIELDS.refFaceContent),
      authFaceContent: photo(Buffer.concat([FIELDS.authFaceContent, Buffer.from('more')])),
      resourceCode: FIELDS.resourceCode,
    })
    const answer = await send(door, { headers: json, body })
    expect(answer.headers.get('idempotency-replayed')).toBe('true')
    expect(door.paid()).toBe(1)
  })
})

describe('what is kept', () => {
  it('holds no photo, subject, key or plain hash, and depends on the secret', async () => {
    const kept: unknown[][] = []
    const watch = (store: IdempotencyStore): IdempotencyStore => ({
      ...store,
      begin: (...args) => (kept.push(args), store.begin(...args)),
      finish: (...args) => (kept.push(args), store.finish(...args)),
    })
    const headers = { 'idempotency-key': 'the-key-of-the-page' }
    for (const secret of ['one', 'two']) {
      const idempotency = { store: watch(memoryStore()), secret }
      await send(openDoor({ idempotency }), { headers })
    }
    const text = JSON.stringify(kept)
    expect(text).not.toMatch(/alice|the-key-of-the-page|"one"|"two"|\/9j/)
    for (const photo of [FIELDS.refFaceContent, FIELDS.authFaceContent]) {
      const digest = await crypto.subtle.digest('SHA-256', photo)
      expect(text).not.toContain(Buffer.from(digest).toString('hex'))
    }
    const [one, , two] = kept as [
      [string, { fingerprint: string }],
      unknown,
      [string, { fingerprint: string }],
    ]
    expect(one[0]).not.toBe(two[0])
    expect(one[1].fingerprint).not.toBe(two[1].fingerprint)
  })

  it('does not show that two records are of the same photos', async () => {
    const kept: string[] = []
    const inner = memoryStore()
    const idempotency: IdempotencyStore = {
      ...inner,
      begin(name, claim) {
        kept.push(name, claim.fingerprint)
        return inner.begin(name, claim)
      },
    }
    const door = openDoor({ idempotency })
    for (const key of ['one', 'two']) {
      for (const authorization of ['alice', 'bob']) {
        await send(door, { headers: { authorization, 'idempotency-key': key } })
      }
    }
    expect(kept).toHaveLength(8)
    expect(new Set(kept).size).toBe(8)
  })
})

describe('a crowd', () => {
  it('of 1000 honest uploads at once gets 1000 verdicts', async () => {
    const door = openDoor()
    const faces = ['match', 'mismatch', 'spoof'] as const
    const decisions = { match: 'pass', mismatch: 'mismatch', spoof: 'attack' }
    const answers = await Promise.all(
      Array.from({ length: 1000 }, async (_, at) => {
        const face = faces[at % faces.length] ?? 'match'
        const fields = { authFaceContent: testFaces[face] }
        const { body, status } = await send(door, {
          fields,
          headers: { authorization: `user-${at}` },
        })
        return status === 200 && body['decision'] === decisions[face]
      }),
    )
    expect(answers.filter(Boolean)).toHaveLength(1000)
    expect(door.paid()).toBe(1000)
  })
})

describe('a page that leaves', () => {
  it('does not end the paid call, and what came of it is kept', async () => {
    const waiting: Promise<unknown>[] = []
    const door = openDoor({}, { latencyMs: 30 })
    const headers = { 'idempotency-key': 'left-behind-1' }
    const leaving = new AbortController()
    const request = new Request(writeRequest({ headers }), { signal: leaving.signal })
    const ctx = { waitUntil: (work: Promise<unknown>) => void waiting.push(work) }
    const answer = door.handler(request, {}, ctx)
    await expect.poll(() => door.paid()).toBe(1)
    leaving.abort()
    await Promise.all(waiting)
    expect(waiting).toHaveLength(1)
    expect((await read(await answer)).status).toBe(200)
    const again = await send(door, { headers })
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(door.paid()).toBe(1)
  })
})

/** Writes another size into a JPEG's frame header. */
function withSize(jpeg: Uint8Array, width: number, height: number): Uint8Array {
  const copy = Buffer.from(jpeg)
  const at = copy.indexOf(Buffer.from([0xff, 0xc0]))
  copy.writeUInt16BE(height, at + 5)
  copy.writeUInt16BE(width, at + 7)
  return copy
}
