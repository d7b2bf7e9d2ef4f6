/**
 * Recognises a wrong signature by making the known mistakes. Private to `explainMismatch`.
 *
 * @module
 */
import { encodeBase64 } from '../crypto/base64.ts'
import type { HmacSha1, PreparedHmacSha1 } from '../crypto/hmac.ts'
import type { Explanation, Mistake } from '../errors.ts'
import type { SignParams } from './canonicalize.ts'
import { readSignature } from './given-signature.ts'
import { listMilliseconds, listParamVariants } from './mistaken-params.ts'
import {
  GROUPS,
  joinText,
  listKeyVariants,
  listMethodVariants,
  listTextVariants,
} from './mistaken-text.ts'
import type { KeyVariant, SignedText, Variant } from './mistaken-text.ts'
import { findOffset, findParameter } from './offset.ts'
import { encodeText } from './signature.ts'

/** The request, and the signature that was refused. */
export interface Recognition {
  /** The right string to sign. */
  readonly text: SignedText
  readonly params: SignParams
  readonly accessKeySecret: string
  readonly signature: string
  readonly hmac: HmacSha1
}

/**
 * HMACs made at most for one signature. A usual request needs fewer than 2500 when nothing fits;
 * requests with hundreds of parameters stop here.
 */
const MAX_HMACS = 4000

/** Bytes signed at most, 512 MiB: a text with photos has millions, and the commonest come first. */
const MAX_BYTES = 536_870_912

/** Each millisecond of a second is tried while the text has no more characters than this. */
const MAX_MILLISECONDS_LENGTH = 16_384

/** Something that gives the signature in question. */
interface Match {
  readonly key?: KeyVariant | undefined
  readonly variants: readonly Variant[]
  readonly text: SignedText
}

/** Says which mistake, or which two, give the signature; `none` when it is the right one. */
export async function recognise(request: Recognition): Promise<Explanation> {
  const { base64, flaw } = readSignature(request.signature)
  if (base64 === undefined) {
    return { mistake: 'unknown', message: flaw?.says ?? 'the signature cannot be read' }
  }
  const attempts = createAttempts(request, base64)
  const match = await search(request, attempts)
  if (!match) return { mistake: 'unknown', message: attempts.describe() }
  return describeMatch(request.text, match, flaw)
}

/** Tries texts under keys, and counts what it costs. */
interface Attempts {
  /** Tells whether a key and a text give the signature. */
  readonly fits: (candidate: Match) => Promise<boolean>
  readonly isSpent: () => boolean
  /** Says what was tried in vain. */
  readonly describe: () => string
}

function createAttempts({ accessKeySecret, hmac }: Recognition, wanted: string): Attempts {
  const prepared = new Map<string, PreparedHmacSha1>()
  let [hmacs, bytes] = [0, 0]
  const prepare = (key: string): PreparedHmacSha1 => {
    const keyBytes = encodeText(key)
    const ready = prepared.get(key) ?? hmac.prepare?.(keyBytes) ?? ((text) => hmac(keyBytes, text))
    prepared.set(key, ready)
    return ready
  }
  const isSpent = (): boolean => hmacs >= MAX_HMACS || bytes >= MAX_BYTES
  return {
    isSpent,
    async fits({ key, text }) {
      const message = encodeText(joinText(text))
      hmacs++
      bytes += message.length
      const ready = prepare(key?.key ?? `${accessKeySecret}&`)
      return encodeBase64(await ready(message)) === wanted
    },
    describe() {
      const more = isSpent() ? ', the commonest only' : ''
      return (
        `none of ${hmacs} ways to sign these parameters with this secret gives the signature ` +
        `(keys, methods, encodings, parameters left out${more}): it was made with another secret, ` +
        "of other values, or in a way that is not known here; the gateway's message tells more"
      )
    },
  }
}

async function search(request: Recognition, attempts: Attempts): Promise<Match | undefined> {
  for (const candidate of listCandidates(request)) {
    if (attempts.isSpent()) return undefined
    if (await attempts.fits(candidate)) return candidate
  }
  return undefined
}

/** Lists the right way, then single mistakes, then two at once, then every millisecond. */
function* listCandidates(request: Recognition): Generator<Match> {
  const { accessKeySecret, params, text } = request
  const keys = listKeyVariants(accessKeySecret, params['AccessKeyId'])
  yield { variants: [], text }
  for (const key of keys) if (!key.isRare) yield { key, variants: [], text }
  const frequent: Variant[] = []
  for (const variant of listSingles(request)) {
    const made = variant.apply(text)
    if (isSame(made, text)) continue
    yield { variants: [variant], text: made }
    if (!variant.isRare) frequent.push(variant)
  }
  for (const key of keys) if (key.isRare) yield { key, variants: [], text }
  for (const key of keys) {
    if (key.isRare) continue
    for (const variant of frequent) yield { key, variants: [variant], text: variant.apply(text) }
  }
  yield* listPairs(text, frequent)
  if (text.query.length > MAX_MILLISECONDS_LENGTH) return
  for (const variant of listMilliseconds(params, text.query)) {
    yield { variants: [variant], text: variant.apply(text) }
  }
}

function* listSingles({ params, text }: Recognition): Generator<Variant> {
  const methods = listMethodVariants(text.method)
  yield* methods.filter(({ isRare }) => !isRare)
  yield* listTextVariants()
  yield* listParamVariants(params, text.query)
  yield* methods.filter(({ isRare }) => isRare)
}

/** Lists two mistakes at once, each pair made in the order in which a program makes them. */
function* listPairs(text: SignedText, variants: readonly Variant[]): Generator<Match> {
  for (const [at, b] of variants.entries()) {
    for (const a of variants.slice(0, at)) {
      if (a.group === b.group) continue
      const isInOrder = GROUPS.indexOf(a.group) < GROUPS.indexOf(b.group)
      const [first, second] = isInOrder ? [a, b] : [b, a]
      // Not kept from one pair to the next: the texts of a request with photos would fill memory.
      const once = first.apply(text)
      const twice = second.apply(once)
      if (!isSame(once, twice)) yield { variants: [a, b], text: twice }
    }
  }
}

function isSame(a: SignedText, b: SignedText): boolean {
  return a.method === b.method && a.path === b.path && a.query === b.query
}

function describeMatch(
  right: SignedText,
  { key, text, variants }: Match,
  flaw: { readonly mistake: Mistake; readonly says: string } | undefined,
): Explanation {
  const [first] = variants
  const parts = [...variants, ...(key ? [key] : []), ...(flaw ? [flaw] : [])]
  const [named] = parts
  if (!named) {
    return {
      mistake: 'none',
      message:
        'the signature is right for these parameters and this secret: check that these are sent',
    }
  }
  const message = parts.map(({ says }) => says).join('; and ')
  if (!first) {
    return { mistake: named.mistake, message, ...(key ? {} : { parameter: 'Signature' }) }
  }
  const offset = findOffset(joinText(right), joinText(text))
  const parameter =
    first.parameter === true ? findParameter(joinText(right), offset) : first.parameter
  return {
    mistake: first.mistake,
    message,
    ...(parameter === undefined ? {} : { parameter }),
    offset,
  }
}
