/**
 * Seeded pseudo-random numbers and the difficult texts and parameter sets made from them.
 * The same seed gives the same sets on every machine. Imports nothing.
 *
 * @module
 */

/** A deterministic source of choices. */
export interface Rng {
  /** Next number, 0 inclusive to 1 exclusive. */
  readonly next: () => number
  /** Next integer, 0 inclusive to `limit` exclusive. */
  readonly below: (limit: number) => number
  /** True with the given probability. */
  readonly chance: (probability: number) => boolean
  /** One member of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T
}

/** Creates a generator (mulberry32) from a 32-bit seed. */
export function createRng(seed: number): Rng {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    // why: the index is below the length, and no list here holds undefined
    pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
  }
}

/** Makes well-formed text of up to `maxPieces` difficult pieces; empty once in a while. */
export function randomText(rng: Rng, maxPieces = 6): string {
  let text = ''
  for (let left = rng.below(maxPieces + 1); left > 0; left--) text += rng.pick(PIECES)(rng)
  return text
}

/** Makes a set of parameters: ordinary ones and families of names that are hard to sort. */
export function randomParams(rng: Rng): Record<string, string> {
  const names: string[] = []
  for (let left = rng.below(9); left > 0; left--) {
    names.push(rng.chance(0.5) ? rng.pick(WIRE_NAMES) : randomText(rng, 3))
  }
  for (const family of FAMILIES) {
    if (rng.chance(0.2)) names.push(...family(rng))
  }
  const pairs = names.map((name): [string, string] => [name, randomValue(rng)])
  for (let at = pairs.length - 1; at > 0; at--) pairs.push(...pairs.splice(rng.below(at + 1), 1))
  return Object.fromEntries(pairs)
}

const WIRE_NAMES = [
  'AccessKeyId',
  'Action',
  'Format',
  'RegionId',
  'SecurityToken',
  'Service',
  'ServiceParameters',
  'SignatureMethod',
  'SignatureNonce',
  'SignatureVersion',
  'Timestamp',
  'Version',
] as const

/** Each makes one piece of text that some encoder gets wrong. */
const PIECES: readonly ((rng: Rng) => string)[] = [
  (rng) => rng.pick(['a', 'Z', '0', 'abc', 'ABC', 'aBc09', '-_.~', 'true', 'null']),
  (rng) => rng.pick(['!', "'", '(', ')', '*', '~', "!'()*~", '[', ']', '{', '|', '}', '`', '^']),
  (rng) => rng.pick([' ', '  ', '+', ' + ', '%', '%%', '%20', '%2B', '%2a', '%zz', '%E4%B8']),
  (rng) => rng.pick(['&', '=', '&&', 'a=b&c=d', '/', '?', '#', ':', ';', ',', '@', '$', '\\', '"']),
  (rng) => rng.pick(['\n', '\r\n', '\r', '\t', '\0', '\u0007', '\u001b', '\u007f', '\u0085']),
  (rng) => rng.pick(['中', '阿里云', '人脸核身', '日本語', '한국어', '繁體', '\u3000', '，']),
  (rng) => rng.pick(['😀', '👩‍🔬', '🇻🇳', '👍🏽', '𠮷', '𝒳', '\u{10ffff}', '\u{10000}']),
  (rng) => rng.pick(['é', 'e\u0301', 'Nguyễn', 'ß', 'İ', 'ı', 'عربى', '\u202e', '\u2028']),
  (rng) => rng.pick(['\ue000', '\ufeff', '\ufffd', '\uffff', '\ufffe', 'ﬁ', '！', '\ud7ff']),
  (rng) => String.fromCodePoint(rng.below(0x80)),
  (rng) => String.fromCodePoint(0x80 + rng.below(0x780)),
  (rng) => String.fromCodePoint(0xe000 + rng.below(0x2000)),
  (rng) => String.fromCodePoint(0x800 + rng.below(0xd000)),
  (rng) => String.fromCodePoint(0x10000 + rng.below(0x100000)),
]

/** Each makes names whose order, identity or handling some signer gets wrong. */
const FAMILIES: readonly ((rng: Rng) => string[])[] = [
  // Differ in case only.
  (rng) => {
    const name = rng.pick(WIRE_NAMES)
    return [name, name.toLowerCase(), name.toUpperCase()]
  },
  // One is the start of the other: sorting joined pairs, not names, turns them round.
  (rng) => {
    const name = randomText(rng, 2)
    return [name, name + rng.pick(['!', ' ', '\0', '0', '=', '&', '~'])]
  },
  // UTF-8 puts the astral name last, UTF-16 puts it first.
  (rng) => {
    const start = randomText(rng, 1)
    const high = String.fromCodePoint(0xe000 + rng.below(0x2000))
    const astral = String.fromCodePoint(0x10000 + rng.below(0x100000))
    return [start + astral, start + high]
  },
  // Plain order and encoded order differ.
  (rng) => ['z', rng.pick(['{', '|', '}', 'é', '中']), rng.pick(['!', '0', 'a'])],
  // Integer names, which objects move to the front, and names that objects already have.
  () => ['10', '9', '1', '0'],
  (rng) => ['__proto__', rng.pick(['constructor', 'toString', 'hasOwnProperty', 'length'])],
  // One is dropped, the others are not.
  () => ['Signature', 'signature', 'Signature.1'],
  () => [''],
]

function randomValue(rng: Rng): string {
  if (rng.chance(0.1)) return ''
  if (rng.chance(0.02)) return randomText(rng, 6).repeat(1 + rng.below(200))
  if (rng.chance(0.003)) return `/9j/${'4AAQSkZJRg+/'.repeat(rng.below(4000))}==`
  return randomText(rng)
}
