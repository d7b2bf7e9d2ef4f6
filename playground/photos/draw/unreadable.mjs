/**
 * A photo nobody can read.
 *
 * @module
 */
import { everywhere, tint, whole } from './backdrop.mjs'
import { clamp, createCanvas, ellipse, glow, gradient, paint, ramp, scaleColor } from './canvas.mjs'

/** Box blur along one line, `[dx, dy]` pixels per step, `reach` steps each way. */
function smear(canvas, [dx, dy], reach) {
  const out = createCanvas(canvas.width, canvas.height)
  for (let y = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++) {
      const at = (y * canvas.width + x) * 3
      for (let k = -reach; k <= reach; k++) {
        const px = clamp(Math.round(x + dx * k), 0, canvas.width - 1)
        const py = clamp(Math.round(y + dy * k), 0, canvas.height - 1)
        const from = (py * canvas.width + px) * 3
        for (let i = 0; i < 3; i++) out.data[at + i] += canvas.data[from + i] / (2 * reach + 1)
      }
    }
  }
  return out
}

/** Person A out of focus, moving, in the dark, with a hand before the lens. */
export function drawUnreadable(match) {
  let canvas = smear(match, [3.4, 1.1], 9)
  canvas = smear(canvas, [1, 0], 7)
  canvas = smear(canvas, [0, 1], 9)
  tint(canvas, (u, v) =>
    scaleColor([0.68, 0.66, 0.74], 1 - 0.62 * ramp(0.1, 1.2, Math.hypot(u * 1.1, v * 0.8))),
  )
  paint(canvas, whole, {
    box: everywhere,
    alpha: (u, v) => 0.96 * glow(ellipse(u, v, [0.62, 1.06, 0.95, 0.62]), 0.3),
    color: gradient('#5d3328', '#241512', (u, v) => ramp(0.4, 1.3, v + u * 0.2)),
  })
  return canvas
}
