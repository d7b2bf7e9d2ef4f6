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
   * Reads an answer's text.
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
    if (error !== undefined) return { envelope: readErrorFields(error), isError: true }
    const envelope: unknown = JSON.parse(text)
    check(isObject(envelope), 'answer', 'object', envelope)
    return { envelope, isError: false }
  },
}

/** The gateway writes some errors in XML whatever was asked for: flat, and without own entities. */
function readErrorFields(text: string): Envelope {
  const fields = text.matchAll(/<(\w+)>([^<]*)<\/\1>/g)
  return Object.fromEntries(
    Array.from(fields, ([, name, value]) => [name, value?.replaceAll('&amp;', '&')]),
  )
}

/** Reads a field that the object itself has; what a prototype has is not there. */
export function own(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** Decodes JSON in a string; a text that is no JSON stays itself. */
export function decodeText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Encodes as JSON; undefined for what JSON cannot say: a bigint, a loop, or an absurd depth. */
export function encodeJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}

/** A text, or the empty one for anything else. */
export function readText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
