import { expect, test } from 'vitest'
import { findOffset, findParameter } from '../../../src/sign/offset.ts'
import { stringToSign } from '../../../src/sign/index.ts'

test.for([0, 1, 4095, 4096, 4097, 10_000])('findOffset finds a difference at %i', (at) => {
  const same = 'x'.repeat(at)
  expect(findOffset(`${same}a`, `${same}b`)).toBe(at)
  expect(findOffset(`${same}ayy`, `${same}b`)).toBe(at)
  expect(findOffset(same, `${same}b`)).toBe(at)
  expect(findOffset(`${same}a`, same)).toBe(at)
  expect(findOffset(same, same)).toBe(at)
})

test('findParameter names the parameter from its first character to the end of its value', () => {
  const text = stringToSign('POST', { 'A b': '1&2', C: '' })
  const [first, second] = [text.indexOf('A'), text.lastIndexOf('C')]
  const names = [...text].map((_, at) => findParameter(text, at))
  expect(names.slice(first, second - 2)).toEqual(Array(second - 2 - first).fill('A b'))
  expect(names.slice(second)).toEqual(['C', 'C', 'C', 'C'])
  expect(findParameter('POST&%2F&', 9)).toBeUndefined()
})
