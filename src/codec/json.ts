/**
 * `Format=JSON`, and JSON in strings. Private, but for the format's type.
 *
 * @module
 */
import { check, isObject } from './check.ts'

/** An answer's envelope: its wire names and values, no prototype's. */
export type Envelope = Readonly<Record<string, unknown>>

/** How answers are asked for and read. `jsonFormat` is the default; `xmlFormat` is in `saf-edge/xml`. */
export interface AnswerFormat {
  /** The value of the `Format` parameter. */
  readonly name: 'JSON' | 'XML'
  /**
   * Reads an answer's text. An integer beyond 2^53 is a bigint in JSON; XML has texts only.
   *
   * @returns The envelope, and whether the document itself says it is an error (`<Error>`).
   * @throws Any error when the text is not a document of this format with an object at its root.
   */
  parse(text: string): { readonly envelope: Envelope; readonly isError: boolean }
}

/** Asks for JSON and reads it, and a gateway error in XML. */
export const jsonFormat: AnswerFormat = {
  name: 'JSON',
  parse(text) {
    const error = /^\s*(?:<\?xml[^>]*>\s*)?<Error>(.*)<\/Error>\s*$/s.exec(text)?.[1]
    const isError = error !== undefined
    const envelope = isError ? readErrorFields(error) : parseJson(text)
    check(isObject(envelope), 'answer', 'object', envelope)
    return { envelope, isError }
  },
}

/** The gateway writes some errors in XML whatever was asked for: flat, and without own entities. */
function readErrorFields(text: string): Envelope {
  const fields = text.replaceAll('&amp;', '&').matchAll(/<(\w+)>([^<]*)<\/\1>/g)
  return Object.fromEntries(Array.from(fields, (field) => field.slice(1)))
}

/** Reads a field that the object itself has; what a prototype has is not there. */
export function own(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** Stands before the digits of a big integer: in JSON it can only come as an escape. */
const MARK = '\0'

/**
 * Parses JSON, with every integer beyond 2^53 as an exact bigint: a number would be another one.
 * What has no sixteen digits in a row where a value may begin is parsed by the host alone.
 */
export function parseJson(text: string): unknown {
  const plain: unknown = JSON.parse(text)
  if (!/(^|[:[,\s])-?\d{16}/.test(text) || text.includes('\\u0000')) return plain
  try {
    const marked = text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g, (token) =>
      /^-?\d{16,999}$/.test(token) && !Number.isSafeInteger(Number(token))
        ? `"\\u0000${token}"`
        : token,
    )
    return JSON.parse(marked, (_, value: unknown) =>
      typeof value === 'string' && value.startsWith(MARK) ? BigInt(value.slice(1)) : value,
    )
  } catch {
    return plain // Nested deeper than the host walks, or a text longer than it matches.
  }
}

/** Decodes JSON in a string; a text that is no JSON stays itself. */
export function decodeText(text: string, parse: (text: string) => unknown = JSON.parse): unknown {
  try {
    return parse(text)
  } catch {
    return text
  }
}

/** Encodes as JSON; undefined for what JSON cannot say: a bigint, a loop, or an absurd depth. */
export function encodeJson(
  value: unknown,
  replace?: (name: string, part: unknown) => unknown,
): string | undefined {
  try {
    return JSON.stringify(value, replace)
  } catch {
    return undefined
  }
}

/** Writes what {@link parseJson} gave, big integers by their digits; empty for an absurd depth. */
export function rewriteJson(value: unknown): string {
  const mark = (_: string, part: unknown): unknown =>
    typeof part === 'bigint' ? MARK + part : part
  const digits = /"\\u0000(-?\d+)"/g
  return encodeJson(value) ?? encodeJson(value, mark)?.replace(digits, '$1') ?? ''
}

/** A text, or the empty one for anything else. */
export function readText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
