/**
 * Mistakes by name, each as a program makes it: how the vectors of `vectors/wrong.ts` are made.
 * Imports nothing from `src`.
 *
 * @module
 */
import { Buffer } from 'node:buffer'
import { encodeExcept, encodeForm, encodeSmall } from './mistakes.ts'
import type { Recipe } from './mistakes.ts'
import { percentEncode } from './sign.ts'
import type { Params } from './sign.ts'

/** One mistake, or two at once. The first that is named counts. */
export interface NamedRecipe {
  readonly id: string
  /** Its name in the library's contract. */
  readonly mistake: string
  /** The parameter to be named. */
  readonly parameter?: string
  readonly recipe: Recipe
}

const inService = { parameter: 'ServiceParameters' }
const raw = (text: string): string => text
const join = (pairs: readonly string[]): string => pairs.join('&')
const bothWays = (encode: (text: string) => string): Recipe => ({
  inner: encode,
  outer: (pairs) => encode(join(pairs)),
})
const withParams = (change: (params: Params) => Params): Recipe => ({ params: change })
const withValue = (name: string, value: string): Recipe =>
  withParams((params) => ({ ...params, [name]: value }))
const without = (...names: readonly string[]): Recipe =>
  withParams((params) =>
    Object.fromEntries(Object.entries(params).filter(([name]) => !names.includes(name))),
  )
