/**
 * Draws one stage: its title, what happens in it, and its text with the chosen parameter marked.
 *
 * @module
 */
import { html, nothing } from 'lit-html'
import type { TemplateResult } from 'lit-html'
import { copyButton } from '../copy-button.ts'
import type { Translate } from '../language.ts'
import { well } from '../well.ts'
import { joinPieces } from './pieces.ts'
import type { Piece } from './pieces.ts'

/** A stage to draw. */
export interface Stage {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly pieces: readonly Piece[]
  /** Something to say below the text. */
  readonly remark?: TemplateResult | undefined
  /** There is nothing to copy. */
  readonly isSecret?: boolean | undefined
}

/** Draws the stage; `chosen` is the row that is marked. */
export function stageView(t: Translate, stage: Stage, chosen: number): TemplateResult {
  const { id, title, note, pieces, remark, isSecret } = stage
  const text = joinPieces(pieces)
  return html`<li class="stage" id="stage-${id}">
    <div class="row">
      <h3>${title}</h3>
      ${isSecret || text === '' ? nothing : copyButton(t, text.trimEnd(), title)}
    </div>
    <p class="note">${note}</p>
    ${well(
      title,
      pieces.map((piece) => pieceView(piece, chosen)),
    )}
    ${remark ?? nothing}
  </li>`
}

function pieceView({ text, row }: Piece, chosen: number): TemplateResult {
  if (row === undefined) return html`<i>${text}</i>`
  return row === chosen
    ? html`<mark data-row=${row}>${escapes(shorten(text))}</mark>`
    : html`<span data-row=${row}>${escapes(shorten(text))}</span>`
}

/** Characters of one piece that are shown: with a photo in it, drawing takes seconds. */
const MAX_SHOWN = 4000

function shorten(text: string): string {
  if (text.length <= MAX_SHOWN) return text
  const half = MAX_SHOWN / 2
  return `${text.slice(0, half)} … ${text.length - MAX_SHOWN} … ${text.slice(-half)}`
}

/** What was encoded looks different. */
function escapes(text: string): readonly (string | TemplateResult)[] {
  return text
    .split(/((?:%[\dA-F]{2})+)/)
    .map((part, at) => (at % 2 === 1 ? html`<b>${part}</b>` : part))
}
