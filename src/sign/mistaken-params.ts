/**
 * Known ways to sign other parameters than those that are sent, or in another order.
 * Private to `explainMismatch`.
 *
 * @module
 */
import { percentEncode } from '../codec/percent.ts'
import type { Mistake } from '../errors.ts'
import { compareBytes } from './canonicalize.ts'
import type { SignParams } from './canonicalize.ts'
import type { Variant } from './mistaken-text.ts'
import { quoteName } from './show-name.ts'

/** A parameter and its pair as it stands in the right string to sign. */
interface Pair {
  readonly name: string
  readonly text: string
}

/** A date and time of ISO 8601 with a fraction of a second. */
const FRACTION = /(T\d{1,2}:\d\d:\d\d)[.,]\d+/

/** Cuts the fraction of a second out of a timestamp. */
export function cutFraction(value: string): string {
  return value.length > 64 ? value : value.replace(FRACTION, '$1')
}

/** Finds the timestamp among the parameters; older products spell it `TimeStamp`. */
export function findTimestamp(params: SignParams): string | undefined {
  return ['Timestamp', 'TimeStamp'].find((name) => Object.hasOwn(params, name))
}

/**
 * Lists the mistakes with parameters, the most frequent first.
 *
 * @param params - The parameters that are sent.
 * @param query - Their part of the right string to sign.
 */
export function* listParamVariants(params: SignParams, query: string): Generator<Variant> {
  const pairs = readPairs(params, query)
  yield* listTimestamps(params, pairs, ['.000'])
  yield* listMissing(params, pairs)
  yield* listOrders(params, pairs)
  yield* listExtra(params, pairs)
  yield* listAltered(params, pairs)
}

/** Lists every other timestamp with milliseconds. */
export function listMilliseconds(params: SignParams, query: string): readonly Variant[] {
  const fractions = Array.from({ length: 999 }, (_, at) => `.${String(at + 1).padStart(3, '0')}`)
  return listTimestamps(params, readPairs(params, query), fractions)
}

/** The pairs of a right string to sign stand in the order of their names. */
function readPairs(params: SignParams, query: string): readonly Pair[] {
  const texts = query.split('%26')
  return Object.keys(params)
    .filter((name) => name !== 'Signature')
    .sort(compareBytes)
    .map((name, at) => ({ name, text: texts[at] ?? '' }))
}

function listTimestamps(
  params: SignParams,
  pairs: readonly Pair[],
  fractions: readonly string[],
): Variant[] {
  const name = findTimestamp(params)
  const value = name === undefined ? undefined : params[name]
  if (name === undefined || value === undefined) return []
  const whole = cutFraction(value)
  const isWhole = whole === value
  const others = isWhole ? fractions.map((part) => whole.replace(/Z?$/, `${part}$&`)) : [whole]
  return others.map((other) => ({
    ...edit('milliseconds', pairs, (all) => replace(all, writePair(name, other))),
    says: isWhole
      ? `the parameter ${quoteName(name)} was signed with milliseconds: cut them before signing`
      : `the parameter ${quoteName(name)} is sent with milliseconds: cut them`,
    parameter: name,
  }))
}

function* listMissing(params: SignParams, pairs: readonly Pair[]): Generator<Variant> {
  const leaveOut = (says: string, isLeft: (pair: Pair) => boolean): Variant[] => {
    const first = pairs.find(isLeft)
    if (!first) return []
    const drop = (all: readonly Pair[]): readonly Pair[] => all.filter((pair) => !isLeft(pair))
    return [{ ...edit('missing-parameter', pairs, drop), says, parameter: first.name }]
  }
  const isCommon = ({ name }: Pair): boolean => COMMON.includes(name)
  yield* leaveOut(
    'an empty parameter was sent and not signed: sign every parameter that is sent',
    ({ name }) => params[name] === '',
  )
  for (const { name } of pairs) {
    const says = `the parameter ${quoteName(name)} was sent and not signed: sign it too`
    yield* leaveOut(says, (pair) => pair.name === name)
  }
  yield* rare(
    leaveOut(
      "the action's own parameters were not signed: sign query and form together",
      (pair) => !isCommon(pair),
    ),
  )
  yield* rare(
    leaveOut('the common parameters were not signed: sign query and form together', isCommon),
  )
}

function listOrders(params: SignParams, pairs: readonly Pair[]): Variant[] {
  const ranks = new Map(Object.keys(params).map((name, at) => [name, at]))
  const rank = ({ name }: Pair): number => ranks.get(name) ?? 0
  const orders: readonly ((a: Pair, b: Pair) => number)[] = [
    (a, b) => rank(a) - rank(b),
    (a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()),
    (a, b) => compare(`${a.name}=`, `${b.name}=`),
    (a, b) => compare(a.name, b.name),
    (a, b) => compare(b.name, a.name),
    (a, b) => a.name.localeCompare(b.name),
  ]
  return orders.map((order, at) => ({
    ...edit('altered-parameter', pairs, (all) => [...all].sort(order)),
    says: 'the parameters were signed in another order: sort them by name in byte order',
    parameter: true,
    isRare: at > 0,
  }))
}

