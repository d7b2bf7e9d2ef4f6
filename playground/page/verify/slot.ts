/**
 * Where a photo is dropped, picked or taken.
 *
 * @module
 */
import { html, nothing } from 'lit-html'
import type { TemplateResult } from 'lit-html'
import type { VerifyTranslate } from '../text/verify.ts'
import { selectField } from '../select-field.ts'
import { canCapture, capturePhoto } from './camera.ts'
import { FACES, filePhoto, testPhoto } from './photo.ts'
import type { ChosenPhoto } from './photo.ts'

/** A slot to draw. */
export interface Slot {
  readonly id: 'ref' | 'auth'
  readonly photo: ChosenPhoto
  readonly onChoose: (photo: ChosenPhoto) => void
}

/** Draws the slot. */
export function slotView(t: VerifyTranslate, { id, photo, onChoose }: Slot): TemplateResult {
  const title = t(`${id}Photo`)
  const take = (file: File | null | undefined): void => {
    if (file) onChoose(filePhoto(file, file.name))
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    mark(event, false)
    take(event.dataTransfer?.files[0])
  }
  const capture = async (): Promise<void> => {
    const blob = await capturePhoto(t, title)
    if (blob) onChoose(filePhoto(blob, t('camera')))
  }
  const chooseFace = (name: string): void => {
    const face = FACES.find((each) => each === name)
    if (face) onChoose(testPhoto(face))
  }
  return html`<fieldset
    class="slot"
    @dragover=${(event: DragEvent) => {
      event.preventDefault()
      mark(event, true)
    }}
    @dragleave=${(event: DragEvent) => mark(event, false)}
    @drop=${drop}
  >
    <legend>${title}</legend>
    <img src=${photo.url} alt=${photo.face ? t(`face-${photo.face}`) : photo.name} />
    <p class="note">${t('dropHere')}</p>
    <div class="row">
      <label class="button"
        >${t('chooseFile')}
        <input
          type="file"
          accept="image/jpeg"
          aria-label="${title}: ${t('chooseFile')}"
          @change=${(event: Event) => {
            const input = event.target as HTMLInputElement // why: the listener is on the input
            take(input.files?.[0])
            input.value = ''
          }}
      /></label>
      ${
        canCapture()
          ? html`<button type="button" aria-label=${t('cameraTitle', title)} @click=${capture}>
              ${t('camera')}
            </button>`
          : nothing
      }
    </div>
    ${selectField(t('testFace'), {
      name: `face-${id}`,
      value: photo.face ?? '',
      options: [
        ...(photo.face ? [] : [['', t('ownPhoto', photo.name)] as const]),
        ...FACES.map((face) => [face, t(`face-${face}`)] as const),
      ],
      onChange: chooseFace,
    })}
  </fieldset>`
}

function mark(event: Event, isOver: boolean): void {
  const slot = event.currentTarget as Element // why: the listener is on the slot
  slot.classList.toggle('over', isOver)
}
