import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { xmlFormat } from '../../../src/codec/xml.ts'
import { createEmulator } from '../../../src/emulator/index.ts'
import { md5 } from '../../../src/emulator/md5.ts'
import { render } from '../../../src/emulator/render.ts'
import { callParams, NOW, send } from './request.ts'

const PROLOG = "<?xml version='1.0' encoding='UTF-8'?>"

describe('render', () => {
  it('JSON is compact, in the given order, without undefined fields', () => {
    expect(render('JSON', 'Root', { b: 1, a: undefined, c: 'x' })).toBe('{"b":1,"c":"x"}')
  })

  it('XML nests objects, repeats arrays, and leaves out what is null', () => {
    const fields = { a: { b: [1, { c: true }], d: null }, e: undefined, f: '' }
    expect(render('XML', 'Root', fields)).toBe(
      `${PROLOG}<Root><a><b>1</b><b><c>true</c></b></a><f></f></Root>`,
    )
  })

  it('XML escapes markup and CR, and replaces what XML cannot hold', () => {
    const text = '<a>&\r\n"\'\u0000\u0008\ufffe😀\ud800'
    const xml = render('XML', 'Root', { text })
    expect(xml).toBe(
      `${PROLOG}<Root><text>&#60;a&#62;&#38;&#13;\n"'\ufffd\ufffd\ufffd😀\ufffd</text></Root>`,
    )
  })

  it('XML makes names of fields into names of elements', () => {
    const fields = { '1 a': 1, 'b<c': 2, 中: 3, '': 4 }
    expect(render('XML', 'Root', fields)).toBe(
      `${PROLOG}<Root><__a>1</__a><b_c>2</b_c><_>3</_><_>4</_></Root>`,
    )
  })

  it('XML of a scripted answer is read back as it was', async () => {
    const emulator = createEmulator({ now: () => NOW })
    const Data = 'line\r\n\t<&>]]>"\'中😀 \u2028 end '
    emulator.script({ business: { Code: 200, Message: '<OK>', Data } })
    const { text } = await send(emulator, callParams({ Format: 'XML' }))
    const { envelope, isError } = xmlFormat.parse(text)
    expect(isError).toBe(false)
    expect(envelope).toEqual({
      Data,
      Message: '<OK>',
      RequestId: expect.any(String),
      Code: '200',
    })
  })
})

describe('headers', () => {
  it('carry the ID of the request and one of its trace', async () => {
    const { headers, body } = await send(createEmulator({ now: () => NOW }), callParams())
    expect(headers.get('x-acs-request-id')).toBe(body['RequestId'])
    expect(headers.get('x-acs-trace-id')).toMatch(/^[\da-f]{32}$/)
  })
})

describe('md5', () => {
  it('agrees with Node on every length around its blocks', () => {
    for (const length of [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000, 70_000]) {
      const bytes = Buffer.alloc(length, 'some bytes, 21 of them')
      const expected = createHash('md5').update(bytes).digest('hex')
      expect(Buffer.from(md5(bytes)).toString('hex')).toBe(expected)
    }
  })
})
