/**
 * The library against the independent reference, on random parameter sets.
 * A failure prints the seed of its set: `SEED=… npx vitest run differential` starts with it.
 *
 * @module
 */
import { expect, test } from 'vitest'
import {
  canonicalize,
  signature,
  signForm,
  stringToSign,
  webHmacSha1,
} from '../../../src/sign/index.ts'
import { nobleHmacSha1, signatureSync } from '../../../src/sign/noble.ts'
import { createRng, randomParams, randomText } from '../../reference/prng.ts'
import { readSeed } from '../../reference/seed.ts'
import * as reference from '../../reference/sign.ts'
import { verifyRequest } from '../../reference/verify.ts'

const SETS = 10_000
const TIMEOUT_MS = 120_000
const METHODS = ['GET', 'POST', 'get', 'Post', 'PUT', ''] as const
const AT_EPOCH_MS = Date.UTC(2026, 10, 24, 12, 0, 0)

interface Case {
  readonly seed: number
  readonly method: string
  readonly params: Readonly<Record<string, string>>
  readonly secret: string
}

/** Makes each set from its own seed, so that one of them can be repeated alone. */
function* makeCases(count: number): Generator<Case> {
  const first = readSeed()
  for (let at = 0; at < count; at++) {
    const seed = (first + at) >>> 0
    const rng = createRng(seed)
    const params = randomParams(rng)
    yield { seed, method: rng.pick(METHODS), params, secret: randomText(rng, 12) }
  }
}

test(`canonicalize agrees with the reference on ${SETS} sets`, { timeout: TIMEOUT_MS }, () => {
  for (const { seed, params } of makeCases(SETS)) {
    same(seed, canonicalize(params), reference.canonicalize(params))
  }
})

test(`stringToSign agrees with the reference on ${SETS} sets`, { timeout: TIMEOUT_MS }, () => {
  for (const { seed, method, params } of makeCases(SETS)) {
    const expected = reference.stringToSign(method, params)
    same(seed, stringToSign(method, params), expected)
  }
})

test(`both HMACs sign ${SETS} sets as the reference does`, { timeout: TIMEOUT_MS }, async () => {
  for (const { seed, method, params, secret } of makeCases(SETS)) {
    const expected = reference.signature(method, params, secret)
    const web = await signature(method, params, secret, webHmacSha1)
    const noble = await signature(method, params, secret, nobleHmacSha1)
    const sync = signatureSync(method, params, secret)
    same(seed, `${web} ${noble} ${sync}`, `${expected} ${expected} ${expected}`)
  }
})

test(
  `the reference verifier reads and accepts ${SETS} signed forms`,
  { timeout: TIMEOUT_MS },
  async () => {
    for (const { seed, params, secret } of makeCases(SETS)) {
      const sent = { ...params, ...commonParams(seed) }
      const form = await signForm(sent, secret, nobleHmacSha1)
      const verification = verifyRequest(
        {
          method: 'POST',
          url: 'https://saf.ap-southeast-1.aliyuncs.com/',
          contentType: 'application/x-www-form-urlencoded',
          body: form.body,
        },
        { secrets: { testid: secret }, nowEpochMs: AT_EPOCH_MS },
      )
      const expected = Object.fromEntries([...Object.entries(sent), ['Signature', form.signature]])
      expect(verification, `SEED=${seed}`).toEqual({ ok: true, params: expected })
    }
  },
)

/** Vitest's own comparison costs more than the signature: it is asked for a failure's text only. */
function same(seed: number, actual: string, expected: string): void {
  if (actual !== expected) expect(actual, `SEED=${seed}`).toBe(expected)
}

function commonParams(seed: number): Record<string, string> {
  return {
    AccessKeyId: 'testid',
    Action: 'ExecuteRequest',
    Format: 'JSON',
    SignatureMethod: 'HMAC-SHA1',
    SignatureNonce: `nonce-${seed}`,
    SignatureVersion: '1.0',
    Timestamp: '2026-11-24T12:00:00Z',
    Version: '2019-05-21',
  }
}
