/**
 * The random sets hold what they are there for; a generator that lost a kind would test nothing.
 *
 * @module
 */
import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { createRng, randomParams } from '../../reference/prng.ts'
import { readSeed } from '../../reference/seed.ts'
import { percentEncode } from '../../reference/sign.ts'

type Entries = readonly (readonly [name: string, value: string])[]

const has =
  (pattern: RegExp) =>
  (entries: Entries): boolean =>
    entries.some(([, value]) => pattern.test(value))

/** Sorts the names in some wrong order and tells whether byte order is another one. */
const sortsOtherwise =
  (toKey: (name: string) => string) =>
  (entries: Entries): boolean => {
    const names = entries.map(([name]) => name)
    const byBytes = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    const wrong = [...names].sort((a, b) => (toKey(a) < toKey(b) ? -1 : 1))
    return byBytes.some((name, at) => name !== wrong[at])
  }

const kinds: Readonly<Record<string, (entries: Entries) => boolean>> = {
  'no parameters': (entries) => entries.length === 0,
  CJK: has(/[一-鿿]/u),
  emoji: has(/\p{Extended_Pictographic}/u),
  "! ' ( ) * and ~": has(/[!'()*]/),
  tildes: has(/~/),
  spaces: has(/ /),
  'plus signs': has(/\+/),
  'percent signs': has(/%/),
  'line breaks': has(/\n/),
  'control characters': has(/[^\P{Cc}\s]/u),
  'empty values': has(/^$/),
  'long values': has(/^[^]{2000}/u),
  'empty names': (entries) => entries.some(([name]) => name === ''),
  'names that differ in case': (entries) => {
    const lower = entries.map(([name]) => name.toLowerCase())
    return new Set(lower).size < entries.length
  },
  'astral names': (entries) => entries.some(([name]) => /[\u{10000}-\u{10ffff}]/u.test(name)),
  'a Signature to drop': (entries) => entries.some(([name]) => name === 'Signature'),
  'names of object members': (entries) => entries.some(([name]) => name === '__proto__'),
  'UTF-16 order differs': sortsOtherwise((name) => name),
  'encoded order differs': sortsOtherwise(percentEncode),
  'order of joined pairs differs': sortsOtherwise((name) => `${name}=`),
}

test('10 000 sets hold at least 50 of every kind', () => {
  const first = readSeed()
  const counts = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, 0]))
  for (let at = 0; at < 10_000; at++) {
    const entries = Object.entries(randomParams(createRng((first + at) >>> 0)))
    for (const [kind, isKind] of Object.entries(kinds)) {
      if (isKind(entries)) counts[kind] = (counts[kind] ?? 0) + 1
    }
  }
  for (const [kind, count] of Object.entries(counts)) {
    expect(count, `${kind} (SEED=${first})`).toBeGreaterThanOrEqual(50)
  }
})

test('every text is well formed', () => {
  for (let seed = 0; seed < 2000; seed++) {
    const text = JSON.stringify(Object.entries(randomParams(createRng(seed))))
    expect(text, `seed ${seed}`).not.toMatch(/\\ud[89a-f]/)
  }
})

test('the same seed gives the same sets, another seed others', () => {
  const sets = (seed: number): unknown => {
    const rng = createRng(seed)
    return Array.from({ length: 20 }, () => Object.entries(randomParams(rng)))
  }
  expect(sets(7)).toEqual(sets(7))
  expect(sets(7)).not.toEqual(sets(8))
})
