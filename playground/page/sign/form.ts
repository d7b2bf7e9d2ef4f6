/**
 * The form of the signing view: method, secret and parameters.
 *
 * @module
 */
import { html } from 'lit-html'
import type { TemplateResult } from 'lit-html'
import { isExampleSecret } from '../key-warning.ts'
import { selectField } from '../select-field.ts'
import { readValue } from '../state.ts'
import type { SignTranslate } from '../text/sign.ts'
import { knownAnswers } from './known-answers.ts'
import type { Row } from './pieces.ts'

/** What is signed. */
export interface Draft {
  readonly example: string
  readonly method: string
  readonly secret: string
  readonly rows: readonly Row[]
}

/** Takes a known answer as a draft. */
export function readExample(id: string): Draft | undefined {
  const answer = knownAnswers.find((each) => each.id === id)
  if (!answer) return undefined
  const { method, accessKeySecret: secret, params } = answer
  const rows = Object.entries(params).map(([name, value]) => ({ name, value }))
  return { example: id, method, secret, rows }
}

/** Draws the form. */
export function draftForm(
  t: SignTranslate,
  draft: Draft & { readonly chosen: number },
  onChange: (change: Partial<Draft>) => void,
): TemplateResult {
  const { rows } = draft
  const setRow = (at: number, change: Partial<Row>): void =>
    onChange({ rows: rows.map((row, each) => (each === at ? { ...row, ...change } : row)) })
  return html`<form @submit=${(event: Event) => event.preventDefault()}>
    <div class="fields">
      ${selectField(t('example'), {
        name: 'example',
        value: draft.example,
        options: [['', t('exampleOwn')], ...knownAnswers.map(({ id }) => id)],
        onChange: (id) => onChange(readExample(id) ?? { example: '' }),
      })}
      ${selectField(t('method'), {
        name: 'method',
        value: draft.method,
        options: ['GET', 'POST'],
        onChange: (method) => onChange({ method }),
      })}
      <label
        >${t('secret')}
        <input
          name="secret"
          type=${isExampleSecret(draft.secret) ? 'text' : 'password'}
          autocomplete="off"
          spellcheck="false"
          .value=${draft.secret}
          @input=${(event: Event) => onChange({ secret: readValue(event) })}
      /></label>
    </div>
    <h2 id="parameters">${t('parameters')}</h2>
    <ol class="params" aria-labelledby="parameters">
      ${rows.map(
        (row, at) =>
          html`<li data-row=${at} class=${at === draft.chosen ? 'chosen' : ''}>
            <input
              class="mono"
              aria-label=${t('nameOf', at + 1)}
              spellcheck="false"
              .value=${row.name}
              @input=${(event: Event) => setRow(at, { name: readValue(event) })}
            /><input
              class="mono"
              aria-label=${t('valueOf', at + 1)}
              spellcheck="false"
              .value=${row.value}
              @input=${(event: Event) => setRow(at, { value: readValue(event) })}
            /><button
              type="button"
              class="small"
              aria-label=${t('remove', at + 1)}
              @click=${() => onChange({ rows: rows.filter((_, each) => each !== at) })}
            >
              ×
            </button>
          </li>`,
      )}
    </ol>
    <button type="button" @click=${() => onChange({ rows: [...rows, { name: '', value: '' }] })}>
      + ${t('add')}
    </button>
  </form>`
}
