/**
 * The assertions and the runner of the contract suite: every other suite trusts them to fail.
 *
 * @module
 */
import { expect, test } from 'vitest'
import * as harness from '../suite/harness.ts'
import type { Library, NamedSuite } from '../suite/harness.ts'
import { run } from '../suite/run.ts'

const same: readonly (readonly [actual: unknown, expected: unknown])[] = [
  [1, 1],
  [Number.NaN, Number.NaN],
  [undefined, undefined],
  [
    [1, ['a']],
    [1, ['a']],
  ],
  [new Uint8Array([1, 2]), new Uint8Array([0, 1, 2]).subarray(1)],
  [
    { a: { b: null }, c: undefined },
    { c: undefined, a: { b: null } },
  ],
  [Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
]

const different: readonly (readonly [actual: unknown, expected: unknown])[] = [
  [0, -0],
  ['1', 1],
  [null, undefined],
  [[1, 2], [1]],
  [[1], { 0: 1 }],
  [new Uint8Array([1]), [1]],
  [new Uint8Array([1, 2]), new Uint8Array([1, 3])],
  [{ a: 1 }, { a: 1, b: undefined }],
  [{ a: 1, b: undefined }, { a: 1 }],
  [{}, { toString: undefined }],
  [{ a: { b: 1 } }, { a: { b: 2 } }],
  [new Error('a'), new Error('a')],
  [new Date(0), new Date(0)],
  [new Map([[1, 2]]), new Map([[1, 3]])],
]

test('deepEqual accepts equal content', () => {
  for (const [actual, expected] of same) harness.deepEqual(actual, expected)
})

test('deepEqual refuses different content and names the place', () => {
  for (const [actual, expected] of different) {
    expect(() => harness.deepEqual(actual, expected)).toThrow('value')
  }
  expect(() => harness.deepEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, 'answer')).toThrow(
    'answer.a[1].b: expected 3, got 2',
  )
})

test('equal compares identity and shows where long texts part', () => {
  const long = 'x'.repeat(100)
  harness.equal(long, 'x'.repeat(100))
  expect(() => harness.equal({}, {})).toThrow('expected {}, got {}')
  expect(() => harness.equal(`${long}a`, `${long}b`)).toThrow('first difference at offset 100')
})

test('ok refuses everything that counts as false', () => {
  harness.ok('text')
  for (const value of [0, '', false, null, undefined, Number.NaN]) {
    expect(() => harness.ok(value, 'the flag')).toThrow('the flag')
  }
})

test('throws and rejects fail when nothing is thrown or the check fails', async () => {
  const boom = (): never => {
    throw new RangeError('boom')
  }
  const isRangeError: harness.ErrorCheck = (error) => harness.equal(error.name, 'RangeError')
  const isTypeError: harness.ErrorCheck = (error) => harness.equal(error.name, 'TypeError')
  harness.throws(boom, isRangeError)
  expect(() => harness.throws(boom, isTypeError)).toThrow('expected "TypeError"')
  expect(() => harness.throws(() => 5, isRangeError)).toThrow('expected a throw, got 5')
  await harness.rejects(Promise.reject(new RangeError('boom')), isRangeError)
  const wrongError = harness.rejects(Promise.reject(new RangeError('boom')), isTypeError)
  await expect(wrongError).rejects.toThrow('expected "TypeError"')
  const noError = harness.rejects(Promise.resolve(5), isRangeError)
  await expect(noError).rejects.toThrow('expected a rejection, got 5')
})

test('run counts passes and failures, and reports what hides tests', async () => {
  const suites: readonly NamedSuite[] = [
    {
      name: 'a',
      suite: (register) => {
        register('passes', () => {})
        register('fails at once', () => harness.fail('now'))
        register('fails later', async () => harness.rejects(Promise.resolve(1), () => {}))
        register('passes', () => {})
      },
    },
    { name: 'b', suite: () => {} },
    { name: 'c', suite: () => harness.fail('broken') },
  ]
  const summary = await run(suites, {} as Library) // why: these suites use no library
  expect(summary.passed).toBe(1)
  expect(summary.failed).toBe(5)
  expect(summary.failures.map(({ name }) => name)).toEqual([
    'a: fails at once',
    'a: fails later',
    'a: two tests are called "passes"',
    'b: the suite has no tests',
    'c: the suite cannot be registered: Error: broken',
  ])
})
