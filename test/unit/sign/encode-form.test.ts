/**
 * The fast encoder against the simple reference, byte for byte.
 *
 * @module
 */
import { describe, expect, test } from 'vitest'
import { createFormEncoder } from '../../../src/sign/encode-form.ts'
import type { FormParams } from '../../../src/sign/encode-form.ts'
import { createRng, randomParams, randomText } from '../../reference/prng.ts'
import { readSeed } from '../../reference/seed.ts'
import { canonicalize, percentEncode, stringToSign } from '../../reference/sign.ts'

/** Kept from test to test, as a client keeps it. */
const encodeForm = createFormEncoder()

const BLOCK = 3072
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** The parameters as plain text, photos as Node's base64. */
function asText(params: FormParams): Record<string, string> {
  const write = (value: FormParams[string]): string =>
    [value]
      .flat()
      .map((piece) => (typeof piece === 'string' ? piece : Buffer.from(piece).toString('base64')))
      .join('')
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, write(value)]))
}

function expectSame(params: FormParams): void {
  const { toSign, finish } = encodeForm(params)
  const text = asText(params)
  // Compared before it is shown: a difference of megabytes is no message.
  const isSame = decode(toSign) === stringToSign('POST', text)
  expect(isSame, 'string to sign').toBe(true)
  const query = canonicalize(text)
  const body = decode(finish('a+b/c='))
  const expected = `${query}${query && '&'}Signature=${percentEncode('a+b/c=')}`
  expect(body === expected, 'body').toBe(true)
}

describe('encodeForm', () => {
  test.each([0, 1, 2, 3, 4, 5, 6, BLOCK - 4, BLOCK - 3, BLOCK - 1, BLOCK, BLOCK + 1, BLOCK + 3])(
    'encodes a photo of %i bytes, of any bytes and of the ones that are escaped most',
    (size) => {
      const random = Uint8Array.from({ length: size }, (_, at) => (at * 197 + (at >> 8) * 31) & 255)
      for (const photo of [
        random,
        new Uint8Array(size).fill(0xff),
        new Uint8Array(size).fill(0xfb),
      ]) {
        expectSame({ P: ['{"a":"', photo, '","b":"', photo.subarray(1), '"}'], Z: '' })
      }
    },
  )

  test('encodes a megabyte that is escaped throughout, far beyond its estimate', () => {
    expectSame({ P: [new Uint8Array(1_000_000).fill(0xff)], Q: '中'.repeat(300_000) })
  })

  test.each(['a', '+', '中', '😀', 'é', '%'])(
    'encodes %s at every place of a block edge',
    (char) => {
      for (let before = BLOCK - 5; before <= BLOCK + 1; before++) {
        expectSame({ T: `${'x'.repeat(before)}${char.repeat(5)}y` })
      }
    },
  )

  test.each(['a', '+', '中', '😀', 'é', '%', '&=', "!'()*"])(
    'encodes texts of %s at every place of a block edge, and throughout',
    (char) => {
      for (let before = BLOCK - 6; before <= BLOCK + 2; before++) {
        expectSame({ T: `${'x'.repeat(before)}${char.repeat(3)}` })
        expectSame({ T: `${char.repeat(before)}` })
      }
    },
  )

  test('leaves no part of an earlier form in a later one', () => {
    expectSame({ P: [new Uint8Array(50_000).fill(0xff)] })
    expectSame({ P: [new Uint8Array(BLOCK)] })
    expectSame({ P: '' })
  })

  test('encodes a query of a GET, and a form without parameters', () => {
    expect(decode(encodeForm({ A: '/' }, 'GET').toSign)).toBe('GET&%2F&A%3D%252F')
    expectSame({})
  })

  test('encodes random parameters as the reference does', () => {
    const seed = readSeed()
    const rng = createRng(seed)
    for (let round = 0; round < 1000; round++) {
      const params: Record<string, FormParams[string]> = { ...randomParams(rng) }
      if (round % 4 === 0) {
        const photo = Uint8Array.from({ length: rng.below(5000) }, () => rng.below(256))
        params['ServiceParameters'] = [randomText(rng), photo, randomText(rng)]
      }
      try {
        expectSame(params)
      } catch (error) {
        throw new Error(`seed ${seed}, round ${round}`, { cause: error })
      }
    }
  })

  test('refuses half a surrogate pair anywhere, by the name of its parameter', () => {
    for (const text of ['\ud800', `${'x'.repeat(BLOCK)}\udc00x`, `\ud83d${'x'.repeat(BLOCK)}`]) {
      expect(() => encodeForm({ Name: text })).toThrow(/"Name" expected text, got half a surrogate/)
      expect(() => encodeForm({ [text]: 'x' })).toThrow(/half a surrogate/)
      expect(() => encodeForm({ Name: ['{', text] })).toThrow(/"Name"/)
    }
  })

  test('does not write into a photo, and takes a window of a larger buffer', () => {
    const whole = new Uint8Array(100).map((_, at) => at)
    const before = whole.slice()
    expectSame({ P: [whole.subarray(7, 60)] })
    expect(whole).toEqual(before)
  })
})
