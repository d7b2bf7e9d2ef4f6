/**
 * Names of parameters, as they may be shown: a value with a bare & falls into pieces that stand
 * where names do, photos among them. Private to `explainMismatch`.
 *
 * @module
 */
import { quote } from '../codec/check.ts'

/** Characters of a name at most; the longest of the vendor's have about 40. */
const MAX_LENGTH = 64

/** Tells a name from what looks like data: JSON, base64, or a text with white space around it. */
export function isName(name: string): boolean {
  return name.length <= MAX_LENGTH && name.trim() === name && !/["{}[\]<>,=&/\\\p{Cc}]/u.test(name)
}

/** Quotes a name; what looks like data is not shown. */
export function quoteName(name: string): string {
  return isName(name) ? quote(name) : '"…", which looks like data,'
}
