/**
 * Bodies that are read in another way than they look.
 *
 * @module
 */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { FIELDS, openDoor, send, writeForm } from './door.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a form', () => {
  const part = '--x\r\nContent-Disposition: form-data; name="a"; filename="x"\r\n\r\nx\r\n'

  it.each([
    ['x', `${part.repeat(80_000)}--x--\r\n`],
    ['"x"', `${part.repeat(80_000)}--x--\r\n`],
    ['x', `\r\n${part.repeat(5)}--x--`],
    ['y; boundary=x', `${part.repeat(5)}--x--`],
    ['x; a=b', `${part.repeat(5).replaceAll('\r\n--', '\n--')}--x--`],
  ])('of too many parts with boundary=%s is refused unparsed', async (boundary, body) => {
    const formData = vi.spyOn(Response.prototype, 'formData')
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
    const answer = await send(openDoor(), { headers, body })
    expect([answer.status, answer.body['code']]).toEqual([400, 'invalid-body'])
    expect(formData).not.toHaveBeenCalled()
  })

  it('is parsed by the boundary its parts were counted by', async () => {
    const formData = vi.spyOn(Response.prototype, 'formData')
    const body = `${part.repeat(80_000)}--x--\r\n`
    for (const type of ['boundary=x; boundary=y', 'a-boundary=x;boundary=y', 'boundary="y";a=x']) {
      const headers = { 'content-type': `multipart/form-data; ${type}` }
      expect((await send(openDoor(), { headers, body })).body['code']).toBe('invalid-body')
    }
    const types = formData.mock.contexts.map((read) =>
      (read as Response).headers.get('content-type'),
    )
    expect(types.map((type) => type?.replace('multipart/form-data; ', ''))).toEqual([
      'boundary=y',
      'boundary=y',
      'boundary="y"',
    ])
  })

  it.each(['', ' ', '"', '"x', 'x"', 'a b', 'a@b', 'a'.repeat(71)])(
    'with the boundary %j, which none is, is no form',
    async (boundary) => {
      const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
      const answer = await send(openDoor(), { headers, body: `--${boundary}--` })
      expect(answer.body['code']).toBe('unsupported-media-type')
    },
  )
})

describe('the body', () => {
  it('of JSON that says a field twice is refused', async () => {
    const write = (bytes: Uint8Array): string =>
      JSON.stringify(Buffer.from(bytes).toString('base64'))
    const fields = [
      `"refFaceContent":${write(FIELDS.refFaceContent)}`,
      `"authFaceContent":${write(FIELDS.authFaceContent)}`,
      '"resourceCode":"00840000"',
    ]
    const headers = { 'content-type': 'application/json' }
    for (const twice of ['"resourceCode":"00990001"', '"resource\\u0043ode":1', fields[0]]) {
      const door = openDoor()
      const body = `{${[twice, ...fields].join()}}`
      const answer = await send(door, { headers, body })
      expect([answer.body['code'], door.paid()]).toEqual(['invalid-body', 0])
      expect(answer.body['detail']).toContain('each once')
    }
    const once = await send(openDoor(), { headers, body: ` {\n${fields.join(' ,\t')}}\r\n` })
    expect(once.status).toBe(200)
  })

  it('is a form whatever its boundary is made of', async () => {
    for (const [boundary, quoted] of [
      ['a-boundary'],
      ['a'.repeat(70)],
      ["'()+_,-./:=?", true],
      ['===============123==', true],
      ['----WebKitFormBoundaryab+/', true],
    ] as const) {
      const body = await writeMultipart(boundary)
      const parameter = quoted ? `"${boundary}"` : boundary
      for (const type of [
        `multipart/form-data; boundary=${parameter}`,
        `Multipart/Form-Data;charset=utf-8;Boundary=${parameter} ; a=b`,
      ]) {
        const answer = await send(openDoor(), { headers: { 'content-type': type }, body })
        expect([type, answer.status]).toEqual([type, 200])
      }
    }
  })
})

/** Writes the form of an honest page with a boundary of one's choice. */
async function writeMultipart(boundary: string): Promise<Uint8Array<ArrayBuffer>> {
  const form = new Response(writeForm())
  const [, drawn = ''] = /boundary=(.*)/.exec(form.headers.get('content-type') ?? '') ?? []
  const text = Buffer.from(await form.arrayBuffer()).toString('latin1')
  return new Uint8Array(Buffer.from(text.replaceAll(drawn, boundary), 'latin1'))
}
