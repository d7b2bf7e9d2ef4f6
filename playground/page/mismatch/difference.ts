/**
 * Draws two texts one below the other, with the first difference marked.
 *
 * @module
 */
import { html, nothing } from 'lit-html'
import type { TemplateResult } from 'lit-html'
import { copyButton } from '../copy-button.ts'
import type { MismatchTranslate } from '../text/mismatch.ts'
import { well } from '../well.ts'
import type { Finding } from './explain.ts'

/** Characters shown before the difference, and after it. */
const [BEFORE, AFTER] = [160, 480]

/** The parts of a text around a place. */
export interface Parts {
  readonly before: string
  readonly mark: string
  readonly after: string
}

/** Cuts a text around a place; an escape such as `%2520` is marked whole. */
export function cutAround(text: string, offset: number): Parts {
  const start = text.slice(Math.max(0, offset - 4), offset).search(/%(25)*[\dA-F]?$/)
  const at = start < 0 ? offset : Math.max(0, offset - 4) + start
  const [mark = ''] = /^(%(25)*[\dA-F]{2}|[^%])?/i.exec(text.slice(at, at + 12)) ?? []
  const end = at + Math.max(mark.length, 1)
  return {
    before: (at > BEFORE ? '…' : '') + text.slice(Math.max(0, at - BEFORE), at),
    mark: text.slice(at, end),
    after: text.slice(end, end + AFTER) + (text.length > end + AFTER ? '…' : ''),
  }
}

/** Draws both texts. */
export function differenceView(t: MismatchTranslate, finding: Finding): TemplateResult {
  const { ours, theirs, offset } = finding
  return html`${offset === undefined ? nothing : html`<p>${t('offsetIs', offset + 1)}</p>`}
  ${textView(t, [t('oursIs'), ours], offset)}
  ${theirs === undefined ? nothing : textView(t, [t('theirsIs'), theirs], offset)}`
}

function textView(
  t: MismatchTranslate,
  [title, text]: readonly [string, string],
  offset: number | undefined,
): TemplateResult {
  const { before, mark, after } = cutAround(text, offset ?? text.length)
  return html`<div class="row">
      <h3>${title}</h3>
      ${copyButton(t, text, title)}
    </div>
    ${well(title, [before, offset === undefined ? nothing : html`<mark>${mark || '␄'}</mark>`, after])}`
}
