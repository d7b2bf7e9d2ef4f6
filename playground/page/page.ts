/**
 * What every view is given, and what it is.
 *
 * @module
 */
import type { TemplateResult } from 'lit-html'
import type { Language } from './language.ts'

/** What a view may use of the page. */
export interface Page {
  readonly language: () => Language
  /** Draws the page again, after a change. */
  readonly refresh: () => void
}

/** Draws a view as it is now. */
export type View = () => TemplateResult
