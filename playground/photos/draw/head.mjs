/**
 * Skin: the head as a height field lit by one lamp, neck, ears, blush and shadows.
 *
 * Local units: the face is about 2 wide; eyes at v = 0, chin at v = 1.3, crown at v = -1.4.
 * A sitter is `{ canvas, frame, person, pose, light }`.
 *
 * @module
 */
import {
  bell,
  bell2,
  blend,
  clamp,
  cover,
  curve,
  ellipse,
  glow,
  mix,
  paint,
  ramp,
} from './canvas.mjs'

/** One pixel, in local units: the width of a sharp edge. */
export const pixel = (sitter) => 1.3 / sitter.frame.scale

/** Maps a point of the picture to the same point of a head that looks straight ahead. */
export function turned({ pose }, shape) {
  return (u, v) => {
    const s = clamp(u / 1.06, -0.995, 0.995)
    const depth = Math.sqrt(1 - s * s)
    return shape(1.06 * Math.sin(Math.asin(s) - pose.yaw), v - pose.pitch * depth)
  }
}

/** How far the nose, which stands out, moves further than the face around it. */
export const noseShift = ({ pose }, v) => pose.yaw * 0.3 * ramp(-0.25, 0.4, v) * ramp(0.72, 0.5, v)

/** Signed distance to the outline of the face; also the share of the way to it, as `reach`. */
export function outline({ person, pose }) {
  const r = person.outline
  const radius = curve([[-1, r[1]], ...r.map((x, i) => [i, x]), [13, r[11]]])
  const at = (u, v) => radius((Math.atan2(Math.abs(u), v) / Math.PI) * 12)
  // A turned head shows its chin to one side.
  const straight = (u, v) => u - pose.yaw * 0.45 * ramp(0.1, 1.3, v)
  return {
    reach: (u, v) => Math.hypot(straight(u, v), v) / at(straight(u, v), v),
    distance: (u, v) => (Math.hypot(straight(u, v), v) - at(straight(u, v), v)) * 0.97,
  }
}

/** What stands out from the egg of the head: nose, sockets, cheeks, lips, chin. */
function relief(sitter, x, y) {
  const { nose, lips, cheeks } = sitter.person
  const n = x - noseShift(sitter, y)
  const a = Math.abs(x)
  const wide = mix(0.075, 0.13, ramp(-0.1, 0.45, y)) * nose
  let z = 0.2 * ramp(-0.38, 0.4, y) * ramp(0.56, 0.44, y) * bell(n / wide)
  z += 0.11 * bell2(n / (0.13 * nose), (y - 0.43) / 0.1)
  z += 0.1 * bell2((Math.abs(n) - 0.145 * nose) / 0.065, (y - 0.46) / 0.075)
  z -= 0.13 * bell2((a - 0.38) / 0.25, (y + 0.03) / 0.16)
  z += 0.075 * bell2((a - 0.4) / 0.19, y / 0.1)
  z += 0.05 * bell2((a - 0.4) / 0.3, (y + 0.31) / 0.12)
  z += cheeks * bell2((a - 0.52) / 0.27, (y - 0.36) / 0.22)
  z -= 0.03 * bell2(x / 0.05, (y - 0.63) / 0.07)
  z += 0.05 * lips * bell2(x / 0.27, (y - 0.76) / 0.06)
  z += 0.065 * lips * bell2(x / 0.22, (y - 0.89) / 0.055)
  z -= 0.05 * bell2(x / 0.26, (y - 1.01) / 0.06)
  z += 0.07 * bell2(x / 0.24, (y - 1.16) / 0.13)
  return z
}

/** Colour of skin under the lamp for a surface with slope `(du, dv)`. */
export function lit({ person, light }, du, dv) {
  const length = Math.hypot(du, dv, 1)
  const [lx, ly, lz] = light.from
  const facing = (-du * lx - dv * ly + lz) / length
  const t = clamp((facing + light.wrap) / (1 + light.wrap))
  const { deep, shade, mid, bright } = person.skin
  const base =
    t < 0.35
      ? blend(deep, shade, t / 0.35)
      : t < 0.75
        ? blend(shade, mid, (t - 0.35) / 0.4)
        : blend(mid, bright, (t - 0.75) / 0.25)
  const half = Math.hypot(lx, ly, lz + 1)
  const shine = Math.max(0, (-du * lx - dv * ly + lz + 1) / (length * half))
  const gloss = light.gloss * shine ** 16
  return [base[0] + gloss, base[1] + gloss, base[2] + gloss * 0.95]
}

