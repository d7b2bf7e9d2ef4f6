/**
 * Corners of the verdict decoder that mutations of it found.
 *
 * @module
 */
import { expect, test } from 'vitest'
import { readVerdict } from '../../../src/saf/face-verify.ts'
import type { FaceVerdict } from '../../../src/saf/face-verify.ts'

function read(data: unknown, rawData?: string): FaceVerdict {
  return readVerdict({ code: 200, message: 'OK', requestId: 'R-1', data, rawData })
}

test('face-verify: neither passed nor a result, and no attack: inconclusive', () => {
  const verdict = read({ retCode: 'OK_SUCCESS', extInfo: { faceAttack: 'false' } })
  expect(verdict).toMatchObject({ passed: false, decision: 'inconclusive', faceAttack: false })
})

test('face-verify: an answer without Data is empty text in every field', () => {
  expect(read(undefined)).toEqual({
    passed: false,
    decision: 'inconclusive',
    retCode: '',
    retCodeSub: '',
    retMessage: '',
    requestId: 'R-1',
    raw: '',
  })
})

test('face-verify: Data is kept as it came', () => {
  expect(read({}, '{ }').raw).toBe('{ }')
})
