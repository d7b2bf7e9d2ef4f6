/**
 * A small software canvas: float RGB pixels, shapes as signed distances, soft edges, seeded noise.
 *
 * Colours are `[r, g, b]` from 0 to 1. Shapes are functions of local coordinates `(u, v)`; a frame
 * `{ x, y, scale, roll }` places them on the canvas (pixels, pixels per unit, radians).
 *
 * @module
 */

export const clamp = (x, low = 0, high = 1) => (x < low ? low : x > high ? high : x)
export const mix = (a, b, t) => a + (b - a) * t
export const blend = (a, b, t) => [mix(a[0], b[0], t), mix(a[1], b[1], t), mix(a[2], b[2], t)]
export const scaleColor = (c, k) => [c[0] * k, c[1] * k, c[2] * k]
export const bell = (x) => Math.exp(-x * x)
export const bell2 = (x, y) => Math.exp(-x * x - y * y)

/** Turns `'#rrggbb'` into a colour. */
export function rgb(hex) {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255]
}

/** A colour that goes from one hex colour to another as `at(u, v)` goes from 0 to 1. */
export function gradient(from, to, at) {
  const a = rgb(from)
  const b = rgb(to)
  return (u, v) => blend(a, b, at(u, v))
}

/** Rises smoothly from 0 at `low` to 1 at `high` (or falls, when `low` is the larger). */
export function ramp(low, high, x) {
  const t = clamp((x - low) / (high - low))
  return t * t * (3 - 2 * t)
}

/** Coverage of a shape whose signed distance is `d`, with an edge `soft` units wide. */
export const cover = (d, soft) => clamp(0.5 - d / soft)
/** As `cover`, with a rounder fall-off: for shadows and blush. */
export const glow = (d, soft) => ramp(soft / 2, -soft / 2, d)

export function createCanvas(width, height) {
  return { width, height, data: new Float32Array(width * height * 3) }
}

/** Pixel bounds of a local box, clipped to the canvas. */
function bounds(canvas, frame, [u0, v0, u1, v1]) {
  const cos = Math.cos(frame.roll)
  const sin = Math.sin(frame.roll)
  const xs = []
  const ys = []
  for (const u of [u0, u1]) {
    for (const v of [v0, v1]) {
      xs.push(frame.x + frame.scale * (u * cos - v * sin))
      ys.push(frame.y + frame.scale * (u * sin + v * cos))
    }
  }
  return {
    left: Math.max(0, Math.floor(Math.min(...xs))),
    top: Math.max(0, Math.floor(Math.min(...ys))),
    right: Math.min(canvas.width, Math.ceil(Math.max(...xs))),
    bottom: Math.min(canvas.height, Math.ceil(Math.max(...ys))),
  }
}

/**
 * Paints one layer.
 *
 * @param canvas - The canvas, changed in place.
 * @param frame - Where local coordinates lie on the canvas.
 * @param layer - `box` in local units, `alpha(u, v)` coverage from 0 to 1, `color` (a colour or
 *   `(u, v) => colour`), and `multiply` to tint what lies below instead of covering it.
 */
export function paint(canvas, frame, { box, alpha, color, multiply = false }) {
  const { left, top, right, bottom } = bounds(canvas, frame, box)
  const cos = Math.cos(frame.roll) / frame.scale
  const sin = Math.sin(frame.roll) / frame.scale
  const { data, width } = canvas
  const varies = typeof color === 'function'
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const dx = x + 0.5 - frame.x
      const dy = y + 0.5 - frame.y
      const u = dx * cos + dy * sin
      const v = dy * cos - dx * sin
      const a = alpha(u, v)
      if (a < 0.002) continue
      const c = varies ? color(u, v) : color
      const at = (y * width + x) * 3
      for (let i = 0; i < 3; i++) {
        const under = data[at + i]
        data[at + i] = mix(under, multiply ? under * c[i] : c[i], a)
      }
    }
  }
}

/** Signed distance to an ellipse: centre and radii. */
export function ellipse(u, v, [cu, cv, ru, rv]) {
  const x = (u - cu) / ru
  const y = (v - cv) / rv
  const k = Math.hypot(x, y)
  return (k * (k - 1)) / Math.max(Math.hypot(x / ru, y / rv), 1e-6)
}

/** Signed distance to a rounded rectangle around the origin: half its size, corner radius. */
export function roundRect(u, v, [hw, hh, radius]) {
  const x = Math.abs(u) - hw + radius
  const y = Math.abs(v) - hh + radius
  return Math.hypot(Math.max(x, 0), Math.max(y, 0)) + Math.min(Math.max(x, y), 0) - radius
}

/** Distance to a chain of `[u, v, radius]` points: strokes that swell and taper. */
export function stroke(u, v, points) {
  let best = Infinity
  for (let i = 1; i < points.length; i++) {
    const [au, av, ar] = points[i - 1]
    const [bu, bv, br] = points[i]
    const du = bu - au
    const dv = bv - av
    const t = clamp(((u - au) * du + (v - av) * dv) / (du * du + dv * dv))
    best = Math.min(best, Math.hypot(u - au - du * t, v - av - dv * t) - mix(ar, br, t))
  }
  return best
}

/** Signed distance to a polygon of `[u, v]` corners. */
export function polygon(u, v, corners) {
  let best = Infinity
  let inside = false
  for (let i = 0; i < corners.length; i++) {
    const [au, av] = corners[i]
    const [bu, bv] = corners[(i + 1) % corners.length]
    const du = bu - au
    const dv = bv - av
    const t = clamp(((u - au) * du + (v - av) * dv) / (du * du + dv * dv))
    best = Math.min(best, Math.hypot(u - au - du * t, v - av - dv * t))
    if (av > v !== bv > v && u < au + (du * (v - av)) / dv) inside = !inside
  }
  return inside ? -best : best
}

/** Smooth curve through `[x, y]` points (Catmull-Rom on rising x), flat beyond the ends. */
export function curve(points) {
  const last = points.length - 1
  return (x) => {
    if (x <= points[0][0]) return points[0][1]
    if (x >= points[last][0]) return points[last][1]
    let i = 0
    while (x > points[i + 1][0]) i++
    const [x1, y1] = points[i]
    const [x2, y2] = points[i + 1]
    const [x0, y0] = points[Math.max(0, i - 1)]
    const [x3, y3] = points[Math.min(last, i + 2)]
    const width = x2 - x1
    const t = (x - x1) / width
    const m1 = (i === 0 ? (y2 - y1) / width : (y2 - y0) / (x2 - x0)) * width
    const m2 = (i + 1 === last ? (y2 - y1) / width : (y3 - y1) / (x3 - x1)) * width
    const t2 = t * t
    const t3 = t2 * t
    return (
      (2 * t3 - 3 * t2 + 1) * y1 + (t3 - 2 * t2 + t) * m1 + (3 * t2 - 2 * t3) * y2 + (t3 - t2) * m2
    )
  }
}

function hash(x, y, seed) {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(seed, 1274126177)
  h = Math.imul(h ^ (h >>> 13), 1274126177)
  return ((h ^ (h >>> 16)) >>> 0) / 4294967295
}

/** Seeded value noise from 0 to 1: the same numbers on every run. */
export function noise(x, y, seed) {
  const ix = Math.floor(x)
  const iy = Math.floor(y)
  const tx = ramp(0, 1, x - ix)
  const ty = ramp(0, 1, y - iy)
  return mix(
    mix(hash(ix, iy, seed), hash(ix + 1, iy, seed), tx),
    mix(hash(ix, iy + 1, seed), hash(ix + 1, iy + 1, seed), tx),
    ty,
  )
}
