/**
 * The view that shows the call as code.
 *
 * @module
 */
import { html } from 'lit-html'
import { copyButton } from '../copy-button.ts'
import { createTranslate } from '../language.ts'
import type { Page, View } from '../page.ts'
import { createState } from '../state.ts'
import { codeText } from '../text/code.ts'
import type { CodeTranslate } from '../text/code.ts'
import { shellText } from '../text/shell.ts'
import { well } from '../well.ts'
import { TARGETS, writeSnippet } from './snippets.ts'
import type { Choice, Target } from './snippets.ts'

/** Creates the view; `choice` is asked each time it is drawn. */
export function createCodeView(page: Page, choice: () => Choice): View {
  const t: CodeTranslate = createTranslate({ ...shellText, ...codeText }, page.language)
  const state = createState<{ readonly target: Target }>({ target: 'worker' }, page.refresh)
  return () => {
    const { target } = state.get()
    const snippet = writeSnippet(target, choice())
    return html`<p class="lead">${t('codeLead')}</p>
      <fieldset class="chips">
        <legend>${t('target')}</legend>
        ${TARGETS.map(
          (each) =>
            html`<label
              ><input
                type="radio"
                name="target"
                value=${each}
                .checked=${each === target}
                @change=${() => state.set({ target: each })}
              /><span>${t(`c-${each}`)}</span></label
            >`,
        )}
      </fieldset>
      <div class="card">
        <div class="row">
          <p class="note">${t(`n-${target}`)}</p>
          ${copyButton(t, snippet, t(`c-${target}`))}
        </div>
        ${well(t(`c-${target}`), snippet, 'code')}
      </div>`
  }
}