function listExtra(params: SignParams, pairs: readonly Pair[]): Variant[] {
  const names = new Set(pairs.map(({ name }) => name))
  const extra = [...EXTRA, ['Signature', params['Signature'] ?? ''] as const]
  return rare(
    extra
      .filter(([name]) => !names.has(name))
      .map(([name, value]) => ({
        ...edit('extra-parameter', pairs, (all) => insert(all, writePair(name, value))),
        says:
          name === 'Signature'
            ? 'the parameter "Signature" was signed: leave it out'
            : `the parameter ${quoteName(name)} was signed and is not among those sent: send it too`,
        parameter: name,
      })),
  )
}

function* listAltered(params: SignParams, pairs: readonly Pair[]): Generator<Variant> {
  for (const { name } of pairs) {
    const value = params[name] ?? ''
    for (const [says, change] of CHANGES) {
      const other = change(value)
      if (other === undefined || other === value) continue
      yield {
        ...edit('altered-parameter', pairs, (all) => replace(all, writePair(name, other))),
        says: `the parameter ${quoteName(name)} ${says}`,
        parameter: name,
        isRare: true,
      }
    }
  }
}

/** Common parameters (`spec/saf-api.md` section 3.1). */
// prettier-ignore
export const COMMON: readonly string[] = [
  'AccessKeyId', 'Action', 'Format', 'RegionId', 'SecurityToken', 'SignatureMethod',
  'SignatureNonce', 'SignatureType', 'SignatureVersion', 'TimeStamp', 'Timestamp', 'Version',
]

/** What is signed and then not sent, by name and value. */
const EXTRA: readonly (readonly [name: string, value: string])[] = [
  ['SignatureType', ''],
  ['SecurityToken', ''],
  ['SecurityToken', 'undefined'],
  ['SecurityToken', 'null'],
  ['SignatureMethod', 'HMAC-SHA1'],
  ['SignatureVersion', '1.0'],
  ['Format', 'JSON'],
  ['Format', 'XML'],
  ['RegionId', ''],
  ['RegionId', 'cn-hangzhou'],
  ['RegionId', 'ap-southeast-1'],
]

/** Changes that a value suffers between signing and sending. */
const CHANGES: readonly (readonly [says: string, change: (value: string) => string | undefined])[] =
  [
    ['was empty when it was signed: sign what is sent', () => ''],
    ['was signed without the white space around it: sign what is sent', (value) => value.trim()],
    [
      'was signed with other line breaks: sign what is sent',
      (value) => value.replaceAll('\r\n', '\n'),
    ],
    ['was signed in another Unicode form: sign what is sent', (value) => value.normalize('NFC')],
    ['was signed in another Unicode form: sign what is sent', (value) => value.normalize('NFD')],
    ['was signed as JSON without spaces: sign what is sent', (value) => writeJson(value, false)],
    ['was signed as JSON with spaces: sign what is sent', (value) => writeJson(value, true)],
  ]

/** A string or a separator of JSON; written so that a long string is one step of the matcher. */
const JSON_TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[,:]/g

const SPACED: Readonly<Record<string, string>> = { ',': ', ', ':': ': ' }

/** Writes JSON again: compactly, or with the spaces that Python's `json.dumps` puts between. */
function writeJson(value: string, hasSpaces: boolean): string | undefined {
  if (!/^\s*[[{]/.test(value)) return undefined
  try {
    const compact = JSON.stringify(JSON.parse(value))
    return hasSpaces ? compact.replace(JSON_TOKEN, (token) => SPACED[token] ?? token) : compact
  } catch {
    return undefined
  }
}

function edit(
  mistake: Mistake,
  pairs: readonly Pair[],
  change: (pairs: readonly Pair[]) => readonly Pair[],
): Pick<Variant, 'mistake' | 'group' | 'apply'> {
  return {
    mistake,
    group: 'params',
    apply: (text) => ({
      ...text,
      query: change(pairs)
        .map((pair) => pair.text)
        .join('%26'),
    }),
  }
}

function rare(variants: readonly Variant[]): Variant[] {
  return variants.map((variant) => ({ ...variant, isRare: true }))
}

function writePair(name: string, value: string): Pair {
  return { name, text: percentEncode(`${percentEncode(name)}=${percentEncode(value)}`) }
}

function replace(pairs: readonly Pair[], pair: Pair): Pair[] {
  return pairs.map((each) => (each.name === pair.name ? pair : each))
}

function insert(pairs: readonly Pair[], pair: Pair): Pair[] {
  return [...pairs, pair].sort((a, b) => compareBytes(a.name, b.name))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
