/**
 * The oracles are checked too: the reference against published values, the fixtures against the
 * collection they were typed from.
 *
 * @module
 */
import { Buffer } from 'node:buffer'
import { createHmac } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as reference from '../../reference/sign.ts'
import { flattenVectors } from '../../vectors/flatten.ts'
import { goldenBodies } from '../../vectors/golden.ts'
import { rfc2202 } from '../../vectors/rfc2202.ts'
import { rpcVectors, wrongSignatures } from '../../vectors/rpc-v1.ts'

test.for(rpcVectors)('the reference reproduces $id at every stage', (vector) => {
  const { method, params, accessKeySecret } = vector
  expect(reference.canonicalize(params)).toBe(vector.canonicalQuery)
  expect(reference.stringToSign(method, params)).toBe(vector.stringToSign)
  expect(reference.signature(method, params, accessKeySecret)).toBe(vector.signature)
})

test.for(wrongSignatures)('Node reproduces the wrong signature $id', (wrong) => {
  const mac = createHmac('sha1', wrong.hmacKey).update(wrong.stringToSign).digest('base64')
  expect(mac).toBe(wrong.signature)
})

test.for(rfc2202)('Node reproduces RFC 2202 $id', ({ keyHex, dataHex, digestHex }) => {
  const mac = createHmac('sha1', Buffer.from(keyHex, 'hex')).update(Buffer.from(dataHex, 'hex'))
  expect(mac.digest('hex')).toBe(digestHex)
})

test('the reference sorts astral names after the private use area', () => {
  const params = { '\u{10000}': '', '\uffff': '', z: '', B: '' }
  expect(reference.canonicalize(params)).toBe('B=&z=&%EF%BF%BF=&%F0%90%80%80=')
})

test('vector ids are unique', () => {
  for (const list of [rpcVectors, wrongSignatures, flattenVectors, rfc2202]) {
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
  }
})

test.for(Object.entries(goldenBodies))('golden body %s is what its fields say', ([, golden]) => {
  const { code, message, requestId, data, text } = golden
  const expected = { Code: code, Message: message, RequestId: requestId }
  const fields = data === undefined ? expected : { ...expected, Data: data }
  expect(JSON.parse(text)).toEqual(fields)
  expect(text).toBe(JSON.stringify(JSON.parse(text)))
})

const SHARED = new URL('../../../../shared/', import.meta.url)
const isThere = existsSync(SHARED)
const where = isThere ? '' : ' (skipped: ../shared is absent)'

describe.skipIf(!isThere)(`fixtures against ../shared${where}`, () => {
  test('rpc-v1 vectors are the same', () => {
    const { vectors, wrong } = readShared<SharedRpc>('vectors/rpc-v1.json')
    const withoutSource = (vector: object): object => ({ ...vector, source: '' })
    expect(rpcVectors.map(withoutSource)).toEqual(vectors.map(withoutSource))
    // Ours say an id and a source everywhere; the collection leaves some out.
    expect(wrongSignatures.map(withoutSource)).toMatchObject(
      wrong.map((entry) => ({ ...entry, source: '' })),
    )
    expect(wrongSignatures).toHaveLength(wrong.length)
  })
  test('flatten vectors are the same', () => {
    const shared = readShared<readonly { in: unknown; out: unknown }[]>('vectors/flatten.json')
    const ours = flattenVectors.map(({ input, output }) => ({ in: input, out: output }))
    expect(shared).toMatchObject(ours)
    expect(ours).toHaveLength(shared.length)
  })
  test('golden bodies are the same', () => {
    const { golden_bodies } = readShared<{ golden_bodies: Record<string, unknown> }>(
      'spec/saf-codes.json',
    )
    const ours = Object.values(goldenBodies).map(({ text }): unknown => JSON.parse(text))
    expect(ours).toEqual(Object.values(golden_bodies))
  })
})

interface SharedRpc {
  readonly vectors: readonly object[]
  readonly wrong: readonly object[]
}

function readShared<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, SHARED), 'utf8')) as T // why: files of known shape
}
