/** Writes a table into a text, between its two markers. */
import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Replaces what stands between the markers.
 *
 * @throws Error when the file has no place for it
 */
export function writeInto(file, [open, close], table) {
  const text = readFileSync(file, 'utf8')
  const [from, to] = [text.indexOf(open), text.indexOf(close)]
  if (from < 0 || to < from) throw new Error(`${file} has no place for the table`)
  writeFileSync(file, `${text.slice(0, from)}${open}\n\n${table}\n\n${text.slice(to)}`)
}