function paintNeck(sitter) {
  const { canvas, frame, person, pose } = sitter
  const half = curve([
    [0.7, person.neck],
    [1.4, person.neck * 0.94],
    [1.75, person.neck * 1.05],
    [2.1, person.neck * 1.7],
  ])
  const lean = pose.yaw * 0.3
  paint(canvas, frame, {
    box: [-1.4, 0.7, 1.4, 2.4],
    alpha: (u, v) => cover(Math.abs(u - lean) - half(v), pixel(sitter)),
    color: (u, v) => lit(sitter, ((u - lean) / half(v)) * 1.1, 0.12),
  })
  paint(canvas, frame, {
    box: [-1.4, 0.7, 1.4, 2.4],
    alpha: (u, v) =>
      cover(Math.abs(u - lean) - half(v), 0.02) *
      (0.8 * glow(ellipse(u, v, [lean * 0.7 + pose.yaw * 0.3, 1.12, 0.72, 0.46]), 0.5) +
        0.2 * bell2((u - lean) / 0.1, (v - 1.95) / 0.14)),
    color: person.shadow,
    multiply: true,
  })
}

function paintEars(sitter) {
  const { canvas, frame, person, pose } = sitter
  for (const side of [-1, 1]) {
    const at = [side * (person.ears - side * pose.yaw * 0.25), 0.12]
    const size = [0.14 * (1 - side * pose.yaw * 0.8), 0.3]
    const shape = (u, v) => ellipse(u, v, [at[0] - side * 0.05 * (v - 0.1), at[1], ...size])
    const box = [at[0] - 0.3, -0.3, at[0] + 0.3, 0.55]
    paint(canvas, frame, {
      box,
      alpha: (u, v) => cover(shape(u, v), pixel(sitter)),
      color: (u, v) => lit(sitter, (u - at[0]) * 3.5 + side * 0.5, (v - at[1]) * 1.4),
    })
    paint(canvas, frame, {
      box,
      alpha: (u, v) => 0.55 * glow(Math.abs(shape(u, v) + 0.07) - 0.012, 0.06) * ramp(0.36, 0.2, v),
      color: person.shadow,
      multiply: true,
    })
  }
}

/** Paints the lit skin of the face itself. */
function paintSkin(sitter) {
  const { canvas, frame } = sitter
  const { reach, distance } = outline(sitter)
  const feature = turned(sitter, (x, y) => relief(sitter, x, y))
  const egg = (u, v) => {
    const x = 1 - reach(u, v) ** 2.3
    return x > 0.03 ? 0.9 * Math.sqrt(x) : 0.156 + (x - 0.03) * 2.6
  }
  const height = (u, v) => egg(u, v) + feature(u, v)
  const step = 0.014
  paint(canvas, frame, {
    box: [-1.3, -1.5, 1.3, 1.5],
    alpha: (u, v) => cover(distance(u, v), pixel(sitter)),
    color: (u, v) => {
      const z = height(u, v)
      return lit(sitter, (height(u + step, v) - z) / step, (height(u, v + step) - z) / step)
    },
  })
}

/** Tints: blush, redder nose, deeper sockets, shadow of the nose and of the lower lip. */
function paintTints(sitter) {
  const { canvas, frame, person, light, pose } = sitter
  const box = [-1.2, -1.2, 1.2, 1.4]
  const { distance } = outline(sitter)
  const layer = (color, shape) => {
    const at = turned(sitter, shape)
    const alpha = (u, v) => at(u, v) * cover(distance(u, v), 0.02)
    paint(canvas, frame, { box, alpha, color, multiply: true })
  }
  const up = 0.04 * pose.smile
  layer(
    person.blush,
    (x, y) => person.rosy * bell2((Math.abs(x) - 0.56) / 0.26, (y - 0.36 + up) / 0.18),
  )
  layer(person.blush, (x, y) => 0.45 * bell2((x - noseShift(sitter, y)) / 0.13, (y - 0.42) / 0.12))
  layer(person.shadow, (x, y) => 0.3 * bell2((Math.abs(x) - 0.36) / 0.24, (y + 0.06) / 0.13))
  layer(person.shadow, (x, y) => 0.2 * bell2((Math.abs(x) - 0.2) / 0.07, (y + 0.06) / 0.14))
  layer(person.shadow, (x, y) => {
    const side = light.from[0] < 0 ? 1 : -1
    return 0.42 * bell2((x - noseShift(sitter, y) - side * 0.04) / 0.17, (y - 0.57) / 0.045)
  })
  layer(person.shadow, (x, y) => 0.3 * bell2(x / 0.2, (y - 1.0 - up) / 0.04))
  layer(person.shadow, (x, y) => {
    const fold = 0.2 + 0.26 * ramp(0.45, 0.9, y)
    return (
      person.folds *
      (0.12 + 0.22 * pose.smile) *
      bell((Math.abs(x) - fold) / 0.03) *
      ramp(0.46, 0.56, y) *
      ramp(0.86, 0.7, y)
    )
  })
}

/** Paints neck, ears and face, up to but without eyes, brows, mouth and hair. */
export function paintHead(sitter) {
  paintNeck(sitter)
  if (sitter.person.ears > 0) paintEars(sitter)
  paintSkin(sitter)
  paintTints(sitter)
}
