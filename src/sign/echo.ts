/**
 * Compares our string to sign with the one a gateway echoes. Both hold every value of the request,
 * photos included: they are compared here and dropped.
 *
 * @module
 */
import { quote } from '../codec/check.ts'
import type { Explanation } from '../errors.ts'

/** The words before the echo, with no space after them (`spec/saf-api.md` section 3.6). */
const ECHO = 'server string to sign is:'

/** Cuts the gateway's string to sign out of its message; undefined or empty when there is none. */
export function readEcho(serverMessage: unknown): string | undefined {
  return typeof serverMessage === 'string' ? serverMessage.split(ECHO)[1] : undefined
}

/** Says in which parameter two strings to sign differ first, or that they are equal. */
export function compareEcho(ours: string, echo: string | undefined): Explanation {
  if (!ours) return { mistake: 'unknown', message: 'the body is not the one that was signed' }
  // An echo is about as long as ours; what is far longer is none, and not worth the comparison.
  if (!echo || echo.length > 2 * ours.length + 1000) {
    return { mistake: 'unknown', message: 'the gateway refused the signature without an echo' }
  }
  if (ours === echo) {
    const message = 'the AccessKeySecret is wrong: the gateway signed the same text'
    return { mistake: 'wrong-secret', message }
  }
  let offset = 0
  while (offset < ours.length && ours[offset] === echo[offset]) offset++
  if (offset <= ours.indexOf('&')) {
    return { mistake: 'method', message: 'it arrived with another HTTP method', offset }
  }
  const [mine, its] = [readPairs(ours), readPairs(echo)]
  const names = [...mine.keys(), ...its.keys()].sort()
  const encoded = names.find((name) => mine.get(name) !== its.get(name))
  if (encoded === undefined) {
    return {
      mistake: 'unknown',
      message: 'the gateway signed the same pairs in another way',
      offset,
    }
  }
  // A name that only the echo has could be a piece of a value: it is shown when it is none of ours.
  const isName = /^[\w.]{1,40}$/.test(encoded) && !ours.includes(encoded)
  const parameter = mine.has(encoded) || isName ? decodeName(encoded) : '(hidden)'
  const [mistake, what] = !its.has(encoded)
    ? (['extra-parameter', 'was signed and did not arrive'] as const)
    : !mine.has(encoded)
      ? (['missing-parameter', 'arrived and was not signed'] as const)
      : (['altered-parameter', 'arrived with another value'] as const)
  return { mistake, message: `the parameter ${quote(parameter)} ${what}`, parameter, offset }
}

/** The pairs of a string to sign, each by its name, encoded twice as they stand there. */
function readPairs(text: string): ReadonlyMap<string, string> {
  const pairs = text.split('&').slice(2).join('&').split('%26')
  return new Map(pairs.map((pair) => [pair.split('%3D', 1).join(), pair]))
}

function decodeName(encoded: string): string {
  try {
    return decodeURIComponent(decodeURIComponent(encoded))
  } catch {
    return encoded
  }
}
