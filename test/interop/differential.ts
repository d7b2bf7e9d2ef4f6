/**
 * Random nested parameters, and the table of every way in which the vendor's SDKs write them
 * otherwise than we do. Needs no SDK.
 *
 * @module
 */
import { randomText } from '../reference/prng.ts'
import type { Rng } from '../reference/prng.ts'

/** The SDKs that are compared with. */
export type SdkName = '@alicloud/pop-core' | '@alicloud/openapi-core'

/** A value that is no list and no object of fields, or one that is empty, and its place. */
export interface Leaf {
  /** Our flat name. */
  readonly key: string
  readonly value: unknown
  /** The names on the way, indices from 1 as numbers. */
  readonly path: readonly (string | number)[]
}

/** One way to differ. */
export interface Difference {
  readonly sdk: SdkName
  readonly what: string
  readonly right: 'ours' | 'theirs'
  readonly why: string
  /** Tells whether a leaf is written otherwise for this reason. */
  readonly applies: (leaf: Leaf) => boolean
}

const BOTH: readonly SdkName[] = ['@alicloud/pop-core', '@alicloud/openapi-core']
const [POP, CORE] = ['@alicloud/pop-core', '@alicloud/openapi-core'] as const

const isDate = ({ value }: Leaf): boolean => value instanceof Date
const isNothing = ({ value }: Leaf): boolean => value === null || value === undefined

/** Tells a place where pop-core looks no deeper: under an object that is not an entry of a list. */
function isBelowObject({ path }: Leaf): boolean {
  return path.some(
    (name, at) => at > 0 && typeof name === 'string' && typeof path[at - 1] === 'string',
  )
}

/** How names are sorted: the only difference that shows in the signature and nowhere else. */
export const SORTING = 'the order of an astral name and one from U+E000 to U+FFFF'

/** Every difference: who is right, and why. The first row that applies counts. */
export const DIFFERENCES: readonly Difference[] = [
  ...BOTH.map((sdk): Difference => ({
    sdk,
    what: SORTING,
    right: 'ours',
    why: 'it sorts by UTF-16 units; the documents say by bytes, as ours and the reference do',
    applies: () => false, // One leaf has no order.
  })),
  ...BOTH.map((sdk): Difference => ({
    sdk,
    what: 'a number that is not finite',
    right: 'ours',
    why: 'it sends the text NaN or Infinity, which no API reads as a number; ours is a TypeError with the path',
    applies: ({ value }) => typeof value === 'number' && !Number.isFinite(value),
  })),
  ...BOTH.map((sdk): Difference => ({
    sdk,
    what: 'half a surrogate pair',
    right: 'ours',
    why: 'it dies of a bare URIError when it encodes; ours is a TypeError that names the parameter',
    applies: ({ key, value }) =>
      hasHalfPair(key) || (typeof value === 'string' && hasHalfPair(value)),
  })),
  ...BOTH.map((sdk): Difference => ({
    sdk,
    what: 'an own name __proto__',
    right: 'ours',
    why: 'it assigns to a prototype, so the parameter is silently lost; ours is a name like any other',
    applies: ({ path }) => path.includes('__proto__'),
  })),
  {
    sdk: POP,
    what: 'an object that is no entry of a list',
    right: 'ours',
    why: 'it sends the text [object Object]; the vendor\u2019s newer SDK flattens as ours does',
    applies: isBelowObject,
  },
  {
    sdk: POP,
    what: 'a date',
    right: 'ours',
    why: 'it sends the local text of a date, or drops it in a list; the documents want ISO 8601 in UTC',
    applies: isDate,
  },
  {
    sdk: POP,
    what: 'null or undefined',
    right: 'ours',
    why: 'it sends the words null and undefined as values; the newer SDK drops them, and keeps the index, as ours does',
    applies: isNothing,
  },
  {
    sdk: POP,
    what: 'an empty object that is no entry of a list',
    right: 'ours',
    why: 'it sends the text [object Object]; ours sends nothing, as the newer SDK',
    applies: ({ value, path }) =>
      isEmpty(value) && !Array.isArray(value) && typeof path.at(-1) === 'string',
  },
  {
    sdk: CORE,
    what: 'a date',
    right: 'ours',
    why: 'it takes a date for an object without fields and silently drops it; ours is ISO 8601 in seconds',
    applies: isDate,
  },
  {
    sdk: CORE,
    what: 'an object under the empty name',
    right: 'ours',
    why: 'it drops the empty part, so that two parameters can become one; ours keeps the dot',
    applies: ({ path }) => path.length > 1 && path[0] === '',
  },
]

