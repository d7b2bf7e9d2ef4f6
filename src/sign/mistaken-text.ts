/**
 * Known ways to write a wrong string to sign out of right parameters, and to key the HMAC wrongly:
 * the tables behind `explainMismatch`. Data and pure text functions; nothing here is public.
 *
 * @module
 */
import { quote } from '../codec/check.ts'
import type { Mistake } from '../errors.ts'

/** A string to sign in its parts: `method&path&query`. */
export interface SignedText {
  readonly method: string
  readonly path: string
  /** The canonicalized query string, encoded once more. */
  readonly query: string
}

/** One way to be wrong. Two of one group exclude each other. */
export interface Variant {
  readonly mistake: Mistake
  readonly group: Group
  /** What is wrong and what to do, as a clause. Holds no value. */
  readonly says: string
  /** Turns the right text into the wrong one; returns an equal text where it changes nothing. */
  readonly apply: (text: SignedText) => SignedText
  /** The parameter concerned; `true`: the one in which the texts differ first. */
  readonly parameter?: string | true
  /** Tried alone only, not together with a second mistake. */
  readonly isRare?: boolean
}

/** One wrong HMAC key. */
export interface KeyVariant {
  readonly mistake: Mistake
  readonly says: string
  readonly key: string
  readonly isRare?: boolean
}

/** The order in which two mistakes made together take effect. */
export const GROUPS = [
  'params',
  'method',
  'path',
  'space',
  'star',
  'bang',
  'tilde',
  'slash',
  'separator',
  'level',
  'hex',
] as const

/** The part of the work that a mistake spoils. */
export type Group = (typeof GROUPS)[number]

/** Puts the parts together. */
export function joinText({ method, path, query }: SignedText): string {
  return `${method}&${path}&${query}`
}

/**
 * Lists the mistakes that can be made with the right method and parameters, the most frequent
 * first.
 *
 * In a right text every `%25` is the percent sign of an escaped character of a name or value, and
 * `%3D` and `%26` stand between names, values and pairs, so plain replacements are exact.
 */
export function listTextVariants(): readonly Variant[] {
  return ROWS.map(toVariant)
}

/** Lists signatures for other methods than the one that is sent. */
export function listMethodVariants(sent: string): readonly Variant[] {
  return [...COMMON_METHODS, ...RARE_METHODS]
    .filter((method) => method !== sent)
    .map((method) => ({
      mistake: 'method',
      group: 'method',
      says: `the method was signed as ${quote(method)}: sign the one that is sent, in capitals`,
      apply: (text) => ({ ...text, method }),
      isRare: RARE_METHODS.includes(method),
    }))
}

/** Lists wrong keys, the most frequent first. */
export function listKeyVariants(
  accessKeySecret: string,
  accessKeyId: string | undefined,
): readonly KeyVariant[] {
  const keys: KeyVariant[] = [
    {
      mistake: 'secret-without-ampersand',
      says: 'the HMAC key was the AccessKeySecret alone: append one & to it',
      key: accessKeySecret,
    },
    {
      mistake: 'ampersand-before-secret',
      says: 'the HMAC key had its & before the AccessKeySecret: put it behind',
      key: `&${accessKeySecret}`,
    },
  ]
  const rare = (key: string | undefined, says: string): void => {
    if (key !== undefined)
      keys.push({ mistake: 'wrong-secret', says, key: `${key}&`, isRare: true })
  }
  const trimmed = accessKeySecret.trim()
  const outside =
    'the AccessKeySecret was used with white space around it: trim it where it is read'
  rare(`${trimmed}\n`, outside)
  rare(`${trimmed}\r\n`, outside)
  rare(`${trimmed}\r`, outside)
  rare(`${trimmed} `, outside)
  rare(` ${trimmed}`, outside)
  rare(
    trimmed,
    'the AccessKeySecret given here has white space around it: trim it where it is read',
  )
  rare(
    `"${trimmed}"`,
    'the AccessKeySecret was used with its quotes: take them off where it is read',
  )
  rare('', 'the AccessKeySecret was empty when the request was signed: set it')
  const unset = 'the AccessKeySecret was not set when the request was signed: set it'
  for (const word of ['undefined', 'null', 'None', 'nil']) rare(word, unset)
  rare(`${accessKeySecret}&`, 'the HMAC key had two & behind the AccessKeySecret: append one only')
  rare(accessKeyId, 'the AccessKeyId was used as the secret: use the AccessKeySecret')
  return keys.filter(({ key }) => key !== `${accessKeySecret}&`)
}

type Row = readonly [
  mistake: Mistake,
  group: Group,
  says: string,
  query: (query: string) => string,
  more?: { readonly path?: string; readonly isRare?: boolean },
]

/** These show the parameter in which the texts differ first: the value matters, not the frame. */
const IN_VALUE: readonly Group[] = ['space', 'star', 'bang', 'tilde', 'slash']

const COMMON_METHODS: readonly string[] = ['POST', 'GET']
// prettier-ignore
const RARE_METHODS: readonly string[] = [
  'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', '', 'post', 'get', 'Post', 'Get', 'undefined',
]

/** Whole texts: bundlers keep a template with a name in it. */
const BARE = 'the & between the pairs was left bare: percent-encode the joined pairs as a whole'
const BARE_BOTH =
  'the = and & of the pairs were left bare: percent-encode the joined pairs as a whole'
const ONCE =
  'the canonicalized query string was signed as it is: percent-encode it as a whole once more'
const FORM = 'names and values were form-encoded (+ for a space, * alone, %7E): use %20, %2A and ~'
const STAR = 'the character * was left alone: encode it as %2A'
const BANG = "the characters ! ' ( ) were left alone: encode them as %21 %27 %28 %29"
const SLASH = 'the character / was left alone in a value: encode it as %2F'
const HEX = 'escapes were written in small letters: write their hex digits in capitals'

