/**
 * `explainMismatch` beyond its contract: where its test data comes from, and that it shows nothing
 * and never throws whatever is pasted.
 *
 * @module
 */
import { describe, expect, test } from 'vitest'
import { explainMismatch, stringToSign } from '../../../src/sign/index.ts'
import { signWrongly } from '../../reference/mistakes.ts'
import { createRng } from '../../reference/prng.ts'
import type { Rng } from '../../reference/prng.ts'
import { recipes } from '../../reference/recipes.ts'
import { readSeed } from '../../reference/seed.ts'
import { wrongRequest, wrongVectors } from '../../vectors/wrong.ts'

const WORDS = 'server string to sign is:'
const CANARY = 'c4n4ry'

/** All but `unknown`. */
const MISTAKES = [
  'altered-parameter',
  'ampersand-before-secret',
  'bare-ampersand',
  'encoded-once',
  'encoded-thrice',
  'extra-parameter',
  'method',
  'milliseconds',
  'missing-parameter',
  'none',
  'path-not-encoded',
  'plus-for-space',
  'secret-without-ampersand',
  'star-or-tilde',
  'wrong-secret',
]

const request = {
  method: 'POST',
  accessKeySecret: `${CANARY}-secret`,
  params: {
    AccessKeyId: `${CANARY}-id`,
    Action: `${CANARY}Action`,
    Note: `a ${CANARY}+b*~'c'/d! ${CANARY}`,
    Remark: '',
    ServiceParameters: `{"photo":"${CANARY}&more=${CANARY}","x":"é"}`,
    Timestamp: '2026-02-03T04:05:06Z',
  },
} as const

describe('wrong vectors', () => {
  test('each class of mistake has a vector, and each vector a recipe', () => {
    expect(wrongVectors.map(({ id }) => id)).toEqual(recipes.map(({ id }) => id))
    const mistakes = new Set(wrongVectors.map(({ mistake }) => mistake))
    expect([...mistakes].sort()).toEqual(MISTAKES)
    expect(new Set(wrongVectors.map(({ signature }) => signature)).size).toBe(wrongVectors.length)
  })

  test.for(recipes)('$id is what the independent reference makes', ({ id, ...named }) => {
    const vector = wrongVectors.find((each) => each.id === id)
    const { recipe, ...expected } = named
    expect(vector).toEqual({ id, ...expected, ...signWrongly(wrongRequest, recipe) })
  })

  test.for(recipes)('$id is explained without showing a value', async ({ recipe }) => {
    const { signature, stringToSign: text } = signWrongly(request, recipe)
    for (const known of [{ signature }, { serverMessage: WORDS + text }]) {
      const explanation = await explainMismatch({ ...request, ...known })
      expect(JSON.stringify(explanation)).not.toContain(CANARY)
    }
  })
})

test('whatever is pasted, it answers in its shape and shows no piece of a value', async () => {
  const seed = readSeed()
  const mistakes = new Set<string>()
  for (let at = 0; at < 5000; at++) {
    const rng = createRng((seed + at) >>> 0)
    const serverMessage = spoil(rng)
    const explanation = await explainMismatch({ ...request, serverMessage })
    const text = JSON.stringify(explanation)
    expect(text, `SEED=${seed + at}`).not.toMatch(/c4n4r|4n4ry/)
    expect(JSON.parse(text)).toEqual(explanation)
    expect(explanation.message.length).toBeGreaterThan(20)
    mistakes.add(explanation.mistake)
  }
  // The spoiling reaches the branches, or this test would say little.
  expect(mistakes.size).toBeGreaterThan(6)
})

const PIECES = ['%26', '%3D', '&', '=', '%', '%25', '%2520', '+', '"', "'", '\n', ' ', WORDS, '\0']

/** Makes a message out of ours by a few random mistakes. */
function spoil(rng: Rng): string {
  let text = WORDS + stringToSign(rng.pick(['POST', 'GET', '']), request.params)
  for (let left = 1 + rng.below(4); left > 0; left--) {
    const at = rng.below(text.length + 1)
    const end = at + rng.below(40)
    text = rng.pick([
      () => text.slice(0, at) + rng.pick(PIECES) + text.slice(at),
      () => text.slice(0, at) + text.slice(end),
      () => text.slice(0, end) + text.slice(at),
      () => text.slice(0, at),
      () => text.replaceAll(rng.pick(PIECES), () => rng.pick(PIECES)),
      () => text.slice(0, at) + text.slice(at, end).toLowerCase() + text.slice(end),
      () => text.slice(0, at) + text.slice(at, end).replaceAll('%25', '%') + text.slice(end),
    ])()
  }
  return text
}
