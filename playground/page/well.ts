/**
 * A box with text that scrolls by itself, by mouse and by keyboard.
 *
 * @module
 */
import { html } from 'lit-html'
import type { TemplateResult } from 'lit-html'

/**
 * Draws the box.
 *
 * @param title - Names it for those who do not see it.
 * @param look - `code` keeps long lines.
 */
export function well(title: string, content: unknown, look = ''): TemplateResult {
  return html`<pre class=${look} tabindex="0" role="group" aria-label=${title}>${content}</pre>`
}
