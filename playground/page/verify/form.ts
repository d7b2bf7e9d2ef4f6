/**
 * The form of the verifying view: photos, country, region, format, who answers, and the faults.
 *
 * @module
 */
import { html, nothing } from 'lit-html'
import type { TemplateResult } from 'lit-html'
import type { VerifyTranslate } from '../text/verify.ts'
import { selectField } from '../select-field.ts'
import { readChecked, readValue } from '../state.ts'
import { FAULT_IDS } from './faults.ts'
import { REGIONS, VIET_NAM } from './settings.ts'
import type { Settings } from './settings.ts'
import { slotView } from './slot.ts'

/** Takes changes of the settings. */
export type Change = (change: Partial<Settings>) => void

/** Draws the photos and what is asked of them. */
export function photosForm(t: VerifyTranslate, now: Settings, change: Change): TemplateResult {
  return html`<div class="slots">
      ${slotView(t, { id: 'ref', photo: now.ref, onChoose: (ref) => change({ ref }) })}
      ${slotView(t, { id: 'auth', photo: now.auth, onChoose: (auth) => change({ auth }) })}
    </div>
    <div class="fields">
      ${countryField(t, now, change)}
      ${selectField(t('region'), {
        name: 'region',
        value: now.region,
        options: REGIONS,
        onChange: (region) => change({ region }),
      })}
      ${selectField(t('format'), {
        name: 'format',
        value: now.format,
        options: ['JSON', 'XML'],
        onChange: (format) => change({ format }),
      })}
    </div>`
}

function countryField(t: VerifyTranslate, now: Settings, change: Change): TemplateResult {
  return html`${selectField(t('country'), {
    name: 'country',
    value: now.isOtherCode ? '' : VIET_NAM,
    options: [
      [VIET_NAM, t('vietnam')],
      ['', t('otherCode')],
    ],
    onChange: (resourceCode) => change({ resourceCode, isOtherCode: resourceCode === '' }),
  })}${
    now.isOtherCode
      ? html`<label
          >${t('resourceCode')}
          <input
            name="resourceCode"
            inputmode="numeric"
            maxlength="8"
            placeholder="00840000"
            .value=${now.resourceCode}
            @input=${(event: Event) => change({ resourceCode: readValue(event) })}
        /></label>`
      : nothing
  }`
}

/** Addresses that the page's policy lets it call; a name or password in one is no place for it. */
const HANDLER_URL = 'https://[^@]*|http://(localhost|127\\.0\\.0\\.1)([:\\/][^@]*)?'

/** Draws the choice of who answers. */
export function viaForm(t: VerifyTranslate, now: Settings, change: Change): TemplateResult {
  return html`<fieldset class="chips">
      <legend>${t('via')}</legend>
      ${chip(t('viaEmulator'), ['via', 'emulator', now.via], () => change({ via: 'emulator' }))}
      ${chip(t('viaHandler'), ['via', 'handler', now.via], () => change({ via: 'handler' }))}
    </fieldset>
    ${now.via === 'emulator' ? emulatorForm(t, now, change) : handlerForm(t, now, change)}`
}

function handlerForm(t: VerifyTranslate, now: Settings, change: Change): TemplateResult {
  return html`<p class="note">${t('handlerHint', location.origin)}</p>
    <label
      >${t('handlerUrl')}
      <input
        name="handlerUrl"
        type="url"
        required
        pattern=${HANDLER_URL}
        title=${t('handlerUrlRule')}
        placeholder="https://verify.example.workers.dev/"
        .value=${now.handlerUrl}
        @input=${(event: Event) => change({ handlerUrl: readValue(event) })} /></label
    ><label
      >${t('handlerAuth')}
      <input
        name="handlerAuth"
        type="password"
        autocomplete="off"
        .value=${now.handlerAuth}
        @input=${(event: Event) => change({ handlerAuth: readValue(event) })}
    /></label>
    ${timeoutField(t, now, change)}`
}

function emulatorForm(t: VerifyTranslate, now: Settings, change: Change): TemplateResult {
  return html`<fieldset class="chips">
      <legend>${t('faults')} <small>${t('faultsHint')}</small></legend>
      ${FAULT_IDS.map((id) =>
        chip(t(`f-${id}`), ['fault', id, now.fault], () => change({ fault: id })),
      )}
    </fieldset>
    ${
      now.fault === 'none'
        ? nothing
        : html`<fieldset class="chips">
            <legend>${t('often')}</legend>
            ${chip(t('oftenFirst'), ['often', 'first', now.isAlways ? '' : 'first'], () =>
              change({ isAlways: false }),
            )}
            ${chip(t('oftenAlways'), ['often', 'always', now.isAlways ? 'always' : ''], () =>
              change({ isAlways: true }),
            )}
          </fieldset>`
    }
    <details>
      <summary>${t('options')}</summary>
      ${box(t('replay'), now.isReplayed, (isReplayed) => change({ isReplayed }))}
      ${box(t('again402'), now.isQuotaTried, (isQuotaTried) => change({ isQuotaTried }))}
      ${box(t('again500'), now.isInternalTried, (isInternalTried) => change({ isInternalTried }))}
      <div class="fields">${timeoutField(t, now, change)} ${faceField(t, now, change)}</div>
      <p class="note">${t('faceHint')}</p>
    </details>`
}

function timeoutField(t: VerifyTranslate, now: Settings, change: Change): TemplateResult {
  return html`<label
    >${t('timeout')}
    <input
      name="timeoutMs"
      type="number"
      min="1"
      max="60000"
      required
      .value=${String(now.timeoutMs)}
      @invalid=${unfold}
      @change=${(event: Event) => change({ timeoutMs: Number(readValue(event)) })}
  /></label>`
}

/** What cannot be sent is pointed at, also where it is folded away. */
function unfold(event: Event): void {
  const input = event.target as Element // why: listens on an input
  input.closest('details')?.setAttribute('open', '')
}

const OUTCOMES = ['match', 'mismatch', 'spoof', 'unreadable', 'noReference'] as const

function faceField(t: VerifyTranslate, now: Settings, change: Change): TemplateResult {
  return selectField(t('faceSays'), {
    name: 'face',
    value: now.face,
    options: [
      ['', t('faceByPhoto')],
      ...OUTCOMES.map((each) => [each, t(`face-${each}`)] as const),
    ],
    onChange: (name) => change({ face: OUTCOMES.find((each) => each === name) ?? '' }),
  })
}

function chip(
  label: string,
  [name, value, chosen]: readonly [string, string, string],
  choose: () => void,
): TemplateResult {
  return html`<label
    ><input
      type="radio"
      name=${name}
      value=${value}
      .checked=${value === chosen}
      @change=${choose}
    /><span>${label}</span></label
  >`
}

function box(label: string, checked: boolean, set: (checked: boolean) => void): TemplateResult {
  return html`<label class="check"
    ><input
      type="checkbox"
      .checked=${checked}
      @change=${(event: Event) => set(readChecked(event))}
    />${label}</label
  >`
}
