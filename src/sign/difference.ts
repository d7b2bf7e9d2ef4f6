/**
 * Says how the string to sign that a gateway computed from what arrived differs from ours.
 * Private to `explainMismatch`.
 *
 * @module
 */
import type { Explanation } from '../errors.ts'
import { compareBytes } from './canonicalize.ts'
import type { SignParams } from './canonicalize.ts'
import { explainValue } from './changed-value.ts'
import { COMMON } from './mistaken-params.ts'
import { joinText, listTextVariants } from './mistaken-text.ts'
import type { SignedText } from './mistaken-text.ts'
import { decodeTwice, findOffset, findParameter } from './offset.ts'
import { quoteName } from './show-name.ts'

/** What we signed, and what must not be shown. */
export interface OurSide {
  readonly text: SignedText
  readonly params: SignParams
  readonly accessKeySecret: string
}

/** Pairs of an echo beyond ours that are looked at, and pieces of values among them. */
const MAX_MORE_PAIRS = 1000
const MAX_PIECES = 64

/** Characters that a shown name may not share with a value or the secret. */
const PIECE = 5

/** Explains an echo that differs from our text. */
export function explainDifference(ours: OurSide, echo: string): Explanation {
  const right = joinText(ours.text)
  const offset = findOffset(right, echo)
  const explanation =
    explainFrame(ours.text, echo) ??
    (isCanonical(echo) ? undefined : (explainText(ours.text, echo) ?? explainForm(echo))) ??
    explainParams(ours, echo)
  return { ...explanation, offset }
}

/** They differ between attempts and accounts: a wrong answer is easily pasted. */
const UNIQUE: readonly string[] = ['AccessKeyId', 'SignatureNonce', 'Timestamp']

type Finding = Omit<Explanation, 'offset'>

/** Looks at what stands before the parameters, and at whether the echo is whole. */
function explainFrame(text: SignedText, echo: string): Finding | undefined {
  const right = joinText(text)
  const whole = echo.endsWith('...') ? echo.slice(0, -3) : echo
  if (right.startsWith(whole) && !right.startsWith('%26', whole.length)) {
    return unknown("the gateway's text ends early and is equal up to there: give all of it")
  }
  const [itsMethod, itsPath] = echo.split('&', 3)
  if (itsMethod?.startsWith('ACS3-')) {
    return unknown('the request arrived signed with ACS3-HMAC-SHA256: only HMAC-SHA1 is explained')
  }
  if (itsMethod === undefined || itsPath === undefined || !/^[A-Za-z]{0,16}$/.test(itsMethod)) {
    return unknown("what stands in the gateway's message is no string to sign: give all of it")
  }
  if (itsMethod !== text.method) {
    const verb = VERBS.includes(itsMethod) ? itsMethod : 'another HTTP method'
    return {
      mistake: 'method',
      message: `the request arrived as ${verb}: sign the HTTP method that is sent`,
    }
  }
  if (itsPath !== '' && decodeTwice(itsPath) !== '/') {
    return unknown('the request arrived at another path than /: send it to /')
  }
  return undefined
}

/** Tells whether pairs can be told apart: then most mistakes show in one of them, and cheaper. */
function isCanonical(echo: string): boolean {
  const [, path, query, more] = echo.split('&', 4)
  if (path !== '%2F' || query === undefined || more !== undefined) return false
  return !/[^\w.~%-]/.test(query) && (query === '' || query.includes('%3D'))
}

/** Names what is plain to see in an echo that no single mistake makes of our text. */
function explainForm(echo: string): Finding | undefined {
  const [, path, query = '', more] = echo.split('&', 4)
  if (path !== '%2F') {
    return { mistake: 'path-not-encoded', message: 'the path was not signed as %2F: sign it so' }
  }
  const [mistake, says] = query.includes('=')
    ? (['encoded-once', 'its pairs were not encoded a second time'] as const)
    : (['bare-ampersand', 'its pairs are joined by a bare &'] as const)
  if (mistake === 'bare-ampersand' && more === undefined) return undefined
  return { mistake, message: `the gateway signed another text, ${says}: encode it as a whole` }
}

/** Finds the echo among the texts that known mistakes make of ours. */
function explainText(text: SignedText, echo: string): Finding | undefined {
  const right = joinText(text)
  for (const { apply, mistake, parameter, says } of listTextVariants()) {
    if (joinText(apply(text)) !== echo) continue
    const name = parameter === true ? findParameter(right, findOffset(right, echo)) : parameter
    return { mistake, message: says, ...(name === undefined ? {} : { parameter: name }) }
  }
  return undefined
}

