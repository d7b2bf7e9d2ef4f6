/**
 * What the code of a rejected fetch proves.
 *
 * @module
 */
import { afterEach, expect, test, vi } from 'vitest'
import { readProof } from '../../../src/transport/network.ts'

afterEach(() => void vi.unstubAllGlobals())

const PROOFS = [
  ['ENOTFOUND', 'unsent'],
  ['EAI_AGAIN', 'unsent'],
  ['ECONNREFUSED', 'unsent'],
  ['UND_ERR_CONNECT_TIMEOUT', 'unsent'],
  ['CERT_HAS_EXPIRED', 'untrusted'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'untrusted'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'untrusted'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'untrusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'untrusted'],
  ['ECONNRESET', 'nothing'],
  ['UND_ERR_SOCKET', 'nothing'],
  ['ECONNREFUSED_LATER', 'nothing'],
  ['NOT_ECONNREFUSED', 'nothing'],
  ['NOT_CERT_HAS_EXPIRED', 'nothing'],
] as const

test.each(PROOFS)('network: the code %s proves: %s', (code, proof) => {
  expect(readProof(Object.assign(new Error('x'), { code }))).toBe(proof)
  expect(readProof(new TypeError('fetch failed', { cause: { code } }))).toBe(proof)
})

test.each([[undefined], [null], [111], [['ECONNREFUSED']], ['']])(
  'network: a code that is no text proves nothing: %j',
  (code) => {
    expect(readProof({ code })).toBe('nothing')
    expect(readProof({ cause: { code } })).toBe('nothing')
  },
)

test.each([[undefined], ['ECONNREFUSED'], [new Error('ECONNREFUSED')]])(
  'network: an error without a code proves nothing: %s',
  (error) => {
    expect(readProof(error)).toBe('nothing')
  },
)

test('network: on Deno a refusal proves nothing, since it may be that of a second try', () => {
  vi.stubGlobal('Deno', {})
  expect(readProof(new TypeError('x', { cause: { code: 'ECONNREFUSED' } }))).toBe('nothing')
})

test.each([[23], ['E-PROXY'], ['']])(
  'network: beside an own code that proves nothing its cause proves nothing either: %j',
  (code) => {
    const cause = { code: 'ECONNREFUSED' }
    expect(readProof(Object.assign(new Error('x', { cause }), { code }))).toBe('nothing')
  },
)
