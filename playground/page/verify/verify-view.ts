/**
 * The view that verifies a face.
 *
 * @module
 */
import { html, nothing } from 'lit-html'
import type { TemplateResult } from 'lit-html'
import { createTranslate } from '../language.ts'
import type { Page, View } from '../page.ts'
import { createState } from '../state.ts'
import { shellText } from '../text/shell.ts'
import { verifyText } from '../text/verify.ts'
import type { VerifyTranslate } from '../text/verify.ts'
import { photosForm, viaForm } from './form.ts'
import { failureTitle, resultView } from './result-view.ts'
import { isOpen, verify } from './run.ts'
import type { Run } from './run.ts'
import { startSettings } from './settings.ts'
import type { Settings } from './settings.ts'
import { timelineView } from './timeline.ts'

interface VerifyState {
  readonly settings: Settings
  readonly run?: Run
  /** The last one that a handler was asked about. */
  readonly asked?: Run
  readonly stop?: AbortController | undefined
}

/** The view, and the settings that another one shows as code. */
export interface VerifyView {
  readonly view: View
  readonly settings: () => Settings
}

/** Creates the view. */
export function createVerifyView(page: Page): VerifyView {
  const t: VerifyTranslate = createTranslate({ ...shellText, ...verifyText }, page.language)
  const state = createState<VerifyState>({ settings: startSettings() }, page.refresh)
  const change = (settings: Partial<Settings>): void =>
    state.set({ settings: { ...state.get().settings, ...settings } })
  const start = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (state.get().stop) return
    const { asked: last, settings } = state.get()
    const stop = new AbortController()
    state.set({ stop })
    await verify(settings, { last, signal: stop.signal }, (run) =>
      state.set({ run, ...(run.settings.via === 'handler' && { asked: run }) }),
    )
    state.set({ stop: undefined })
    showResult()
  }
  const view = (): TemplateResult => {
    const { run, settings, stop } = state.get()
    return html`<p class="lead">${t('verifyLead')}</p>
      <div class="columns">
        <form class="card" @submit=${start}>
          ${photosForm(t, settings, change)} ${viaForm(t, settings, change)}
          <div class="row actions">
            <button class="primary" aria-disabled=${stop ? 'true' : 'false'}>
              ${t(stop ? 'running' : 'run')}
            </button>
            ${
              stop
                ? html`<button type="button" @click=${() => cancel(stop)}>${t('cancel')}</button>`
                : nothing
            }
          </div>
        </form>
        <section id="result" aria-label=${t('result')}>
          <p class="unseen" role="status">${run ? sayRun(t, run) : ''}</p>
          <div aria-busy=${stop ? 'true' : 'false'}>${runView(t, run)}</div>
          ${run ? timelineView(t, run.steps, run.log) : nothing}
        </section>
      </div>`
  }
  return { view, settings: () => state.get().settings }
}

function runView(t: VerifyTranslate, run: Run | undefined): TemplateResult {
  if (!run) return html`<p class="empty">${t('noResult')}</p>`
  const { result } = run
  if (!result) {
    return html`<div class="card">
      <p>${t('running')}</p>
      <progress aria-label=${t('running')}></progress>
    </div>`
  }
  return resultView(t, result, run)
}

/** Says in one sentence what the picture shows. */
function sayRun(t: VerifyTranslate, run: Run): string {
  const { result } = run
  if (!result) return t('running')
  const open = isOpen(run) ? ` ${t('o-open')}` : ''
  if (result.kind === 'aborted') return `${t('d-aborted')}.${open || ` ${t('o-unknown')}`}`
  if (result.kind === 'verdict') return `${t(`d-${result.decision}`)}: ${t(`w-${result.decision}`)}`
  const { code, name, outcome } = result
  const means = outcome ? t(`o-${outcome}`) : ''
  return `${failureTitle(t, result, run)}: ${code ?? name}. ${means}${open}`
}

/** The button goes away: the focus stays near. */
function cancel(stop: AbortController): void {
  document.querySelector<HTMLElement>('.primary')?.focus()
  stop.abort()
}

/** The result may be below the form, or scrolled away. */
function showResult(): void {
  const result = document.querySelector('#result')
  const { top = 0 } = result?.getBoundingClientRect() ?? {}
  if (top < 0 || top > innerHeight * 0.7) result?.scrollIntoView()
}
