/**
 * The view that signs step by step, live as one types.
 *
 * @module
 */
import { html, nothing } from 'lit-html'
import type { TemplateResult } from 'lit-html'
import { signature } from '../../../src/sign/index.ts'
import { isExampleSecret, keyWarning, readKeyWarning } from '../key-warning.ts'
import { createTranslate } from '../language.ts'
import type { Page, View } from '../page.ts'
import { createState } from '../state.ts'
import { shellText } from '../text/shell.ts'
import { signText } from '../text/sign.ts'
import type { SignTranslate } from '../text/sign.ts'
import { draftForm, readExample } from './form.ts'
import type { Draft } from './form.ts'
import { knownAnswers } from './known-answers.ts'
import {
  findTwice,
  listEncoded,
  listQuery,
  listSent,
  listSorted,
  listText,
  sortRows,
} from './pieces.ts'
import type { PlacedRow } from './pieces.ts'
import { stageView } from './stage.ts'
import type { Stage } from './stage.ts'

interface SignState extends Draft {
  /** The row that is marked. */
  readonly chosen: number
  readonly isKeyAccepted: boolean
  /** The signature of the draft; empty while it is computed. */
  readonly signature: string
  /** What keeps the draft from being signed. */
  readonly problem: string
}

const START = readExample('ecs-DescribeRegions') ?? {
  example: '',
  method: 'GET',
  secret: '',
  rows: [],
}

/** Creates the view. */
export function createSignView(page: Page): View {
  const t: SignTranslate = createTranslate({ ...shellText, ...signText }, page.language)
  const state = createState<SignState>(
    { ...START, chosen: 2, isKeyAccepted: false, signature: '', problem: '' },
    page.refresh,
  )
  let turn = 0
  const resign = async (): Promise<void> => {
    const mine = ++turn
    const { method, rows, secret } = state.get()
    // Of two values, the stages show both, and one could be sent.
    const isHeld = isKeyHeld(state.get()) || findTwice(rows) !== undefined
    if (isHeld) return state.set({ signature: '' })
    const params = Object.fromEntries(sortRows(rows).map(({ name, value }) => [name, value]))
    try {
      const signed = await signature(method, params, secret)
      if (mine === turn) state.set({ signature: signed, problem: '' })
    } catch (error) {
      if (mine === turn) state.set({ signature: '', problem: String(error) })
    }
  }
  const change = (draft: Partial<SignState>): void => {
    const isOtherKey = draft.secret !== undefined && draft.secret !== state.get().secret
    state.set({ ...draft, ...(isOtherKey && { isKeyAccepted: false }) })
    void resign()
  }
  const choose = (event: Event): void => {
    const target = event.target as Element // why: listens on an element
    const row = target.closest('[data-row]')?.getAttribute('data-row')
    if (typeof row === 'string' && Number(row) >= 0) state.set({ chosen: Number(row) })
  }
  void resign()
  return () => {
    const now = state.get()
    const warning = keyWarning(t, warn(now), {
      isAccepted: now.isKeyAccepted,
      onChange: (isKeyAccepted) => change({ isKeyAccepted }),
    })
    return html`<p class="lead">${t('signLead')}</p>
      <div class="columns" @focusin=${choose} @click=${choose}>
        <div class="card sticky">${draftForm(t, now, change)} ${warning}</div>
        <section class="card" aria-labelledby="stages">
          <h2 id="stages">${t('stages')}</h2>
          ${problems(t, now)}
          <ol class="stages">
            ${listStages(t, now).map((stage) => stageView(t, stage, now.chosen))}
          </ol>
        </section>
      </div>`
  }
}

function warn({ rows, secret }: Draft): string | undefined {
  const find = (name: string): string | undefined =>
    rows.find((row) => row.name === name)?.value || undefined
  const [accessKeyId, securityToken] = [find('AccessKeyId'), find('SecurityToken')]
  return readKeyWarning({ accessKeyId, securityToken, accessKeySecret: secret })
}

function isKeyHeld(now: SignState): boolean {
  return warn(now) !== undefined && !now.isKeyAccepted
}

function problems(t: SignTranslate, { problem, rows }: SignState): TemplateResult | typeof nothing {
  const twice = findTwice(rows)
  const text = problem || (twice === undefined ? '' : t('twice', twice))
  return text === '' ? nothing : html`<p class="warning" role="alert">${text}</p>`
}

function listStages(t: SignTranslate, now: SignState): readonly Stage[] {
  const rows = sortRows(now.rows)
  try {
    return [
      { id: 'sorted', title: t('stageSorted'), note: t('noteSorted'), pieces: listSorted(rows) },
      {
        id: 'encoded',
        title: t('stageEncoded'),
        note: t('noteEncoded'),
        pieces: listEncoded(rows),
      },
      { id: 'query', title: t('stageQuery'), note: t('noteQuery'), pieces: listQuery(rows) },
      {
        id: 'text',
        title: t('stageText'),
        note: t('noteText'),
        pieces: listText(now.method, rows),
      },
      ...listKeyStages(t, now, rows),
    ]
  } catch {
    // Half of a surrogate pair: `problem` names the parameter.
    return []
  }
}

function listKeyStages(
  t: SignTranslate,
  now: SignState,
  rows: readonly PlacedRow[],
): readonly Stage[] {
  const { method, secret, signature: signed } = now
  const isOpen = isExampleSecret(secret)
  const isPost = method === 'POST'
  const held = isKeyHeld(now) ? html`<p class="note">${t('keyHeld')}</p>` : undefined
  return [
    {
      id: 'key',
      title: t('stageKey'),
      note: t('noteKey'),
      pieces: [{ text: isOpen ? secret : '••••••••', row: -1 }, { text: '&' }],
      isSecret: !isOpen,
    },
    {
      id: 'signature',
      title: t('stageSignature'),
      note: t('noteSignature'),
      pieces: signed === '' ? [] : [{ text: signed, row: -1 }],
      remark: signed === '' ? held : compare(t, now),
    },
    {
      id: 'sent',
      title: t(isPost ? 'stageBody' : 'stageUrl'),
      note: t(isPost ? 'noteBody' : 'noteUrl'),
      pieces: signed === '' ? [] : listSent(rows, signed),
      remark: held,
    },
  ]
}

/** Says whether the signature is the published one. */
function compare(
  t: SignTranslate,
  { example, signature: signed }: SignState,
): TemplateResult | undefined {
  const answer = knownAnswers.find(({ id }) => id === example)
  if (!answer) return undefined
  return answer.signature === signed
    ? html`<p class="good">✓ ${t('published')}</p>`
    : html`<p class="note">≠ ${t('notPublished', answer.signature)}</p>`
}