const ROWS: readonly Row[] = [
  ['bare-ampersand', 'separator', BARE, (query) => query.replaceAll('%26', '&')],
  [
    'path-not-encoded',
    'path',
    'the path was signed as /: sign it percent-encoded, as %2F',
    (query) => query,
    { path: '/' },
  ],
  ['encoded-once', 'level', ONCE, (query) => decodeURIComponent(query)],
  [
    'encoded-once',
    'level',
    'names and values were not encoded before they were joined: percent-encode each of them first',
    (query) => query.replaceAll('%25', '%'),
  ],
  [
    'encoded-thrice',
    'level',
    'the canonicalized query string was encoded once too often: percent-encode it once',
    (query) => query.replaceAll('%', '%25'),
  ],
  [
    'encoded-thrice',
    'level',
    'names and values were encoded twice before they were joined: percent-encode each of them once',
    (query) => query.replaceAll('%25', '%2525'),
  ],
  [
    'plus-for-space',
    'space',
    'a space was encoded as +: encode it as %20',
    (query) => query.replaceAll('%2520', '%2B'),
  ],
  [
    'plus-for-space',
    'space',
    'a space was encoded as +: encode it as %20',
    (query) => query.replaceAll('%2520', '+'),
  ],
  ['star-or-tilde', 'star', STAR, (query) => query.replaceAll('%252A', '*')],
  ['star-or-tilde', 'star', STAR, (query) => query.replaceAll('%252A', '%2A')],
  [
    'star-or-tilde',
    'tilde',
    'the character ~ was encoded: leave it as it is',
    (query) => query.replaceAll('~', '%257E'),
  ],
  ['star-or-tilde', 'bang', BANG, (query) => leave(query, "!'()")],
  ['star-or-tilde', 'bang', BANG, (query) => query.replace(/%25(2[1789])/g, '%$1')],
  [
    'star-or-tilde',
    'bang',
    "the characters ! ' ( ) * were left alone: encode them as %21 %27 %28 %29 %2A",
    (query) => leave(query, "!'()*"),
  ],
  [
    'star-or-tilde',
    'bang',
    "the characters ! ' ( ) * were left alone: encode them as %21 %27 %28 %29 %2A",
    (query) => query.replace(/%25(2[1789A])/g, '%$1'),
  ],
  [
    'plus-for-space',
    'space',
    FORM,
    (query) => query.replaceAll('%2520', '%2B').replaceAll('%252A', '*').replaceAll('~', '%257E'),
  ],
  [
    'plus-for-space',
    'space',
    FORM,
    (query) => query.replaceAll('%2520', '%2B').replaceAll('%252A', '%2A').replaceAll('~', '%257E'),
    { isRare: true },
  ],
  [
    'plus-for-space',
    'space',
    'the character + was left alone: encode it as %2B, and a space as %20',
    (query) => query.replaceAll('%252B', '%2B'),
  ],
  [
    'plus-for-space',
    'space',
    'a + and a space were not told apart: encode them as %2B and %20',
    (query) => query.replaceAll('%252B', '%2520'),
    { isRare: true },
  ],
  ['star-or-tilde', 'slash', SLASH, (query) => query.replaceAll('%252F', '/')],
  ['star-or-tilde', 'slash', SLASH, (query) => query.replaceAll('%252F', '%2F')],
  [
    'star-or-tilde',
    'slash',
    'the character : was left alone in a value: encode it as %3A',
    (query) => query.replaceAll('%253A', '%3A'),
  ],
  [
    'star-or-tilde',
    'hex',
    HEX,
    (query) => query.replace(/%(?:25)?[0-9A-F]{2}/g, lower),
    { path: '%2f' },
  ],
  ['star-or-tilde', 'hex', HEX, (query) => query.replace(/%(?:25)?[0-9A-F]{2}/g, lower)],
  ['star-or-tilde', 'hex', HEX, (query) => query.replace(/%25[0-9A-F]{2}/g, lower)],
  [
    'bare-ampersand',
    'separator',
    BARE_BOTH,
    (query) => query.replaceAll('%26', '&').replaceAll('%3D', '='),
  ],
  [
    'encoded-once',
    'level',
    'nothing was percent-encoded: encode names and values, join them, and encode the result',
    (query) => decodeURIComponent(decodeURIComponent(query)),
  ],
  [
    'encoded-thrice',
    'path',
    'the path was encoded twice: sign it as %2F',
    (query) => query,
    { path: '%252F', isRare: true },
  ],
  [
    'path-not-encoded',
    'path',
    'the path was left out: sign it percent-encoded, as %2F',
    (query) => query,
    { path: '', isRare: true },
  ],
  [
    'altered-parameter',
    'level',
    'the text was signed with a line break behind it, as a shell writes one: leave it out',
    (query) => `${query}\n`,
    { isRare: true },
  ],
]

function toVariant([mistake, group, says, query, more = {}]: Row): Variant {
  return {
    mistake,
    group,
    says,
    apply: (text) => ({
      method: text.method,
      path: more.path ?? text.path,
      query: query(text.query),
    }),
    ...(IN_VALUE.includes(group) ? { parameter: true } : {}),
    ...(more.isRare === undefined ? {} : { isRare: more.isRare }),
  }
}

/** Writes characters as an encoder does that leaves them alone both times. */
function leave(query: string, chars: string): string {
  return query.replace(/%25(2[1789A])/g, (escape, hex: string) => {
    const char = String.fromCharCode(Number.parseInt(hex, 16))
    return chars.includes(char) ? char : escape
  })
}

function lower(escape: string): string {
  return escape.toLowerCase()
}
