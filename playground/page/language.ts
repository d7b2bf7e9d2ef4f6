/**
 * The words of the page in two languages.
 *
 * @module
 */
import type { ShellKey } from './text/shell.ts'

/** A language of the page. */
export type Language = 'en' | 'zh'

/** Words by name: English, then Chinese. */
export type Words = Readonly<Record<string, readonly [english: string, chinese: string]>>

/** Finds the words of a name in the language of the moment; `{0}`, `{1}` are filled in. */
export type Translate<Key extends string = ShellKey> = (
  key: Key,
  ...values: readonly (string | number)[]
) => string

/** Creates a translator that asks for the language each time. */
export function createTranslate<W extends Words>(
  words: W,
  language: () => Language,
): Translate<keyof W & string> {
  return (key, ...values) => {
    const text = words[key]?.[language() === 'zh' ? 1 : 0] ?? key
    return text.replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ''))
  }
}
