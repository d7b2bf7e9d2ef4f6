/**
 * Takes a photo with the camera, in a dialog.
 *
 * @module
 */
import { html, render } from 'lit-html'
import type { VerifyTranslate } from '../text/verify.ts'

/** How good the JPEG is, 0 to 1. */
const QUALITY = 0.9

/** Tells whether the page may ask for a camera at all. */
export function canCapture(): boolean {
  const media: MediaDevices | undefined = navigator.mediaDevices
  return typeof media?.getUserMedia === 'function'
}

/** Opens the dialog; undefined when nothing was taken. */
export async function capturePhoto(t: VerifyTranslate, title: string): Promise<Blob | undefined> {
  const dialog = document.body.appendChild(document.createElement('dialog'))
  const video = document.createElement('video')
  Object.assign(video, { autoplay: true, muted: true, playsInline: true })
  let problem = ''
  let blob: Blob | undefined
  const take = async (): Promise<void> => {
    blob = await readFrame(video)
    dialog.close()
  }
  const draw = (): void => {
    render(
      html`<h2 id="camera-title">${t('cameraTitle', title)}</h2>
        ${problem === '' ? video : html`<p class="warning" role="alert">${t('noCamera', problem)}</p>`}
        <form method="dialog" class="row">
          <button type="button" class="primary" ?disabled=${problem !== ''} @click=${take}>
            ${t('takePhoto')}
          </button>
          <button>${t('close')}</button>
        </form>`,
      dialog,
    )
  }
  dialog.setAttribute('aria-labelledby', 'camera-title')
  draw()
  const closed = new Promise((resolve) => dialog.addEventListener('close', resolve))
  dialog.showModal()
  const opening = openCamera()
  try {
    video.srcObject = await Promise.race([opening, closed.then(() => null)])
  } catch (error) {
    problem = error instanceof Error ? error.name : String(error)
    draw()
  }
  await closed
  dialog.remove()
  // Also one that opens after the dialog was closed.
  void opening.then(stop, () => undefined)
  return blob
}

function openCamera(): Promise<MediaStream> {
  const video = { facingMode: 'user', width: { ideal: 1280 } }
  return navigator.mediaDevices.getUserMedia({ video })
}

function stop(stream: MediaStream): void {
  for (const each of stream.getTracks()) each.stop()
}

function readFrame(video: HTMLVideoElement): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', QUALITY)
  })
}
