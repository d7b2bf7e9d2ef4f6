/**
 * A labelled choice out of a list.
 *
 * @module
 */
import { html } from 'lit-html'
import type { TemplateResult } from 'lit-html'
import { readValue } from './state.ts'

/** A choice to draw. */
export interface SelectField {
  readonly name: string
  readonly value: string
  /** Values, and the words for them when they differ. */
  readonly options: readonly (string | readonly [value: string, label: string])[]
  readonly onChange: (value: string) => void
}

/** Draws the choice. */
export function selectField(
  label: string,
  { name, value, options, onChange }: SelectField,
): TemplateResult {
  // The options say which is chosen: a value set before they exist would be lost.
  return html`<label
    >${label}
    <select name=${name} @change=${(event: Event) => onChange(readValue(event))}>
      ${options.map((option) => {
        const [each, words] = typeof option === 'string' ? [option, option] : option
        return html`<option value=${each} .selected=${each === value}>${words}</option>`
      })}
    </select></label
  >`
}
