import { expect, test } from 'vitest'
import { flatten } from '../../../src/codec/flatten.ts'
import type { Params } from '../../../src/codec/flatten.ts'
import { flattenVectors } from '../../vectors/flatten.ts'

test.each(flattenVectors.map((vector) => [vector.source, vector] as const))(
  'flattens as %s does',
  (_, vector) => {
    expect(flatten(vector.input as Params)).toEqual(vector.output)
  },
)

test('an object that stands in two places is no loop', () => {
  const shared = { X: '1' }
  expect(flatten({ A: shared, B: [shared] })).toEqual({ 'A.X': '1', 'B.1.X': '1' })
})

test('empty lists and objects send nothing', () => {
  expect(flatten({ A: [], B: {}, C: '' })).toEqual({ C: '' })
})

test('a date before 1970 is a date', () => {
  const at = { A: new Date('1949-10-01T00:00:00.5Z'), B: new Date('0000-01-01T00:00:00Z') }
  expect(flatten(at)).toEqual({ A: '1949-10-01T00:00:00Z', B: '0000-01-01T00:00:00Z' })
})

test('a list sends its entries, and no property that hangs on it', () => {
  expect(flatten({ A: Object.assign(['x'], { foo: 'bar' }) })).toEqual({ 'A.1': 'x' })
})

test('an object without a prototype is plain', () => {
  const bare = Object.assign(Object.create(null), { X: 1 })
  expect(flatten({ A: bare })).toEqual({ 'A.X': '1' })
})

test('a list with holes keeps its indices', () => {
  const holes: (string | undefined)[] = []
  holes[2] = 'x'
  expect(flatten({ A: holes })).toEqual({ 'A.3': 'x' })
})

test.each([undefined, null, [], 'x', 7])('refuses %j as parameters', (params) => {
  expect(() => flatten(params as never)).toThrow(/"params" expected plain object/)
})
