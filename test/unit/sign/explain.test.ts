/**
 * `explainMismatch` beyond its contract: where its test data comes from, what it costs, and that
 * it shows nothing and never throws whatever is pasted.
 *
 * @module
 */
import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { explainMismatch, stringToSign } from '../../../src/sign/index.ts'
import { nobleHmacSha1 } from '../../../src/sign/noble.ts'
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

describe('cost', () => {
  test('an ordinary request needs fewer than 2500 HMACs when nothing fits', async () => {
    const { hmac, spent } = createCounter()
    const { mistake, message } = await explainMismatch(
      { ...wrongRequest, signature: NOBODYS },
      hmac,
    )
    expect(mistake).toBe('unknown')
    expect(message).toContain(`none of ${spent().hmacs} ways`)
    expect(spent().hmacs).toBeGreaterThan(1000)
    expect(spent().hmacs).toBeLessThan(2500)
  })

  test('thousands of parameters stop at 4000 HMACs', async () => {
    const { hmac, spent } = createCounter()
    const entries = Array.from({ length: 5000 }, (_, at) => [`Tag.${at}`, `${at}`] as const)
    const params = { ...wrongRequest.params, ...Object.fromEntries(entries) }
    const options = { ...wrongRequest, params, signature: NOBODYS }
    expect((await explainMismatch(options, hmac)).message).toContain('the commonest only')
    expect(spent().hmacs).toBeLessThanOrEqual(4000)
    expect(spent().bytes).toBeLessThan(514 * 2 ** 20)
  }, 60_000)

  test('8 MB of photos stop at 512 MiB, and the frequent mistakes are found before', async () => {
    const { hmac, spent } = createCounter()
    const photo = 'aB+/cd0192837465'.repeat(250_000)
    const ServiceParameters = JSON.stringify({ refFaceContent: photo, authFaceContent: photo })
    const big = { ...wrongRequest, params: { ...wrongRequest.params, ServiceParameters } }
    const unknown = await explainMismatch({ ...big, signature: NOBODYS }, hmac)
    expect(unknown.mistake).toBe('unknown')
    expect(spent().bytes).toBeLessThan(526 * 2 ** 20)
    const text = stringToSign(big.method, big.params)
    const frequent = [
      ['secret-without-ampersand', big.accessKeySecret, text],
      ['bare-ampersand', `${big.accessKeySecret}&`, text.replaceAll('%26', '&')],
      ['missing-parameter', `${big.accessKeySecret}&`, text.replace(/%26RegionId%3D[\w-]+/, '')],
    ] as const
    for (const [mistake, key, wrong] of frequent) {
      const signature = createHmac('sha1', key).update(wrong).digest('base64')
      expect((await explainMismatch({ ...big, signature })).mistake).toBe(mistake)
    }
    const serverMessage = WORDS + stringToSign('POST', { ...big.params, Format: 'XML' })
    const explanation = await explainMismatch({ ...big, serverMessage })
    expect(explanation).toMatchObject({ mistake: 'altered-parameter', parameter: 'Format' })
  }, 120_000)

  test('huge and hostile messages are read once', async () => {
    const text = stringToSign(request.method, request.params)
    const messages = [
      '\0\u00ff'.repeat(4_000_000),
      'server '.repeat(1_000_000),
      `server${' '.repeat(8_000_000)}string`,
      WORDS.repeat(300_000),
      `${WORDS}${'a\n'.repeat(4_000_000)}`,
      `${WORDS}${text}${'%26'.repeat(3_000_000)}`,
      `${WORDS}${text}${'%26a%3D'.repeat(1_000_000)}`,
      `${WORDS}${'POST&'.repeat(2_000_000)}`,
      '\\\\\\u0026'.repeat(1_000_000),
      '&amp;'.repeat(2_000_000),
      `${WORDS}POST&%2F&${'%25'.repeat(3_000_000)}`,
    ]
    for (const serverMessage of messages) {
      const explanation = await explainMismatch({ ...request, serverMessage })
      expect(JSON.stringify(explanation)).not.toContain(CANARY)
    }
  }, 60_000)
})

/** A signature that nothing gives. */
const NOBODYS = `${'A'.repeat(27)}=`

/** An HMAC that counts instead of computing: it gives nobody's signature neither. */
function createCounter() {
  let [hmacs, bytes] = [0, 0]
  return {
    hmac(key: Uint8Array, message: Uint8Array): Uint8Array {
      hmacs++
      bytes += message.length
      return nobleHmacSha1(key, message.subarray(0, 64))
    },
    spent: () => ({ hmacs, bytes }),
  }
}

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