/** Lists the leaves of parameters, in the order in which they are written. */
export function listLeaves(holder: unknown, path: Leaf['path'] = []): Leaf[] {
  const isList = Array.isArray(holder)
  const isFields = typeof holder === 'object' && holder !== null && !(holder instanceof Date)
  if (!isFields || (isEmpty(holder) && path.length > 0)) {
    return [{ key: path.join('.'), value: holder, path }]
  }
  const entries: (readonly [string | number, unknown])[] = isList
    ? Array.from(holder, (value: unknown, at) => [at + 1, value] as const)
    : Object.entries(holder)
  return entries.flatMap(([name, value]) => listLeaves(value, [...path, name]))
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  const isFields = typeof value === 'object' && value !== null && !(value instanceof Date)
  return isFields && Object.keys(value).length === 0
}

function hasHalfPair(text: string): boolean {
  return /\p{Surrogate}/u.test(text)
}

const NAMES = [
  'InstanceId',
  'Tag',
  'Key',
  'Value',
  'Filter',
  'x',
  'Ids',
  'A',
  'A.1',
  'B.x',
  '1',
  'z',
] as const

/** Draws the parameters of a call: nested up to four levels. */
export function drawParams(rng: Rng): Record<string, unknown> {
  return drawFields(rng, 3)
}

function drawFields(rng: Rng, depth: number): Record<string, unknown> {
  const names = Array.from({ length: rng.below(5) }, () => drawName(rng))
  return Object.fromEntries(names.map((name) => [name, drawValue(rng, depth)]))
}

function drawName(rng: Rng): string {
  if (rng.chance(0.8)) return rng.pick(NAMES)
  if (rng.chance(0.05)) return rng.pick(['__proto__', '', '\ud800'])
  return randomText(rng, 2).replaceAll('.', '')
}

function drawValue(rng: Rng, depth: number): unknown {
  if (depth > 0 && rng.chance(0.4)) {
    if (rng.chance(0.4)) return drawFields(rng, depth - 1)
    const list = Array.from({ length: rng.below(4) }, () => drawValue(rng, depth - 1))
    if (rng.chance(0.05)) list.length += 1
    return list
  }
  return rng.pick(SCALARS)(rng)
}

const SCALARS: readonly ((rng: Rng) => unknown)[] = [
  (rng) => randomText(rng, 4),
  (rng) => randomText(rng, 4),
  (rng) => rng.below(2000) - 1000,
  (rng) => rng.pick([-0, 0.1, -1.5e-7, 1e21, 2 ** 53, 5e-324, Number.MAX_VALUE]),
  (rng) => rng.chance(0.5),
  (rng) => rng.pick([null, undefined, null, 'null', 'undefined', '']),
  (rng) => BigInt(rng.below(1000)) * 9007199254740993n,
  (rng) => (rng.chance(0.3) ? new Date(rng.below(2 ** 31) * 1000 + rng.below(1000)) : 'date'),
  (rng) => (rng.chance(0.04) ? rng.pick([Number.NaN, Infinity, -Infinity]) : 7),
  (rng) => (rng.chance(0.04) ? `${randomText(rng, 1)}\udc00` : 'text'),
]
