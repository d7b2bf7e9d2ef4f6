/**
 * A button that copies a text and says so.
 *
 * @module
 */
import { html } from 'lit-html'
import type { TemplateResult } from 'lit-html'
import type { Translate } from './language.ts'

/** Milliseconds for which the button says that it copied. */
const SAID_MS = 1600

/**
 * Draws the button.
 *
 * @param text - What is copied.
 * @param what - Names it, for those who do not see where the button stands.
 */
export function copyButton(t: Translate, text: string, what: string): TemplateResult {
  const copy = async (event: Event): Promise<void> => {
    const button = event.currentTarget as HTMLElement // why: the listener is on the button
    const status = button.nextElementSibling
    if (!status) return
    try {
      await navigator.clipboard.writeText(text)
      status.textContent = t('copied')
    } catch {
      status.textContent = t('notCopied')
    }
    setTimeout(() => (status.textContent = ''), SAID_MS)
  }
  return html`<span class="copy"
    ><button type="button" class="small" aria-label="${t('copy')}: ${what}" @click=${copy}>
      ${t('copy')}</button
    ><span role="status"></span
  ></span>`
}
