/**
 * Explains why a gateway refused a signature. Loaded by `explainMismatch` when it is called.
 *
 * @module
 */
import { check, isObject } from '../codec/check.ts'
import { requireText } from '../codec/percent.ts'
import type { HmacSha1 } from '../crypto/hmac.ts'
import type { Explanation } from '../errors.ts'
import type { SignParams } from './canonicalize.ts'
import { explainDifference } from './difference.ts'
import type { ExplainMismatchOptions } from './explain-mismatch.ts'
import { findEcho } from './find-echo.ts'
import { readSignature } from './given-signature.ts'
import { cutFraction, findTimestamp } from './mistaken-params.ts'
import { joinText } from './mistaken-text.ts'
import type { SignedText } from './mistaken-text.ts'
import { recognise } from './recognise.ts'
import { isName, quoteName } from './show-name.ts'
import { stringToSign } from './string-to-sign.ts'

/**
 * {@link explainMismatch} itself.
 *
 * @throws TypeError as it does.
 */
export async function explain(
  options: ExplainMismatchOptions,
  hmac: HmacSha1,
): Promise<Explanation> {
  checkOptions(options)
  const explanation = await findMistake(options, hmac)
  const { parameter, ...unnamed } = explanation
  return parameter === undefined || isName(parameter) ? explanation : unnamed
}

async function findMistake(options: ExplainMismatchOptions, hmac: HmacSha1): Promise<Explanation> {
  const { accessKeySecret, method, params, serverMessage, signature } = options
  const ours = stringToSign(method, params)
  const text = splitText(ours, method)
  const recogniseGiven = (given: string): Promise<Explanation> =>
    recognise({ text, params, accessKeySecret, signature: given, hmac })
  const echo = serverMessage === undefined ? undefined : findEcho(serverMessage, ours)
  if (echo === undefined) {
    return signature === undefined
      ? { mistake: 'unknown', message: NO_ECHO }
      : checkTimestamp(await recogniseGiven(signature), params)
  }
  if (echo !== ours) return explainDifference({ text, params, accessKeySecret }, echo)
  // The texts are equal: the key was wrong, or the signature is not the one of this text.
  const sent = signature ?? params['Signature']
  if (sent === undefined) return { mistake: 'wrong-secret', message: SAME_TEXT }
  const recognised = await recogniseGiven(sent)
  const { mistake } = recognised
  // What no HMAC-SHA1 can have made says nothing of the secret.
  const isReadable = readSignature(sent).base64 !== undefined
  if (mistake !== 'none' && (mistake !== 'unknown' || !isReadable)) return recognised
  return { mistake: 'wrong-secret', message: mistake === 'none' ? SAME_TEXT : OTHER_TEXT }
}

const NO_ECHO =
  'the message holds no string to sign of the gateway: give its whole answer, or the signature'

const SAME_TEXT =
  'the gateway signed the same text, so the AccessKeySecret is wrong or belongs to another ' +
  'AccessKeyId: take the secret of this key'

const OTHER_TEXT =
  'the gateway signed the right text, so the AccessKeySecret is wrong or belongs to another ' +
  'AccessKeyId, or the signature was made of another text: take the secret of this key, and ' +
  'compare what was signed'

/** What is wrong with `method` and `params` is found where they are used. */
function checkOptions(options: ExplainMismatchOptions): void {
  check(isObject(options), 'options', 'object', options)
  const { accessKeySecret, serverMessage, signature } = options
  requireText(accessKeySecret, 'accessKeySecret')
  for (const [name, value] of Object.entries({ serverMessage, signature })) {
    check(value === undefined || typeof value === 'string', name, 'string', value)
  }
  if (serverMessage === undefined && signature === undefined) {
    throw new TypeError('"serverMessage" or "signature" expected, got neither')
  }
}

function splitText(text: string, method: string): SignedText {
  const parts = { method: method.toUpperCase(), path: '%2F', query: '' }
  return { ...parts, query: text.slice(joinText(parts).length) }
}

/** A gateway refuses a timestamp with milliseconds however it is signed. */
function checkTimestamp(explanation: Explanation, params: SignParams): Explanation {
  const { mistake, message } = explanation
  const parameter = findTimestamp(params)
  const value = parameter === undefined ? '' : (params[parameter] ?? '')
  if (parameter === undefined || cutFraction(value) === value) return explanation
  if (mistake !== 'none' && mistake !== 'unknown') return explanation
  const says = `the parameter ${quoteName(parameter)} has milliseconds: cut them`
  return {
    mistake: 'milliseconds',
    message: mistake === 'none' ? says : `${says}; and ${message}`,
    parameter,
  }
}
