/**
 * What lies behind and over a whole picture.
 *
 * @module
 */
import { createCanvas, glow, paint, ramp } from './canvas.mjs'

export const width = 480
export const height = 640

export const blank = () => createCanvas(width, height)

/** The whole canvas: u from -1 to 1, v from -1.33 to 1.33. */
export const whole = { x: width / 2, y: height / 2, scale: width / 2, roll: 0 }
export const everywhere = [-1, -1.4, 1, 1.4]

/** Covers the whole canvas with `color(u, v)`. */
export const fill = (canvas, color) =>
  paint(canvas, whole, { box: everywhere, alpha: () => 1, color })
/** Multiplies the whole canvas by `color(u, v)`. */
export const tint = (canvas, color) =>
  paint(canvas, whole, { box: everywhere, alpha: () => 1, color, multiply: true })

/** Blurred lights and shapes: `[u, v, radius, colour, strength]`. */
export function bokeh(canvas, spots) {
  for (const [u, v, r, color, strength] of spots) {
    const box = [u - r * 1.3, v - r * 1.3, u + r * 1.3, v + r * 1.3]
    paint(canvas, whole, {
      box,
      alpha: (x, y) => strength * glow(Math.hypot(x - u, y - v) - r, r * 0.55),
      color,
    })
  }
}

/** Darker corners, for `tint`. */
export const vignette = (strength) => (u, v) => {
  const k = 1 - strength * ramp(0.7, 1.7, Math.hypot(u, v * 0.85))
  return [k, k, k]
}
