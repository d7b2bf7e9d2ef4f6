import { expect, it } from 'vitest'
import { isExampleSecret, readKeyWarning } from '../../playground/page/key-warning.ts'
import { knownAnswers } from '../../playground/page/sign/known-answers.ts'
import {
  findTwice,
  joinPieces,
  listEncoded,
  listQuery,
  listSent,
  listSorted,
  listText,
  sortRows,
} from '../../playground/page/sign/pieces.ts'
import { signForm } from '../../src/sign/index.ts'
import { rpcVectors } from '../vectors/rpc-v1.ts'

function rowsOf(params: Readonly<Record<string, string>>): { name: string; value: string }[] {
  return Object.entries(params).map(([name, value]) => ({ name, value }))
}

it.each(rpcVectors)('sign: the stages of $id are the published ones', (vector) => {
  const rows = sortRows(rowsOf(vector.params))
  expect(joinPieces(listQuery(rows))).toBe(vector.canonicalQuery)
  expect(joinPieces(listText(vector.method, rows))).toBe(vector.stringToSign)
  const lines = vector.canonicalQuery === '' ? [] : vector.canonicalQuery.split('&')
  expect(joinPieces(listEncoded(rows)).split('\n').slice(0, -1)).toEqual(lines)
})

it.each(rpcVectors)('sign: the final body of $id is what the library sends', async (vector) => {
  const { body, signature } = await signForm(vector.params, vector.accessKeySecret)
  const pieces = listSent(sortRows(rowsOf(vector.params)), signature)
  expect(joinPieces(pieces)).toBe(new TextDecoder().decode(body))
})

it('sign: each piece knows the row it was typed in', () => {
  const rows = sortRows([
    { name: 'b', value: '2' },
    { name: 'Signature', value: 'left out' },
    { name: '', value: 'nameless' },
    { name: 'B', value: '1 1' },
  ])
  expect(listQuery(rows)).toEqual([
    { text: 'B=1%201', row: 3 },
    { text: '&' },
    { text: 'b=2', row: 0 },
  ])
  expect(joinPieces(listSorted(rows))).toBe('B=1 1\nb=2\n')
})

it('sign: a name that is there twice is found, and nameless rows are not', () => {
  const row = (name: string): { name: string; value: string } => ({ name, value: '' })
  expect(findTwice([row('a'), row(''), row('b'), row('')])).toBeUndefined()
  expect(findTwice([row('a'), row('b'), row('a')])).toBe('a')
})

it('sign: every known answer on offer is a vector, and its secret opens nothing', () => {
  expect(knownAnswers.length).toBeGreaterThan(2)
  for (const { accessKeySecret, id, signature } of knownAnswers) {
    expect(rpcVectors.find((vector) => vector.id === id)?.signature).toBe(signature)
    expect(isExampleSecret(accessKeySecret)).toBe(true)
  }
})

it("sign: a long-lived key meets the library's own warning; a triple and examples do not", () => {
  const accessKeySecret = 'a-secret-of-somebody'
  expect(readKeyWarning({ accessKeyId: 'LTAI5t', accessKeySecret })).toMatch(/long-lived secret/)
  expect(readKeyWarning({ accessKeySecret })).toMatch(/long-lived secret/)
  expect(readKeyWarning({ accessKeySecret, securityToken: 'token' })).toBeUndefined()
  expect(readKeyWarning({ accessKeySecret: 'testsecret' })).toBeUndefined()
})

it('sign: a secret pasted with a line break is told so', () => {
  const warning = readKeyWarning({ accessKeySecret: 'testsecret\n' })
  expect(warning).toMatch(/"accessKeySecret"/)
  expect(warning).not.toMatch(/testsecret/)
})
