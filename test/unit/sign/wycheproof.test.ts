/**
 * Both HMACs against the 170 HMAC-SHA1 tests of Project Wycheproof, read from beside the project.
 *
 * @module
 */
import { Buffer } from 'node:buffer'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { webHmacSha1 } from '../../../src/sign/index.ts'
import { nobleHmacSha1 } from '../../../src/sign/noble.ts'

interface MacTest {
  readonly tcId: number
  readonly comment: string
  readonly key: string
  readonly msg: string
  readonly tag: string
  readonly result: 'valid' | 'invalid'
}

interface MacFile {
  readonly numberOfTests: number
  readonly testGroups: readonly { readonly tagSize: number; readonly tests: readonly MacTest[] }[]
}

const FILE = new URL('../../../../shared/vectors/wycheproof-hmac-sha1.json', import.meta.url)
const isThere = existsSync(FILE)
const where = isThere ? '' : ' (skipped: ../shared/vectors/wycheproof-hmac-sha1.json is absent)'

const hmacs = [
  ['webHmacSha1', webHmacSha1],
  ['nobleHmacSha1', nobleHmacSha1],
] as const

describe.skipIf(!isThere)(`Wycheproof HMAC-SHA1${where}`, () => {
  test.for(hmacs)('%s accepts the valid tags and no invalid one, all 170', async ([, hmac]) => {
    const { numberOfTests, testGroups } = readTests()
    expect(numberOfTests).toBe(170)
    let count = 0
    for (const { tagSize, tests } of testGroups) {
      for (const { tcId, comment, key, msg, tag, result } of tests) {
        const [keyBytes, message] = [fromHex(key), fromHex(msg)]
        const prepared = await hmac.prepare?.(keyBytes)(message)
        for (const mac of [await hmac(keyBytes, message), prepared]) {
          const seen = Buffer.from(mac ?? []).toString('hex')
          expect(seen, `test ${tcId}`).toHaveLength(40)
          const isSame = seen.slice(0, tagSize / 4) === tag
          expect(isSame, `test ${tcId}: ${comment}`).toBe(result === 'valid')
        }
        count++
      }
    }
    expect(count).toBe(170)
  })
})

function readTests(): MacFile {
  return JSON.parse(readFileSync(FILE, 'utf8')) as MacFile // why: a file of known shape
}

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(hex, 'hex'))
}
