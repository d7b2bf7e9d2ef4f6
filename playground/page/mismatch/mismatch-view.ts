/**
 * The view that explains a refused signature. It sends nothing.
 *
 * @module
 */
import { html, nothing } from 'lit-html'
import type { TemplateResult } from 'lit-html'
import { keyWarning, readKeyWarning } from '../key-warning.ts'
import { createTranslate } from '../language.ts'
import type { Page, View } from '../page.ts'
import { selectField } from '../select-field.ts'
import { createState, readValue } from '../state.ts'
import type { State } from '../state.ts'
import { mismatchText } from '../text/mismatch.ts'
import type { MismatchTranslate } from '../text/mismatch.ts'
import { shellText } from '../text/shell.ts'
import { differenceView } from './difference.ts'
import { EXAMPLES, makeExample } from './examples.ts'
import { explainPasted } from './explain.ts'
import type { Finding, Pasted } from './explain.ts'

interface MismatchState extends Pasted {
  /** The example that was chosen. */
  readonly example: string
  readonly isKeyAccepted: boolean
  readonly isBusy: boolean
  readonly finding?: Finding | undefined
  /** What keeps it from being explained. */
  readonly problem: string
}

const EMPTY: Pasted = { answer: '', ours: '', signature: '', secret: '' }

/** What another input takes away. */
const STALE = { example: '', finding: undefined, problem: '' } as const

/** Creates the view. */
export function createMismatchView(page: Page): View {
  const t: MismatchTranslate = createTranslate({ ...shellText, ...mismatchText }, page.language)
  const state = createState<MismatchState>(
    { ...EMPTY, example: '', isKeyAccepted: false, isBusy: false, problem: '' },
    page.refresh,
  )
  const run = async (): Promise<void> => {
    const pasted = state.get()
    const isHeld = warn(pasted) !== undefined && !pasted.isKeyAccepted
    if (isHeld) return state.set({ finding: undefined, problem: t('keyHeld') })
    state.set({ isBusy: true, problem: '', finding: undefined })
    try {
      const finding = await explainPasted(pasted)
      state.set({ isBusy: false, finding, problem: finding ? '' : t('needInput') })
    } catch (error) {
      state.set({ isBusy: false, problem: String(error) })
    }
  }
  return () => {
    return html`<p class="lead">${t('mismatchLead')}</p>
      <p class="stays">${t('staysHere')}</p>
      <div class="columns">
        <div class="card">${formView(t, state, run)}</div>
        <section aria-label=${t('cause')}>
          <p class="unseen" role="status">${sayFinding(t, state.get())}</p>
          ${findingView(t, state.get())}
        </section>
      </div>`
  }
}

function warn({ secret }: Pasted): string | undefined {
  return readKeyWarning({ accessKeySecret: secret })
}

function formView(
  t: MismatchTranslate,
  state: State<MismatchState>,
  run: () => Promise<void>,
): TemplateResult {
  const now = state.get()
  const tryExample = (example: string): void => {
    const mistake = EXAMPLES.find((each) => each === example)
    state.set({ example, ...(mistake && makeExample(mistake)) })
    if (mistake) void run()
  }
  return html`<form
    @submit=${(event: Event) => {
      event.preventDefault()
      void run()
    }}
  >
    ${selectField(t('tryIt'), {
      name: 'try',
      value: now.example,
      options: [['', '…'], ...EXAMPLES.map((each) => [each, t(`m-${each}`)] as const)],
      onChange: tryExample,
    })}
    ${areaView(t, state, 'answer')} ${areaView(t, state, 'ours')}
    <details>
      <summary>${t('more')}</summary>
      <p class="note">${t('moreHint')}</p>
      <label
        >${t('givenSignature')}
        <input
          name="signature"
          class="mono"
          spellcheck="false"
          autocomplete="off"
          .value=${now.signature}
          @input=${(event: Event) => state.set({ ...STALE, signature: readValue(event) })} /></label
      ><label
        >${t('secret')}
        <input
          name="secret"
          type="password"
          autocomplete="off"
          .value=${now.secret}
          @input=${(event: Event) => state.set({ ...STALE, secret: readValue(event), isKeyAccepted: false })}
      /></label>
      ${keyWarning(t, warn(now), {
        isAccepted: now.isKeyAccepted,
        onChange: (isKeyAccepted) => state.set({ ...STALE, isKeyAccepted }),
      })}
    </details>
    <button class="primary">${now.isBusy ? t('explaining') : t('explain')}</button>
  </form>`
}

function areaView(
  t: MismatchTranslate,
  state: State<MismatchState>,
  name: 'answer' | 'ours',
): TemplateResult {
  return html`<label
    >${t(name)} <small id="hint-${name}">${t(`${name}Hint`)}</small>
    <textarea
      name=${name}
      rows="5"
      class="mono"
      spellcheck="false"
      .value=${state.get()[name]}
      @input=${(event: Event) => state.set({ ...STALE, [name]: readValue(event) })}
    ></textarea>
  </label>`
}

function findingView(
  t: MismatchTranslate,
  { finding, problem }: MismatchState,
): TemplateResult | typeof nothing {
  if (problem !== '') return html`<p class="warning">${problem}</p>`
  if (!finding) return nothing
  const { message, mistake, parameter } = finding.explanation
  const kind = mistake === 'none' ? 'pass' : mistake === 'unknown' ? 'inconclusive' : 'mismatch'
  return html`<div class="card finding ${kind}">
    <h2>${t(`m-${mistake}`)}</h2>
    <p lang="en">${message}</p>
    ${
      parameter === undefined ? nothing : html`<p>${t('parameterIs')} <code>${parameter}</code></p>`
    }
    ${differenceView(t, finding)}
  </div>`
}

/** Says in one sentence what was found. */
function sayFinding(t: MismatchTranslate, { finding, problem }: MismatchState): string {
  return problem || (finding ? t(`m-${finding.explanation.mistake}`) : '')
}
