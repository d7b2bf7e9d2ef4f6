/**
 * The dial that shows a score of 0 to 100.
 *
 * @module
 */
import { html } from 'lit-html'
import type { TemplateResult } from 'lit-html'
import type { VerifyTranslate } from '../text/verify.ts'

/** Draws the dial; without a score it stays empty. */
export function dialView(t: VerifyTranslate, score: number | undefined): TemplateResult {
  const shown = score === undefined ? '–' : String(Math.round(score * 10) / 10)
  const filled = Math.max(0, Math.min(100, score ?? 0))
  const title = score === undefined ? t('noScore') : t('scoreOf', shown)
  return html`<svg class="dial" viewBox="0 0 100 100" role="img" aria-label=${title}>
    <circle class="ring" cx="50" cy="50" r="42" />
    <circle
      class="arc"
      cx="50"
      cy="50"
      r="42"
      pathLength="100"
      stroke-dasharray="${filled} 100"
      transform="rotate(-90 50 50)"
    />
    <text x="50" y="57" text-anchor="middle">${shown}</text>
  </svg>`
}
