/**
 * The six pictures.
 *
 * @module
 */
import { drawNoReference } from './no-reference.mjs'
import { drawIdPhoto, drawMatch, drawMismatch } from './portraits.mjs'
import { drawSpoof } from './spoof.mjs'
import { drawUnreadable } from './unreadable.mjs'

/** Draws every picture, by outcome. */
export function drawScenes() {
  const idPhoto = drawIdPhoto()
  const match = drawMatch()
  return {
    idPhoto,
    match,
    mismatch: drawMismatch(),
    spoof: drawSpoof(idPhoto),
    unreadable: drawUnreadable(match),
    noReference: drawNoReference(),
  }
}
