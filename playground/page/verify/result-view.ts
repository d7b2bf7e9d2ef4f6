/**
 * Draws the end of a call: a verdict as a clear picture, or what went wrong and what it means.
 *
 * @module
 */
import { html, nothing } from 'lit-html'
import type { TemplateResult } from 'lit-html'
import { copyButton } from '../copy-button.ts'
import type { VerifyTranslate } from '../text/verify.ts'
import { well } from '../well.ts'
import { dialView } from './dial.ts'
import type { Result, ShownFailure, ShownVerdict } from './result.ts'
import type { Settings } from './settings.ts'

const MARKS = { pass: '✓', mismatch: '≠', attack: '!', inconclusive: '?' } as const

/** What stands beside the result. */
export interface Context {
  /** The settings that the call was made with. */
  readonly settings: Settings
  readonly tookMs: number
  readonly requests: number
}

/** Draws the result. */
export function resultView(t: VerifyTranslate, result: Result, context: Context): TemplateResult {
  if (result.kind === 'aborted') {
    return html`<div class="card inconclusive"><p>${t('aborted')}</p></div>`
  }
  return result.kind === 'verdict'
    ? verdictView(t, result, context)
    : failureView(t, result, context)
}

function verdictView(t: VerifyTranslate, verdict: ShownVerdict, context: Context): TemplateResult {
  const { decision, facts, raw, requestId, score } = verdict
  return html`<div class="card verdict ${decision}">
    <div class="head">
      <span class="mark" aria-hidden="true">${MARKS[decision]}</span>
      <div>
        <h2>${t(`d-${decision}`)}</h2>
        <p>${t(`w-${decision}`)}</p>
      </div>
      ${dialView(t, score)}
    </div>
    ${photosView(t, context.settings)}
    <dl>
      ${commonFacts(t, requestId, context)}
      ${facts.map(([name, value]) => fact(html`<code>${name}</code>`, value))}
    </dl>
    ${rawView(t, raw)}
  </div>`
}

function failureView(t: VerifyTranslate, failure: ShownFailure, context: Context): TemplateResult {
  const { code, isRetryable, message, name, outcome, raw, requestId, status } = failure
  return html`<div class="card failure ${outcome ?? ''}">
    <div class="head">
      <span class="mark" aria-hidden="true">×</span>
      <div>
        <h2>${t('d-failed')}</h2>
        <p><code>${code ?? name}</code></p>
      </div>
    </div>
    <p lang="en">${message}</p>
    ${
      outcome === undefined
        ? nothing
        : html`<p class="outcome ${outcome}"><code>${outcome}</code> ${t(`o-${outcome}`)}</p>`
    }
    <dl>
      ${commonFacts(t, requestId, context)}
      ${status === undefined ? nothing : fact(t('status'), String(status))}
      ${isRetryable === undefined ? nothing : fact(t('retryable'), t(isRetryable ? 'yes' : 'no'))}
    </dl>
    ${raw === undefined ? nothing : rawView(t, raw)}
  </div>`
}

function commonFacts(
  t: VerifyTranslate,
  requestId: string | undefined,
  { requests, tookMs }: Context,
): TemplateResult {
  return html`${fact(t('took'), `${(tookMs / 1000).toFixed(2)} s`)}
  ${fact(t('requests'), String(requests))}
  ${
    requestId
      ? fact(
          t('requestId'),
          html`<code>${requestId}</code> ${copyButton(t, requestId, t('requestId'))}`,
        )
      : nothing
  }`
}

function fact(name: string | TemplateResult, value: string | TemplateResult): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`
}

function photosView(t: VerifyTranslate, { auth, ref }: Settings): TemplateResult {
  return html`<div class="photos">
    <figure>
      <img src=${ref.url} alt="" />
      <figcaption>${t('refPhoto')}</figcaption>
    </figure>
    <figure>
      <img src=${auth.url} alt="" />
      <figcaption>${t('authPhoto')}</figcaption>
    </figure>
  </div>`
}

function rawView(t: VerifyTranslate, raw: string): TemplateResult {
  return html`<details>
    <summary>${t('raw')}</summary>
    <div class="row end">${copyButton(t, raw, t('raw'))}</div>
    ${well(t('raw'), raw)}
  </details>`
}
