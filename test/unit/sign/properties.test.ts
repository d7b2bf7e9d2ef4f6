/**
 * What holds for every text and every parameter set. fast-check shrinks a failure and prints the
 * seed; `SEED=… npx vitest run properties` repeats it.
 *
 * @module
 */
import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalize, percentEncode, signForm, stringToSign } from '../../../src/sign/index.ts'
import { readSeed } from '../../reference/seed.ts'

const check = { seed: readSeed(), numRuns: 1000 }

/** Any text that has a UTF-8 form: every code point but the surrogates. */
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
const name = fc.oneof(text, fc.constantFrom('Signature', 'signature', '__proto__', '1', ''))
const pairs = fc.uniqueArray(fc.tuple(name, text), { selector: ([key]) => key, maxLength: 12 })

test('percentEncode comes back through decodeURIComponent', () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(decodeURIComponent(percentEncode(value))).toBe(value)
    }),
    check,
  )
})

test('percentEncode writes unreserved characters and capital escapes only', () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(percentEncode(value)).toMatch(/^(?:[A-Za-z0-9\-_.~]|%[0-9A-F]{2})*$/)
    }),
    check,
  )
})

test('percentEncode of two texts together is the two encoded, joined', () => {
  fc.assert(
    fc.property(text, text, (first, second) => {
      expect(percentEncode(first + second)).toBe(percentEncode(first) + percentEncode(second))
    }),
    check,
  )
})

test('the canonical string decodes back to the same parameters without Signature', () => {
  fc.assert(
    fc.property(pairs, (list) => {
      const expected = list.filter(([key]) => key !== 'Signature')
      const decoded = decodePairs(canonicalize(Object.fromEntries(list)))
      expect(new Map(decoded)).toEqual(new Map(expected))
      expect(decoded).toHaveLength(expected.length)
    }),
    check,
  )
})

test('the canonical string holds its names in strictly rising byte order', () => {
  fc.assert(
    fc.property(pairs, (list) => {
      const names = decodePairs(canonicalize(Object.fromEntries(list))).map(([key]) => key)
      const bytes = names.map((key) => Buffer.from(key, 'utf8'))
      const isRising = bytes.every((_, at) => at === 0 || compareToPrevious(bytes, at) > 0)
      expect(isRising).toBe(true)
    }),
    check,
  )
})

test('the order in which parameters are given is irrelevant', () => {
  const shuffled = pairs.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  )
  fc.assert(
    fc.property(shuffled, ([list, other]) => {
      expect(canonicalize(Object.fromEntries(other))).toBe(canonicalize(Object.fromEntries(list)))
    }),
    check,
  )
})

test('the string to sign has exactly two bare ampersands and decodes to the pairs', () => {
  fc.assert(
    fc.property(fc.constantFrom('GET', 'POST', 'get', ''), pairs, (method, list) => {
      const params = Object.fromEntries(list)
      const [verb, path, query, ...more] = stringToSign(method, params).split('&')
      expect([verb, path, more]).toEqual([method.toUpperCase(), '%2F', []])
      expect(decodeURIComponent(query ?? '')).toBe(canonicalize(params))
    }),
    check,
  )
})

test('a signed form reads back as the parameters and one Signature', async () => {
  await fc.assert(
    fc.asyncProperty(pairs, text, async (list, secret) => {
      const form = await signForm(Object.fromEntries(list), secret)
      const decoded = new URLSearchParams(new TextDecoder().decode(form.body))
      const expected = new Map([...list, ['Signature', form.signature] as const])
      expect(new Map(decoded)).toEqual(expected)
      expect([...decoded]).toHaveLength(expected.size)
    }),
    { ...check, numRuns: 200 },
  )
})

function decodePairs(query: string): (readonly [name: string, value: string])[] {
  if (query === '') return []
  return query.split('&').map((pair) => {
    const at = pair.indexOf('=')
    return [decodeURIComponent(pair.slice(0, at)), decodeURIComponent(pair.slice(at + 1))]
  })
}

function compareToPrevious(list: readonly Buffer[], at: number): number {
  const empty = Buffer.alloc(0)
  return Buffer.compare(list[at] ?? empty, list[at - 1] ?? empty)
}