interface Pair {
  readonly name: string
  /** Encoded twice. */
  readonly value: string
}

/** Judges the first pair that only one of the lists has; both are sorted. */
function explainParams(ours: OurSide, echo: string): Finding {
  const mine = readPairs(ours.text.query)
  const signed = new Set(mine.map(({ name }) => name))
  const received = readPairs(echo.split('&').slice(2).join('&'), mine.length)
  const its = dropPieces(received, signed, ours.params)
  const at = findFirst(mine, its)
  const [a, b] = [mine[at], its[at]]
  if (a && a.name === b?.name) return explainChange(ours, echo, [a, b])
  if (b && b.name === mine[at - 1]?.name) return altered(b.name, 'arrived twice: send it once')
  const extra = a && !its.some(({ name }) => name === a.name) ? a.name : undefined
  const missing = b && !signed.has(b.name) ? b.name : undefined
  if (extra !== undefined && !(missing !== undefined && compareBytes(missing, extra) < 0)) {
    const says = 'was signed and did not arrive: send it, or do not sign it'
    return { ...altered(extra, says), mistake: 'extra-parameter' }
  }
  if (missing !== undefined) return explainMissing(missing, ours)
  return unknown('the parameters are the same, written or sorted in another way: compare both')
}

function findFirst(mine: readonly Pair[], its: readonly Pair[]): number {
  const at = mine.findIndex(({ name, value }, index) => {
    return its[index]?.name !== name || its[index]?.value !== value
  })
  return at < 0 ? mine.length : at
}

/** A value with a bare & arrives in pieces, which look like names: takes them out. */
function dropPieces(
  its: readonly Pair[],
  signed: ReadonlySet<string>,
  params: SignParams,
): readonly Pair[] {
  const values = Object.values(params)
  let looks = 0
  return its.filter(({ name }) => {
    if (signed.has(name) || looks++ >= MAX_PIECES) return true
    return !values.some((value) => value.includes(`&${name}`))
  })
}

function explainChange(ours: OurSide, echo: string, [mine, its]: readonly [Pair, Pair]): Finding {
  const [signed, arrived] = [decodeTwice(mine.value), decodeTwice(its.value)]
  if (signed === undefined || arrived === undefined || signed === arrived) {
    const says = 'arrived as something that is not UTF-8, or in another encoding: send it as UTF-8'
    return explainText(ours.text, echo) ?? altered(mine.name, says)
  }
  const { mistake, says } = explainValue(signed, arrived)
  const isOther = mistake === 'altered-parameter' && UNIQUE.includes(mine.name)
  const more = isOther ? "; or the answer belongs to another request: give this one's" : ''
  return { ...altered(mine.name, `${says}${more}`), mistake }
}

function explainMissing(name: string, { accessKeySecret, params }: OurSide): Finding {
  const signedAs = Object.keys(params).find((key) => key.toLowerCase() === name.toLowerCase())
  if (signedAs !== undefined) {
    const says = `was signed as ${quoteName(signedAs)}: names are case-sensitive`
    return { ...altered(name, says), mistake: 'missing-parameter' }
  }
  const says = 'arrived and was not signed: sign it, or do not send it'
  return canShow(name, [...Object.values(params), accessKeySecret])
    ? { ...altered(name, says), mistake: 'missing-parameter' }
    : { mistake: 'missing-parameter', message: `a parameter that is not named here ${says}` }
}

/** A name from a stranger is shown when it can be one, and shares no longer piece with a value. */
function canShow(name: string, secrets: readonly string[]): boolean {
  if (COMMON.includes(name)) return true
  if (!/^[A-Za-z][\w.-]{0,63}$/.test(name)) return false
  for (let at = 0; at === 0 || at + PIECE <= name.length; at++) {
    const piece = name.slice(at, at + PIECE)
    if (secrets.some((text) => text.includes(piece))) return false
  }
  return true
}

function altered(parameter: string, says: string): Finding {
  return {
    mistake: 'altered-parameter',
    message: `the parameter ${quoteName(parameter)} ${says}`,
    parameter,
  }
}

function unknown(message: string): Finding {
  return { mistake: 'unknown', message }
}

function readPairs(query: string, expected: number = Infinity): readonly Pair[] {
  if (query === '') return []
  const limit = Number.isFinite(expected) ? expected + MAX_MORE_PAIRS : undefined
  return query.split('%26', limit).map((pair) => {
    const end = pair.indexOf('%3D')
    const name = end < 0 ? pair : pair.slice(0, end)
    return { name: decodeTwice(name) ?? '', value: end < 0 ? '' : pair.slice(end + 3) }
  })
}

const VERBS: readonly string[] = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']
