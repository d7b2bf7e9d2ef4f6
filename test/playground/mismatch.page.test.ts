import { expect, it } from 'vitest'
import { cutAround } from '../../playground/page/mismatch/difference.ts'
import { EXAMPLES, makeExample } from '../../playground/page/mismatch/examples.ts'
import { explainPasted } from '../../playground/page/mismatch/explain.ts'
import { readSent } from '../../playground/page/mismatch/read-sent.ts'
import { stringToSign } from '../../src/sign/index.ts'
import { wrongRequest, wrongVectors } from '../vectors/wrong.ts'

const right = stringToSign(wrongRequest.method, wrongRequest.params)
const answer = `Specified signature is not matched. server string to sign is:${right}`
const nothing = { signature: '', secret: '' }

/** Mistakes in the text alone, which a pasted string to sign shows; white space around it is not. */
const inText = wrongVectors.filter(({ hmacKey, stringToSign: text }) => {
  return hmacKey === `${wrongRequest.accessKeySecret}&` && text.trim() !== right
})

it('mismatch: there are enough wrong texts to try', () => {
  expect(inText.length).toBeGreaterThan(20)
})

it.each(inText)('mismatch: a string to sign with $id is named, without any key', async (vector) => {
  const finding = await explainPasted({ ...nothing, answer, ours: vector.stringToSign })
  expect(finding?.explanation.mistake).toBe(vector.mistake)
  expect(finding?.theirs).toBe(right)
  expect(finding?.offset).toBeTypeOf('number')
})

it.each(wrongVectors.slice(1))(
  'mismatch: a signature with $id is named by its key',
  async (vector) => {
    const body = new URLSearchParams(wrongRequest.params).toString()
    const secret = wrongRequest.accessKeySecret
    const pasted = { answer: '', ours: body, signature: vector.signature, secret }
    expect((await explainPasted(pasted))?.explanation.mistake).toBe(vector.mistake)
  },
)

it.each(EXAMPLES)('mismatch: the example %s is what it says', async (mistake) => {
  expect((await explainPasted(makeExample(mistake)))?.explanation.mistake).toBe(mistake)
})

it('mismatch: the same text on both sides is a wrong secret, and has no difference', async () => {
  const finding = await explainPasted({ ...nothing, answer, ours: right })
  expect(finding?.explanation.mistake).toBe('wrong-secret')
  expect(finding?.offset).toBeUndefined()
})

it('mismatch: a request is compared by its parameters', async () => {
  const ours = JSON.stringify({ ...wrongRequest.params, Format: 'XML' })
  const finding = await explainPasted({ ...nothing, answer, ours })
  expect(finding?.explanation).toMatchObject({ mistake: 'altered-parameter', parameter: 'Format' })
})

it('mismatch: without the gateway, a well-formed text asks for its answer', async () => {
  const finding = await explainPasted({ ...nothing, answer: '', ours: right })
  expect(finding?.explanation.mistake).toBe('unknown')
  expect(finding?.explanation.message).toMatch(/give its whole answer/)
})

it('mismatch: without the gateway, a malformed text is named all the same', async () => {
  const ours = right.replaceAll('%26', '&')
  const finding = await explainPasted({ ...nothing, answer: '', ours })
  expect(finding?.explanation.mistake).toBe('bare-ampersand')
})

it.each([
  ['a form', 'Action=A&Signature=S%3D&Empty=', 'POST', { Action: 'A', Empty: '' }],
  ['a URL', 'https://saf.ap-southeast-1.aliyuncs.com/?Action=A', 'GET', { Action: 'A' }],
  ['a line of a log', 'GET /?Action=A&B=%2B HTTP/1.1', 'GET', { Action: 'A', B: '+' }],
  ['JSON', '{"Action":"A","Page":1}', 'POST', { Action: 'A', Page: '1' }],
  ['a string to sign', 'POST&%2F&Action%3DA%2526%26B%3D', 'POST', { Action: 'A&', B: '' }],
])('mismatch: %s is read', (...[, text, method, params]) => {
  expect(readSent(` ${text}\n`)).toMatchObject({ method, params })
})

it.each(['', 'hello', '{broken', '{}x', 'POST&%2F&'])('mismatch: %j is no request', (text) => {
  expect(readSent(text)).toBeUndefined()
})

it('mismatch: the signature among the parameters is taken out of them', () => {
  const sent = readSent('Action=A&Signature=c2ln')
  expect(sent?.signature).toBe('c2ln')
  expect(sent?.params).toEqual({ Action: 'A' })
})

it('mismatch: a difference inside an escape marks the whole escape', () => {
  expect(cutAround('a%2520b', 1).mark).toBe('%2520')
  expect(cutAround('a%2520b', 3).mark).toBe('%2520')
  expect(cutAround('a%2Bb', 2).mark).toBe('%2B')
  expect(cutAround('a%2520b', 6).mark).toBe('b')
  expect(cutAround('ab', 2)).toEqual({ before: 'ab', mark: '', after: '' })
})

it('mismatch: a long text is cut around its difference', () => {
  const { after, before, mark } = cutAround('x'.repeat(5000), 2500)
  expect(before.length + mark.length + after.length).toBeLessThan(1000)
  expect(before.startsWith('…') && after.endsWith('…')).toBe(true)
})
