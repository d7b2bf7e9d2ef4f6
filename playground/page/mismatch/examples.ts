/**
 * Refusals to try the explanation with: a known answer with one mistake each.
 *
 * @module
 */
import type { Mistake } from '../../../src/index.ts'
import { stringToSign } from '../../../src/sign/index.ts'
import { knownAnswers } from '../sign/known-answers.ts'
import type { Pasted } from './explain.ts'

/** The mistakes on offer. */
export const EXAMPLES = [
  'wrong-secret',
  'bare-ampersand',
  'encoded-once',
  'plus-for-space',
  'missing-parameter',
  'method',
] as const satisfies readonly Mistake[]

/** Makes a refusal with this mistake. */
export function makeExample(mistake: (typeof EXAMPLES)[number]): Pasted {
  const [answer] = knownAnswers
  const method = 'GET'
  const params = { ...answer?.params, Description: 'a b*c~d' }
  const right = stringToSign(method, params)
  const made = makeText(mistake, method, params)
  const message = `Specified signature is not matched with our calculation. server string to sign is:${right}`
  return {
    answer: JSON.stringify({ Code: 'SignatureDoesNotMatch', Message: message }, undefined, 2),
    ours: made,
    signature: '',
    secret: '',
  }
}

type Params = Readonly<Record<string, string>>

function makeText(mistake: (typeof EXAMPLES)[number], method: string, params: Params): string {
  const right = stringToSign(method, params)
  if (mistake === 'bare-ampersand') return right.replaceAll('%26', '&')
  if (mistake === 'encoded-once') {
    return right.replace(/[^&]*$/, (query) => decodeURIComponent(query))
  }
  if (mistake === 'plus-for-space') return right.replaceAll('%2520', '%2B')
  if (mistake === 'method') return stringToSign('POST', params)
  if (mistake === 'missing-parameter') {
    const { Format: _, ...others } = params
    return stringToSign(method, others)
  }
  return right
}
