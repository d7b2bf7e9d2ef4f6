/**
 * A document without a photo.
 *
 * @module
 */
import { blank, fill, tint, vignette } from './backdrop.mjs'
import { cover, ellipse, glow, gradient, paint, ramp, rgb, roundRect } from './canvas.mjs'

/** A document whose photo is missing: a card with a grey silhouette in a dashed frame. */
export function drawNoReference() {
  const canvas = blank()
  fill(
    canvas,
    gradient('#d8d1c6', '#aca191', (u, v) => ramp(-1.4, 1.5, v + 0.25 * u)),
  )
  const frame = { x: 240, y: 320, scale: 240, roll: -0.025 }
  const box = [-1.1, -1.4, 1.1, 1.4]
  const layer = (shape, color) =>
    paint(canvas, frame, { box, alpha: (u, v) => cover(shape(u, v), 0.008), color })
  const at = (u0, v0, size) => (u, v) => roundRect(u - u0, v - v0, size)
  const card = at(0, 0, [0.84, 1.14, 0.07])
  paint(canvas, frame, {
    box,
    alpha: (u, v) => 0.5 * glow(card(u - 0.02, v - 0.04), 0.16),
    color: rgb('#4d443a'),
  })
  layer(
    card,
    gradient('#fbfcfd', '#e3ebf1', (u, v) => ramp(-1.2, 1.3, v + 0.3 * u)),
  )
  layer(
    (u, v) => Math.max(card(u, v), v + 0.9),
    gradient('#5b7fa6', '#7fa3c2', (u) => ramp(-0.8, 0.8, u)),
  )
  layer(at(-0.3, -1.02, [0.4, 0.03, 0.03]), rgb('#e8f0f7'))
  layer((u, v) => Math.hypot(u - 0.64, v + 1.02) - 0.06, rgb('#f3d68a'))
  const photo = at(0, -0.2, [0.5, 0.6, 0.04])
  layer(
    photo,
    gradient('#e4e8ec', '#cfd6dc', (u, v) => ramp(-0.8, 0.5, v)),
  )
  const bust = (u, v) =>
    Math.min(ellipse(u, v, [0, -0.32, 0.2, 0.255]), ellipse(u, v, [0, 0.42, 0.43, 0.4]))
  layer(
    (u, v) => Math.max(bust(u, v), photo(u, v)),
    gradient('#a9b4be', '#8d99a5', (u, v) => ramp(-0.6, 0.5, v)),
  )
  const dash = (u, v) => Math.sin((u + v) * 42) * 0.02
  layer((u, v) => Math.max(Math.abs(photo(u, v)) - 0.009, dash(u, v)), rgb('#7c8894'))
  const bars = [
    [-0.2, 0.55, 0.5],
    [-0.32, 0.68, 0.38],
    [-0.12, 0.81, 0.58],
    [-0.4, 0.94, 0.3],
  ]
  for (const [u, v, w] of bars) layer(at(u, v, [w, 0.028, 0.028]), rgb('#b9c4cd'))
  tint(canvas, vignette(0.2))
  return canvas
}
