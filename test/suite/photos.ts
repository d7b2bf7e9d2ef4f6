/**
 * Contract of photos: every usual shape is taken, everything else is refused before it costs money.
 *
 * @module
 */
import { equal, ok, rejects } from './harness.ts'
import type { Library, Suite } from './harness.ts'
import { faceInput, json, stub, tinyJpeg } from './stub.ts'

const PHOTO = tinyJpeg(0xfb, 0xff, 0xbf, 0x3e, 0x3f)
const BASE64 = '/9j/4Pv/vz4//9k='
const URL_SAFE = '_9j_4Pv_vz4__9k'

/** Registers the tests of photos. */
export const photos: Suite = (test, lib) => {
  const { buffer } = PHOTO
  const window = new Uint8Array([0, 0, ...PHOTO, 0, 0]).subarray(2, 2 + PHOTO.length)
  const taken: readonly (readonly [string, unknown])[] = [
    ['bytes', PHOTO],
    ['a window of a larger buffer', window],
    ['a view of other width', new DataView(buffer)],
    ['an ArrayBuffer', buffer],
    ['a Blob of any type', new Blob([PHOTO], { type: 'image/png' })],
    ['base64', BASE64],
    ['base64 without padding', BASE64.replace('=', '')],
    ['url-safe base64', URL_SAFE],
    ['a data: URL', `data:image/jpeg;base64,${BASE64}`],
    ['a data: URL with parameters', `data:image/jpeg;name=a.jpg;base64,${URL_SAFE}`],
    ['base64 with line breaks', `${BASE64.slice(0, 5)}\r\n${BASE64.slice(5)}\n`],
    ['base64 with space around it', `  ${BASE64}\n`],
  ]
  for (const [what, photo] of taken) {
    test(`sends ${what} as plain base64`, async () => {
      const { saf, sent } = stub(lib, () => json({ Code: 200, RequestId: 'R' }))
      const input = { ...faceInput(), authFaceContent: photo as Uint8Array }
      await saf.verifyFace(input)
      const text = sent[0]?.form.get('ServiceParameters') ?? ''
      equal(JSON.parse(text).authFaceContent, BASE64)
      equal(Object.keys(JSON.parse(text)).join(), 'refFaceContent,authFaceContent,resourceCode')
    })
  }

  test('takes bytes after the end of the JPEG, as phones append them', async () => {
    const { saf, sent } = stub(lib, () => json({ Code: 200, RequestId: 'R' }))
    const appended = new Uint8Array([...PHOTO, 1, 2, 3, 4])
    await saf.verifyFace({ ...faceInput(), authFaceContent: appended })
    equal(sent.length, 1)
  })

  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]
  const heic = [0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63]
  const webp = [0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x45, 0x42, 0x50]
  const refused: readonly (readonly [string, unknown, RegExp])[] = [
    ['no bytes', new Uint8Array(), /is empty/],
    ['an empty Blob', new Blob([]), /is empty/],
    ['empty text', '', /is empty/],
    ['a data: URL without data', 'data:image/jpeg;base64,', /is empty/],
    ['a PNG', new Uint8Array(png), /expected JPEG, got PNG/],
    [
      'a PNG that calls itself JPEG',
      new Blob([new Uint8Array(png)], { type: 'image/jpeg' }),
      /PNG/,
    ],
    ['a phone photo in HEIC', new Uint8Array(heic), /got HEIC/],
    ['a WebP', new Uint8Array(webp), /got WEBP/],
    ['other bytes', new Uint8Array([1, 2, 3]), /got other bytes/],
    ['a JPEG cut off before its end', PHOTO.subarray(0, 6), /without its end/],
    ['a JPEG of three bytes', PHOTO.subarray(0, 3), /without its end/],
    ['text that is no base64', 'photo.jpg!', /expected base64/],
    ['base64 with a space for a plus', '/9j/4Pv/ z4//9k=', /expected base64/],
    ['base64 of a length that cannot be', BASE64.slice(0, 13), /expected base64/],
    ['base64 with padding in its middle', '/9j/4A==4Pv/', /expected base64/],
    ['base64 of a PNG', 'iVBORw0KGgo=', /got PNG/],
    ['a data: URL that is not base64', 'data:image/jpeg,%FF%D8', /expected base64/],
    ['a photo over the limit', tinyJpeg(...new Uint8Array(200)), /206 bytes.*maxPhotoBytes/],
    ['a Blob over the limit', new Blob([tinyJpeg(...new Uint8Array(200))]), /maxPhotoBytes/],
    ['text over the limit', 'A'.repeat(400), /maxPhotoBytes/],
    ['a list of numbers', [0xff, 0xd8, 0xff], /got array/],
    ['a number', 7, /got number/],
    ['nothing', undefined, /got undefined/],
    ['null', null, /got null/],
    ['a promise', Promise.resolve(PHOTO), /got object/],
  ]
  for (const [what, photo, message] of refused) {
    for (const field of ['refFaceContent', 'authFaceContent']) {
      test(`refuses ${what} as ${field} before anything is sent`, async () => {
        const { saf, sent } = stub(lib, () => json({}), { maxPhotoBytes: 100 })
        const input = { ...faceInput(), [field]: photo }
        await rejects(saf.verifyFace(input as never), (error) => {
          equal(error.name, 'TypeError')
          ok(message.test(String(error.message)), `"${error.message}" says ${message}`)
          ok(String(error.message).includes(field), `"${error.message}" names ${field}`)
        })
        equal(sent.length, 0)
      })
    }
  }

  test('refuses a Blob that cannot be read', async () => {
    const blob = new Blob([PHOTO])
    blob.arrayBuffer = () => Promise.reject(new Error('NotReadableError'))
    const { saf, sent } = stub(lib, () => json({}))
    await rejects(saf.verifyFace({ ...faceInput(), refFaceContent: blob }), (error) => {
      equal(error.name, 'TypeError')
    })
    equal(sent.length, 0)
  })

  test('refuses a photo of hostile text in no time', async () => {
    const { saf } = stub(lib, () => json({}))
    for (const photo of [`${'='.repeat(1_000_000)}x`, `data:${';base64'.repeat(200_000)}`]) {
      const startedAt = Date.now()
      await rejects(saf.verifyFace({ ...faceInput(), refFaceContent: photo }), (error) => {
        equal(error.name, 'TypeError')
      })
      ok(Date.now() - startedAt < 5000, 'a scan that grows with the square takes minutes')
    }
  })

  test('refuses a Blob that gives more than it said', async () => {
    const liar = { size: 10, arrayBuffer: async () => tinyJpeg(...new Uint8Array(200)).buffer }
    const { saf, sent } = stub(lib, () => json({}), { maxPhotoBytes: 100 })
    const input = { ...faceInput(), refFaceContent: liar as unknown as Blob } // why: wrong on purpose
    await rejects(saf.verifyFace(input), (error) => equal(error.name, 'TypeError'))
    equal(sent.length, 0)
  })

  for (const resourceCode of ['', '0084000', '008400000', '0084000a', 840000, undefined, null]) {
    test(`refuses the resourceCode ${JSON.stringify(resourceCode)}`, async () => {
      const { saf, sent } = stub(lib, () => json({}))
      await rejects(saf.verifyFace({ ...faceInput(), resourceCode } as never), (error) => {
        equal(error.name, 'TypeError')
        ok(/resourceCode/.test(String(error.message)), String(error.message))
      })
      equal(sent.length, 0)
    })
  }

  for (const input of [undefined, null, 'photo', [], 7]) {
    test(`refuses ${JSON.stringify(input)} instead of an input`, async () => {
      const { saf } = stub(lib, () => json({}))
      await rejects(saf.verifyFace(input as never), (error) => equal(error.name, 'TypeError'))
    })
  }

  testLarge(test, lib)
}

function testLarge(test: Parameters<Suite>[0], lib: Library): void {
  test('sends two photos of 2 MiB, and refuses one byte more', async () => {
    const limit = 2 * 1024 * 1024
    const large = new Uint8Array(limit)
    large.set([0xff, 0xd8, 0xff])
    large.set([0xff, 0xd9], limit - 2)
    const { saf, sent } = stub(lib, () => json({ Code: 200, RequestId: 'R' }))
    const input = { ...faceInput(), refFaceContent: large, authFaceContent: large }
    await saf.verifyFace(input)
    const body = sent[0]?.init.body as Uint8Array // why: the contract of the transport
    ok(body.length < 8_000_000, `the body of ${body.length} bytes fits the gateway's 8 MB`)
    const more = new Uint8Array(limit + 1)
    more.set(large)
    more.set([0xff, 0xd9], limit - 1)
    await rejects(saf.verifyFace({ ...input, authFaceContent: more }), (error) => {
      equal(error.name, 'TypeError')
    })
    equal(sent.length, 1)
  })
}