const bareAmpersand: Recipe = { outer: (pairs) => pairs.map(percentEncode).join('&') }
const encodeTilde = (text: string): string => percentEncode(text).replaceAll('~', '%7E')
const encodePlus = (text: string): string => percentEncode(text).replaceAll('%20', '+')
const alone = (secret: string): string => secret
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Every mistake. */
export const recipes: readonly NamedRecipe[] = [
  { id: 'right', mistake: 'none', recipe: {} },

  { id: 'secret alone', mistake: 'secret-without-ampersand', recipe: { key: alone } },
  { id: '& first', mistake: 'ampersand-before-secret', recipe: { key: (secret) => `&${secret}` } },
  {
    id: 'line break behind the secret',
    mistake: 'wrong-secret',
    recipe: { key: (s) => `${s}\n&` },
  },
  { id: 'CR LF behind the secret', mistake: 'wrong-secret', recipe: { key: (s) => `${s}\r\n&` } },
  { id: 'no secret', mistake: 'wrong-secret', recipe: { key: () => '&' } },
  { id: 'undefined secret', mistake: 'wrong-secret', recipe: { key: () => 'undefined&' } },
  { id: 'two & behind the secret', mistake: 'wrong-secret', recipe: { key: (s) => `${s}&&` } },
  { id: 'AccessKeyId as secret', mistake: 'wrong-secret', recipe: { key: () => 'testid&' } },

  { id: 'GET signed', mistake: 'method', recipe: { method: 'GET' } },
  { id: 'PUT signed', mistake: 'method', recipe: { method: 'PUT' } },
  { id: 'method in small letters', mistake: 'method', recipe: { method: 'post' } },
  { id: 'no method', mistake: 'method', recipe: { method: '' } },

  { id: 'bare & between pairs', mistake: 'bare-ampersand', recipe: bareAmpersand },
  {
    id: 'bare & and =',
    mistake: 'bare-ampersand',
    recipe: {
      outer: (pairs) => pairs.map((p) => p.split('=').map(percentEncode).join('=')).join('&'),
    },
  },
  { id: 'path as /', mistake: 'path-not-encoded', recipe: { path: '/' } },
  { id: 'no path', mistake: 'path-not-encoded', recipe: { path: '' } },

  { id: 'joined pairs not encoded', mistake: 'encoded-once', recipe: { outer: join } },
  { id: 'values not encoded', mistake: 'encoded-once', recipe: { inner: raw } },
  { id: 'nothing encoded', mistake: 'encoded-once', recipe: { inner: raw, outer: join } },
  {
    id: 'joined pairs encoded twice',
    mistake: 'encoded-thrice',
    recipe: { outer: (pairs) => percentEncode(percentEncode(join(pairs))) },
  },
  {
    id: 'values encoded twice',
    mistake: 'encoded-thrice',
    recipe: { inner: (text) => percentEncode(percentEncode(text)) },
  },

  { id: '+ for space', mistake: 'plus-for-space', ...inService, recipe: { inner: encodePlus } },
  {
    id: '+ for space, left alone later',
    mistake: 'plus-for-space',
    ...inService,
    recipe: { inner: encodePlus, outer: (pairs) => encodeExcept('+')(join(pairs)) },
  },
  { id: 'form-encoded', mistake: 'plus-for-space', ...inService, recipe: bothWays(encodeForm) },
  {
    id: 'form-encoded in values',
    mistake: 'plus-for-space',
    ...inService,
    recipe: { inner: encodeForm },
  },
  {
    id: '+ left alone',
    mistake: 'plus-for-space',
    ...inService,
    recipe: { inner: encodeExcept('+') },
  },
  {
    id: '* left alone',
    mistake: 'star-or-tilde',
    ...inService,
    recipe: bothWays(encodeExcept('*')),
  },
  {
    id: '* left alone in values',
    mistake: 'star-or-tilde',
    ...inService,
    recipe: { inner: encodeExcept('*') },
  },
  { id: '~ encoded', mistake: 'star-or-tilde', ...inService, recipe: bothWays(encodeTilde) },
  {
    id: 'encodeURIComponent',
    mistake: 'star-or-tilde',
    ...inService,
    recipe: bothWays(encodeURIComponent),
  },
  {
    id: 'encodeURIComponent on values',
    mistake: 'star-or-tilde',
    ...inService,
    recipe: { inner: encodeURIComponent },
  },
  {
    id: 'encodeURIComponent with * encoded',
    mistake: 'star-or-tilde',
    ...inService,
    recipe: bothWays(encodeExcept("!'()")),
  },
  {
    id: '/ left alone',
    mistake: 'star-or-tilde',
    ...inService,
    recipe: bothWays(encodeExcept('/')),
  },
  {
    id: 'small hex digits',
    mistake: 'star-or-tilde',
    recipe: { ...bothWays(encodeSmall), path: '%2f' },
  },
  { id: 'small hex digits in values', mistake: 'star-or-tilde', recipe: { inner: encodeSmall } },

  {
    id: 'milliseconds, all zero',
    mistake: 'milliseconds',
    parameter: 'Timestamp',
    recipe: withValue('Timestamp', '2026-02-03T04:05:06.000Z'),
  },
  {
    id: 'milliseconds',
    mistake: 'milliseconds',
    parameter: 'Timestamp',
    recipe: withValue('Timestamp', '2026-02-03T04:05:06.789Z'),
  },

  ...['RegionId', 'ServiceParameters', 'SignatureMethod', 'AccessKeyId', 'Remark'].map(
    (parameter) => ({
      id: `without ${parameter}`,
      mistake: 'missing-parameter',
      parameter,
      recipe: without(parameter),
    }),
  ),
  {
    id: 'without its own parameters',
    mistake: 'missing-parameter',
    parameter: 'Remark',
    recipe: without('Remark', 'Service', 'ServiceParameters', 'ServiceParameters.1'),
  },
  {
    id: 'with SignatureType',
    mistake: 'extra-parameter',
    parameter: 'SignatureType',
    recipe: withValue('SignatureType', ''),
  },
  {
    id: 'with an empty SecurityToken',
    mistake: 'extra-parameter',
    parameter: 'SecurityToken',
    recipe: withValue('SecurityToken', ''),
  },
  {
    id: 'with an empty Signature',
    mistake: 'extra-parameter',
    parameter: 'Signature',
    recipe: withValue('Signature', ''),
  },
  {
    id: 'with an empty Service',
    mistake: 'altered-parameter',
    parameter: 'Service',
    recipe: withValue('Service', ''),
  },
  {
    id: 'with JSON that has spaces',
    mistake: 'altered-parameter',
    ...inService,
    recipe: withValue(
      'ServiceParameters',
      '{"name": "Nguyễn Văn A", "note": "50% ~ (a*b) + \'c\'/d!", "icon": "😀"}',
    ),
  },
  { id: 'not sorted', mistake: 'altered-parameter', recipe: { order: () => 0 } },
  {
    id: 'sorted by pairs',
    mistake: 'altered-parameter',
    recipe: { order: (a, b) => compareText(`${a}=`, `${b}=`) },
  },
  {
    id: 'sorted downwards',
    mistake: 'altered-parameter',
    recipe: { order: (a, b) => compareText(b, a) },
  },
  {
    id: 'line break behind the text',
    mistake: 'altered-parameter',
    recipe: { outer: (pairs) => `${percentEncode(join(pairs))}\n` },
  },

  {
    id: 'hexadecimal',
    mistake: 'altered-parameter',
    parameter: 'Signature',
    recipe: { write: (mac) => mac.toString('hex') },
  },
  {
    id: 'base64 of hexadecimal',
    mistake: 'altered-parameter',
    parameter: 'Signature',
    recipe: { write: (mac) => Buffer.from(mac.toString('hex')).toString('base64') },
  },
  {
    id: 'url-safe base64',
    mistake: 'altered-parameter',
    parameter: 'Signature',
    recipe: { write: (mac) => mac.toString('base64url') },
  },
  {
    id: 'twice percent-encoded',
    mistake: 'encoded-thrice',
    parameter: 'Signature',
    recipe: { write: (mac) => percentEncode(percentEncode(mac.toString('base64'))) },
  },

  {
    id: 'bare & and secret alone',
    mistake: 'bare-ampersand',
    recipe: { ...bareAmpersand, key: alone },
  },
  {
    id: 'path as / and secret alone',
    mistake: 'path-not-encoded',
    recipe: { path: '/', key: alone },
  },
  {
    id: 'path as / and joined pairs not encoded',
    mistake: 'path-not-encoded',
    recipe: { path: '/', outer: join },
  },
  {
    id: 'path as / and / left alone',
    mistake: 'path-not-encoded',
    recipe: { path: '/', ...bothWays(encodeExcept('/')) },
  },
  { id: 'GET signed and secret alone', mistake: 'method', recipe: { method: 'GET', key: alone } },
  {
    id: '+ for space and bare &',
    mistake: 'bare-ampersand',
    recipe: { ...bareAmpersand, inner: encodePlus },
  },
  {
    id: 'bare & and without RegionId',
    mistake: 'bare-ampersand',
    recipe: { ...bareAmpersand, ...without('RegionId') },
  },
  {
    id: 'encodeURIComponent and + for space',
    mistake: 'plus-for-space',
    ...inService,
    recipe: bothWays((text) => encodeURIComponent(text).replaceAll('%20', '+')),
  },
]
