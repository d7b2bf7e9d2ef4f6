/**
 * Explains a pasted refusal as `explainMismatch` does, and finds the first difference. What that
 * loads when it is called is part of this view, which works with the network switched off.
 *
 * @module
 */
import { encodeBase64 } from '../../../src/crypto/base64.ts'
import type { Explanation } from '../../../src/index.ts'
import { explain as explainRequest } from '../../../src/sign/explain.ts'
import { findEcho } from '../../../src/sign/find-echo.ts'
import { stringToSign, webHmacSha1 } from '../../../src/sign/index.ts'
import { findOffset } from '../../../src/sign/offset.ts'
import { readSent, readText } from './read-sent.ts'
import type { Sent } from './read-sent.ts'

/** What was pasted. */
export interface Pasted {
  readonly answer: string
  readonly ours: string
  readonly signature: string
  readonly secret: string
}

/** What it comes to. */
export interface Finding {
  readonly explanation: Explanation
  /** Our string to sign, as it was pasted or as the request gives it. */
  readonly ours: string
  /** The gateway's, when the answer holds it. */
  readonly theirs?: string
  /** Where they differ first. */
  readonly offset?: number
}

/** Explains what was pasted; undefined when there is nothing to compare. */
export async function explainPasted(pasted: Pasted): Promise<Finding | undefined> {
  const sent = readSent(pasted.ours)
  if (!sent) return undefined
  const ours = sent.text ?? stringToSign(sent.method, sent.params)
  const theirs = pasted.answer.trim() === '' ? undefined : findEcho(pasted.answer, ours)
  const explanation = await explain(pasted, sent, theirs)
  if (theirs === undefined) return { explanation, ours }
  const offset = ours === theirs ? undefined : findOffset(ours, theirs)
  return { explanation, ours, theirs, ...(offset !== undefined && { offset }) }
}

async function explain(
  { answer, secret, signature }: Pasted,
  sent: Sent,
  theirs: string | undefined,
): Promise<Explanation> {
  const given = signature.trim() || sent.signature
  // A string to sign with a mistake in it: named by signing it, with any key.
  const flaw = sent.text === undefined ? undefined : await recogniseText(sent.text, theirs)
  if (flaw) return flaw
  const canRecognise = given !== undefined && secret !== ''
  const request = {
    method: sent.method,
    params: sent.params,
    accessKeySecret: secret,
    ...(canRecognise && { signature: given }),
  }
  const message = answer !== '' || !canRecognise ? { serverMessage: answer } : {}
  return explainRequest({ ...request, ...message }, webHmacSha1)
}

/**
 * Longer texts without a mistake of form are compared by their parameters only: trying every mistake
 * on one with photos takes 15 s.
 */
const MAX_WELL_FORMED = 65_536

/** Any key does: both sides are signed with it. */
const KEY = 'k'

/** Finds the mistake that makes a string to sign differ from what it should be, if it has one. */
async function recogniseText(
  text: string,
  theirs: string | undefined,
): Promise<Explanation | undefined> {
  const own = readText(text)
  const right = theirs === undefined ? own : readText(theirs)
  if (!own || !right || text === theirs) return undefined
  const isWellFormed = stringToSign(own.method, own.params) === text
  if (isWellFormed && text.length > MAX_WELL_FORMED) return undefined
  const encoder = new TextEncoder()
  const mac = await webHmacSha1(encoder.encode(`${KEY}&`), encoder.encode(text))
  const request = {
    method: right.method,
    params: reorder(right.params, Object.keys(own.params)),
    accessKeySecret: KEY,
    signature: encodeBase64(mac),
  }
  const explanation = await explainRequest(request, webHmacSha1)
  return explanation.mistake === 'unknown' || explanation.mistake === 'none'
    ? undefined
    : explanation
}

/** Puts parameters into our order, since a text that was not sorted has that of its program. */
function reorder(params: Sent['params'], names: readonly string[]): Sent['params'] {
  const known = names.filter((name) => Object.hasOwn(params, name))
  return { ...Object.fromEntries(known.map((name) => [name, ''])), ...params }
}
