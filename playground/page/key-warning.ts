/**
 * The library's warning about long-lived keys in pages, word for word.
 *
 * @module
 */
import { html, nothing } from 'lit-html'
import type { TemplateResult } from 'lit-html'
import { createSaf } from '../../src/index.ts'
import { readChecked } from './state.ts'
import type { Translate } from './language.ts'

/** A key that somebody typed. */
export interface TypedKey {
  readonly accessKeyId?: string | undefined
  readonly accessKeySecret: string
  readonly securityToken?: string | undefined
}

/** Secrets out of documents and the emulator, which open nothing. */
const EXAMPLES: readonly string[] = [
  '',
  'testsecret',
  'testSecret',
  'testKeySecret',
  'accessKeySecret',
  'secret',
  'bar',
  'not-a-real-secret',
]

/** Tells a secret that opens nothing. */
export function isExampleSecret(secret: string): boolean {
  return EXAMPLES.includes(secret)
}

/** Asks the library whether a page may hold this key; returns what it says against it. */
export function readKeyWarning(key: TypedKey): string | undefined {
  if (isExampleSecret(key.accessKeySecret)) return undefined
  try {
    // No request: only the check of the options.
    createSaf({ ...key, accessKeyId: key.accessKeyId || 'typed' })
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Draws the warning; the key is used only after its box is checked. */
export function keyWarning(
  t: Translate,
  message: string | undefined,
  accept: { readonly isAccepted: boolean; readonly onChange: (isAccepted: boolean) => void },
): TemplateResult | typeof nothing {
  if (message === undefined) return nothing
  return html`<div class="warning" role="alert">
    <strong>⚠ ${t('keyWarning')}</strong>
    <p>${t('keyWarningIntro')}</p>
    <blockquote lang="en">${message}</blockquote>
    <p>${t('keyAdvice')}</p>
    <label class="check"
      ><input
        type="checkbox"
        name="accept-key"
        .checked=${accept.isAccepted}
        @change=${(event: Event) => accept.onChange(readChecked(event))}
      />${t('keyAccept')}</label
    >
  </div>`
}
