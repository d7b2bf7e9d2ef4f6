/**
 * A replay attack: a photo shown to the camera on a screen.
 *
 * @module
 */
import { blank, bokeh, fill, tint, vignette } from './backdrop.mjs'
import {
  bell,
  bell2,
  blend,
  clamp,
  cover,
  glow,
  gradient,
  mix,
  paint,
  ramp,
  rgb,
  roundRect,
  scaleColor,
  stroke,
} from './canvas.mjs'
import { personB } from './people.mjs'

/** Bilinear sample of a canvas at a pixel position. */
function sample({ data, width: w, height: h }, x, y) {
  const px = clamp(x - 0.5, 0, w - 1.001)
  const py = clamp(y - 0.5, 0, h - 1.001)
  const ix = Math.floor(px)
  const iy = Math.floor(py)
  const at = (dx, dy, i) => data[((iy + dy) * w + ix + dx) * 3 + i]
  return [0, 1, 2].map((i) =>
    mix(mix(at(0, 0, i), at(1, 0, i), px - ix), mix(at(0, 1, i), at(1, 1, i), px - ix), py - iy),
  )
}

/** What the screen of a tablet makes of a colour: blue cast, grid, moire bands, glare. */
function onScreen(c, u, v) {
  const grid = 0.97 + 0.03 * Math.cos(v * 260)
  const warp = u * 17 + v * 14 + 2 * Math.sin(v * 5 + u * 2)
  const band = (phase) => 1 + 0.065 * Math.sin(warp + phase)
  const cast = [c[0] * 0.84 * band(0), c[1] * 0.94 * band(1.3), c[2] * 1.06 * band(2.6)]
  const lifted = cast.map((x) => grid * (0.1 + 0.92 * x))
  const streak = 0.4 * bell((u + v * 0.55 - 0.5) / 0.18) + 0.14 * bell((u + v * 0.55 - 0.92) / 0.07)
  return blend(
    lifted,
    [0.93, 0.97, 1],
    clamp(streak + 0.5 * bell2((u - 0.42) / 0.2, (v + 0.62) / 0.14)),
  )
}

/** A finger seen from outside, over the frame of the tablet. */
function paintFinger(canvas, frame, points) {
  const { deep, shade, mid } = personB.skin
  const box = [-1.6, -1.6, 1.6, 1.8]
  paint(canvas, frame, {
    box,
    alpha: (u, v) => 0.6 * glow(stroke(u, v - 0.03, points), 0.1),
    color: [0, 0, 0],
  })
  paint(canvas, frame, {
    box,
    alpha: (u, v) => cover(stroke(u, v, points), 0.012),
    color: (u, v) => {
      const d = clamp(-stroke(u, v, points) / 0.1)
      return scaleColor(
        d < 0.4 ? blend(deep, shade, d / 0.4) : blend(shade, mid, (d - 0.4) / 0.6),
        0.82,
      )
    },
  })
}

/** A replay attack: the photo of person A on a tablet held up to the camera. */
export function drawSpoof(idPhoto) {
  const canvas = blank()
  fill(
    canvas,
    gradient('#3b3a44', '#15151b', (u, v) => ramp(-1, 1.3, v + 0.3 * u)),
  )
  bokeh(canvas, [
    [-0.75, -1.05, 0.26, rgb('#c9a878'), 0.55],
    [0.85, -1.1, 0.2, rgb('#6d7f9e'), 0.5],
    [0.98, 0.75, 0.22, rgb('#4b5a78'), 0.4],
    [-0.98, 0.5, 0.18, rgb('#6b5744'), 0.4],
  ])
  const frame = { x: 242, y: 312, scale: 206, roll: 0.045 }
  const lean = (u, v) => [u * (1 + 0.035 * v), v]
  const slab = (size) => (u, v) => roundRect(...lean(u, v), size)
  const layer = (shape, color) =>
    paint(canvas, frame, { box, alpha: (u, v) => cover(shape(u, v), 0.008), color })
  const box = [-1.3, -1.6, 1.3, 1.6]
  const body = slab([0.99, 1.33, 0.13])
  paint(canvas, frame, {
    box,
    alpha: (u, v) => 0.75 * glow(body(u - 0.05, v - 0.08), 0.24),
    color: [0, 0, 0],
  })
  layer(
    body,
    gradient('#6c717b', '#464a50', (u, v) => ramp(-1, 1, u + v)),
  )
  layer(slab([0.97, 1.31, 0.115]), rgb('#0c0d10'))
  layer((u, v) => Math.hypot(u, v + 1.235) - 0.022, rgb('#2c3a55'))
  layer(slab([0.85, 1.15, 0.012]), (u, v) => {
    const [x, y] = lean(u, v)
    return onScreen(sample(idPhoto, (x / 0.85 + 1) * 240, (y / 1.15 + 1) * 320), u, v)
  })
  paintFinger(canvas, frame, [
    [-1.45, 0.5, 0.16],
    [-1.1, 0.42, 0.14],
    [-0.9, 0.36, 0.11],
  ])
  paintFinger(canvas, frame, [
    [1.45, 0.62, 0.16],
    [1.1, 0.5, 0.14],
    [0.9, 0.44, 0.11],
  ])
  tint(canvas, vignette(0.35))
  return canvas
}
