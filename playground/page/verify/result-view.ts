/**
 * Draws the end of a call: a verdict as a clear picture, or what went wrong and what it means.
 *
 * @module
 */
import { html, nothing } from 'lit-html'
import type { TemplateResult } from 'lit-html'
import { copyButton } from '../copy-button.ts'
import type { Outcome } from '../../../src/index.ts'
import type { VerifyTranslate } from '../text/verify.ts'
import { well } from '../well.ts'
import { dialView } from './dial.ts'
import type { Result, ShownFailure, ShownVerdict } from './result.ts'
import { countRequests, isOpen } from './run.ts'
import type { Run } from './run.ts'
import type { Settings } from './settings.ts'

const MARKS = { pass: '✓', mismatch: '≠', attack: '!', inconclusive: '?' } as const

/** Draws the result of a run. */
export function resultView(t: VerifyTranslate, result: Result, run: Run): TemplateResult {
  if (result.kind === 'verdict') return verdictView(t, result, run)
  if (result.kind === 'failure') return failureView(t, result, run)
  return html`<div class="card failure inconclusive">
    ${headView('×', t('d-aborted'))} ${outcomeView(t, 'unknown', run)}
  </div>`
}

/** Says what kind of failure it is. */
export function failureTitle(t: VerifyTranslate, { outcome }: ShownFailure, run: Run): string {
  return t(outcome === 'not-executed' && countRequests(run) === 0 ? 'd-unsent' : 'd-failed')
}

function verdictView(t: VerifyTranslate, verdict: ShownVerdict, run: Run): TemplateResult {
  const { decision, facts, raw, requestId, score } = verdict
  return html`<div class="card verdict ${decision}">
    ${headView(MARKS[decision], t(`d-${decision}`), [t(`w-${decision}`), dialView(t, score)])}
    ${photosView(t, run.settings)}
    <dl>
      ${commonFacts(t, requestId, run)}
      ${facts.map(([name, value]) => fact(html`<code>${name}</code>`, value))}
    </dl>
    ${rawView(t, raw)}
  </div>`
}

function failureView(t: VerifyTranslate, failure: ShownFailure, run: Run): TemplateResult {
  const { code, isRetryable, message, name, outcome, raw, requestId, status } = failure
  return html`<div class="card failure ${outcome ?? ''}">
    ${headView('×', failureTitle(t, failure, run), [html`<code>${code ?? name}</code>`])}
    <p lang="en">${message}</p>
    ${outcomeView(t, outcome, run)}
    <dl>
      ${commonFacts(t, requestId, run)}
      ${status === undefined ? nothing : fact(t('status'), String(status))}
      ${isRetryable === undefined ? nothing : fact(t('retryable'), t(isRetryable ? 'yes' : 'no'))}
    </dl>
    ${raw === undefined ? nothing : rawView(t, raw)}
  </div>`
}

function headView(
  mark: string,
  title: string,
  [words, picture]: readonly unknown[] = [],
): TemplateResult {
  return html`<div class="head">
    <span class="mark" aria-hidden="true">${mark}</span>
    <div>
      <h2>${title}</h2>
      ${words === undefined ? nothing : html`<p>${words}</p>`}
    </div>
    ${picture ?? nothing}
  </div>`
}

/** Says whether the paid call ran, and what to do. */
function outcomeView(
  t: VerifyTranslate,
  outcome: Outcome | undefined,
  run: Run,
): TemplateResult | typeof nothing {
  if (isOpen(run)) {
    const isSilent = outcome === undefined && run.steps.at(-1)?.status === undefined
    return html`<p class="outcome inconclusive">${isSilent ? t('silent') : ''} ${t('o-open')}</p>`
  }
  if (outcome === undefined) return nothing
  return html`<p class="outcome ${outcome}"><code>${outcome}</code> ${t(`o-${outcome}`)}</p>`
}

function commonFacts(t: VerifyTranslate, requestId: string | undefined, run: Run): TemplateResult {
  return html`${fact(t('took'), `${(run.tookMs / 1000).toFixed(2)} s`)}
  ${fact(t('requests'), String(countRequests(run)))}
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
