/**
 * The three plain portraits: who sits where, in which light, in front of what.
 *
 * @module
 */
import { blank, bokeh, fill, tint, vignette } from './backdrop.mjs'
import { blend, gradient, ramp, rgb } from './canvas.mjs'
import { paintSitter, personA, personB } from './people.mjs'

/** Person A, passport style: plain background, even light, neutral. */
export function drawIdPhoto() {
  const canvas = blank()
  fill(
    canvas,
    gradient('#e9eef3', '#c9d4de', (u, v) => ramp(0.2, 1.7, Math.hypot(u, v * 0.8 + 0.2))),
  )
  paintSitter({
    canvas,
    frame: { x: 240, y: 296, scale: 124, roll: 0 },
    person: personA,
    pose: { yaw: 0, pitch: 0, smile: 0.6, open: 0, lids: 1, gaze: 0 },
    light: { from: [-0.36, -0.34, 0.87], wrap: 0.35, gloss: 0.1 },
    clothes: {
      color: rgb('#3d4b6b'),
      dark: rgb('#171d2e'),
      collar: 'blazer',
      inner: rgb('#f4f2ef'),
    },
  })
  return canvas
}

/** Person A again, at home: turned, smiling, warm light from the other side, a sweater. */
export function drawMatch() {
  const canvas = blank()
  const wall = gradient('#7b5a45', '#d9b48a', (u) => ramp(-0.8, 1, u))
  const dusk = rgb('#3f302b')
  fill(canvas, (u, v) => blend(wall(u, v), dusk, ramp(-0.2, 1.4, v)))
  bokeh(canvas, [
    [0.78, -0.7, 0.34, rgb('#ffe6b4'), 0.85],
    [0.35, -1.12, 0.16, rgb('#ffd99a'), 0.5],
    [-0.7, -0.85, 0.22, rgb('#8f9d78'), 0.6],
    [-0.92, -0.55, 0.26, rgb('#6f8363'), 0.6],
    [-0.78, -0.2, 0.2, rgb('#576a52'), 0.55],
    [0.95, 0.1, 0.24, rgb('#b98a5e'), 0.5],
    [-0.6, -1.2, 0.12, rgb('#f6d9a8'), 0.35],
  ])
  paintSitter({
    canvas,
    frame: { x: 236, y: 310, scale: 130, roll: -0.07 },
    person: personA,
    pose: { yaw: 0.15, pitch: 0.02, smile: 0.8, open: 0.085, lids: 0.92, gaze: -0.02 },
    light: { from: [0.5, -0.3, 0.81], wrap: 0.3, gloss: 0.14 },
    clothes: { color: rgb('#d9a441'), dark: rgb('#6d4716'), collar: 'round' },
  })
  tint(canvas, () => [1.02, 0.97, 0.88])
  tint(canvas, vignette(0.25))
  return canvas
}

/** Person B, outdoors. */
export function drawMismatch() {
  const canvas = blank()
  fill(
    canvas,
    gradient('#bfe0ea', '#5f8f7c', (u, v) => ramp(-1, 0.6, v + 0.12 * Math.sin(u * 4))),
  )
  bokeh(canvas, [
    [-0.8, -0.2, 0.36, rgb('#4f8464'), 0.7],
    [0.82, -0.35, 0.4, rgb('#5c9068'), 0.7],
    [0.6, -0.85, 0.14, rgb('#eef9f4'), 0.5],
    [-0.55, -0.95, 0.18, rgb('#f4fbff'), 0.5],
    [0.9, 0.3, 0.3, rgb('#3c6b55'), 0.7],
    [-0.95, 0.35, 0.28, rgb('#3f7158'), 0.7],
    [-0.85, -0.62, 0.1, rgb('#dff0d8'), 0.5],
    [0.95, -0.72, 0.09, rgb('#e8f5d8'), 0.5],
  ])
  paintSitter({
    canvas,
    frame: { x: 244, y: 300, scale: 118, roll: 0.03 },
    person: personB,
    pose: { yaw: -0.1, pitch: 0.01, smile: 0.8, open: 0, lids: 0.95, gaze: 0 },
    light: { from: [-0.45, -0.4, 0.8], wrap: 0.35, gloss: 0.1 },
    clothes: {
      color: rgb('#7ea2c9'),
      dark: rgb('#2f4868'),
      collar: 'shirt',
      inner: rgb('#e8eef5'),
    },
  })
  tint(canvas, vignette(0.2))
  return canvas
}
