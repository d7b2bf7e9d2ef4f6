/**
 * Draws the time line of a call: its requests, and the waits between them.
 *
 * @module
 */
import { html, nothing } from 'lit-html'
import type { TemplateResult } from 'lit-html'
import type { LogEntry } from '../../../src/emulator/index.ts'
import type { VerifyTranslate } from '../text/verify.ts'
import type { Step } from './track.ts'

/** Draws the steps; the log tells of each request whether the operation ran. */
export function timelineView(
  t: VerifyTranslate,
  steps: readonly Step[],
  log: readonly LogEntry[],
): TemplateResult | typeof nothing {
  if (steps.length === 0) return nothing
  const totalMs = Math.max(1, ...steps.map(({ endMs }) => endMs))
  let requests = 0
  return html`<section class="card" aria-labelledby="timeline">
    <h2 id="timeline">${t('timeline')}</h2>
    <ol class="timeline">
      ${steps.map((step) => {
        const number = step.kind === 'request' ? ++requests : requests
        return stepView(t, step, { number, totalMs, entry: log[number - 1] })
      })}
    </ol>
  </section>`
}

interface Place {
  readonly number: number
  readonly totalMs: number
  readonly entry: LogEntry | undefined
}

function stepView(
  t: VerifyTranslate,
  step: Step,
  { number, totalMs, entry }: Place,
): TemplateResult {
  const { kind, startMs, endMs, code, status, why, skewMs } = step
  const width = Math.max(0.6, ((endMs - startMs) / totalMs) * 100)
  const x = Math.min(100 - width, (startMs / totalMs) * 100)
  const isBad = code !== undefined || status === undefined || status >= 400
  const look = kind === 'request' && isBad ? 'bad' : kind
  return html`<li class=${kind}>
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class=${look} x=${x} width=${width} height="4" />
    </svg>
    ${
      kind === 'request'
        ? html`<span
            ><strong>${t('request', number)}</strong> ${status ?? ''}
            <code>${code ?? t(status === undefined ? 'gaveUp' : 'answered')}</code>
            ${ranView(t, entry)}</span
          >`
        : kind === 'wait'
          ? html`<span>${t('wait')} ${whyView(t, why)}</span>`
          : html`<span>${t('skewed', Math.round((skewMs ?? 0) / 60_000))}</span>`
    }
    <span class="time">${kind === 'skew' ? nothing : `${Math.round(endMs - startMs)} ms`}</span>
  </li>`
}

function ranView(t: VerifyTranslate, entry: LogEntry | undefined): string {
  return entry ? `· ${t(entry.executed ? 'ran' : 'ranNot')}` : ''
}

function whyView(t: VerifyTranslate, why: Step['why']): string {
  return why === undefined ? '' : `· ${t(`k-${why}`)}`
}
