/**
 * Language and theme: what was chosen before, or what the system says.
 *
 * @module
 */
import type { Language } from './language.ts'

/** A colour theme. */
export type Theme = 'light' | 'dark'

/** Reads the language. */
export function readLanguage(): Language {
  const chosen = read('language') ?? navigator.language
  return chosen.startsWith('zh') ? 'zh' : 'en'
}

/** Reads the theme. */
export function readTheme(): Theme {
  const isDark = globalThis.matchMedia?.('(prefers-color-scheme: dark)').matches
  const chosen = read('theme') ?? (isDark ? 'dark' : 'light')
  return chosen === 'dark' ? 'dark' : 'light'
}

/** Remembers a choice, where the browser lets a page do so. */
export function remember(name: 'language' | 'theme', value: string): void {
  try {
    localStorage.setItem(`saf-edge.${name}`, value)
  } catch {
    // Storage is blocked: the choice holds until the page is closed.
  }
}

function read(name: string): string | undefined {
  try {
    return localStorage.getItem(`saf-edge.${name}`) ?? undefined
  } catch {
    return undefined
  }
}
