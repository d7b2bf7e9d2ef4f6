/**
 * Clothes of a sitter (see head.mjs): blazer and blouse, shirt, or round-necked sweater.
 *
 * @module
 */
import {
  bell,
  blend,
  clamp,
  cover,
  curve,
  glow,
  noise,
  paint,
  polygon,
  ramp,
  scaleColor,
} from './canvas.mjs'
import { pixel } from './head.mjs'

const box = [-3, 1.2, 3, 4.2]

/** Signed distance to the body, its shoulders as wide as the neck asks for. */
function body({ person }) {
  const k = person.neck / 0.47
  const edge = curve([
    [0, 2.0],
    [0.3 * k, 1.82],
    [0.46 * k, 1.62],
    [0.7 * k, 1.76],
    [1.15 * k, 1.94],
    [1.5 * k, 2.2],
    [1.72 * k, 2.7],
    [1.86 * k, 3.6],
  ])
  return (u, v) => (edge(Math.abs(u)) - v) * 0.9
}

/** Colour of the cloth with folds, light from one side and, for a sweater, its ribs. */
function cloth({ light, clothes }, lift = 0) {
  return (u, v) => {
    const fold = (noise(u * 1.5 + v * 0.8, v, 61) - 0.5) * 0.3
    const side = 0.3 * u * light.from[0] - 0.22 * ramp(0.9, 2.1, Math.abs(u))
    const knit = clothes.collar === 'round' ? 0.04 * Math.sin(u * 46) : 0
    const t = clamp(0.66 + fold + side + knit - 0.14 * ramp(2, 3.2, v) + lift)
    return blend(clothes.dark, clothes.color, t)
  }
}

/** A painter of mirrored polygons, scaled with the neck, kept inside the body. */
function pieces(sitter) {
  const { canvas, frame, person } = sitter
  const k = person.neck / 0.47
  const inside = body(sitter)
  return {
    fill(corners, color) {
      const shape = (u, v) => Math.max(polygon(Math.abs(u) / k, v, corners), inside(u, v) - 0.05)
      paint(canvas, frame, { box, alpha: (u, v) => cover(shape(u, v), pixel(sitter)), color })
    },
    shade(corners, strength) {
      const shape = (u, v) => polygon(Math.abs(u) / k, v - 0.035, corners)
      const alpha = (u, v) => strength * glow(shape(u, v) - 0.01, 0.12) * cover(inside(u, v), 0.02)
      paint(canvas, frame, { box, alpha, color: [0.35, 0.32, 0.36], multiply: true })
    },
  }
}

/** The skin in the opening of a collar: darker under the chin. */
const throat =
  ({ person }) =>
  (u, v) =>
    blend(
      person.skin.shade,
      person.skin.mid,
      clamp(0.35 + 0.4 * ramp(1.6, 2.1, v) + 0.1 * bell(u / 0.3)),
    )

function paintBlazer(sitter) {
  const { clothes } = sitter
  const { fill, shade } = pieces(sitter)
  const blouse = (u, v) => scaleColor(clothes.inner, 0.84 + 0.16 * ramp(1.65, 2.3, v))
  fill(
    [
      [0, 1.4],
      [0.5, 1.4],
      [0.52, 1.7],
      [0, 2.95],
    ],
    blouse,
  )
  fill(
    [
      [0, 1.3],
      [0.44, 1.3],
      [0.43, 1.68],
      [0, 2.22],
    ],
    throat(sitter),
  )
  const flap = [
    [0.4, 1.56],
    [0.53, 1.6],
    [0.5, 2.12],
    [0.0, 2.24],
    [0.0, 2.2],
  ]
  shade(flap, 0.25)
  fill(flap, (u) => scaleColor(clothes.inner, 0.97 - 0.07 * ramp(0.2, 0.5, Math.abs(u))))
  const lapel = [
    [0.5, 1.56],
    [0.6, 1.6],
    [0.86, 2.2],
    [0.72, 2.24],
    [0.84, 2.38],
    [0.1, 3.6],
    [0, 3.6],
    [0, 2.98],
    [0.46, 2.1],
  ]
  shade(lapel, 0.6)
  fill(lapel, cloth(sitter, 0.2))
}

function paintShirt(sitter) {
  const { canvas, frame, clothes } = sitter
  const { fill, shade } = pieces(sitter)
  fill(
    [
      [0, 1.3],
      [0.46, 1.3],
      [0.44, 1.66],
      [0, 2.12],
    ],
    throat(sitter),
  )
  const placket = (u, v) => cover(Math.abs(Math.abs(u) - 0.12) - 0.006, 0.02) * ramp(2.05, 2.2, v)
  paint(canvas, frame, { box, alpha: (u, v) => 0.6 * placket(u, v), color: clothes.dark })
  for (const at of [2.36, 2.76, 3.16]) {
    paint(canvas, frame, {
      box,
      alpha: (u, v) => cover(Math.hypot(u, v - at) - 0.035, 0.02),
      color: clothes.inner,
    })
  }
  const flap = [
    [0.4, 1.5],
    [0.54, 1.54],
    [0.66, 2.0],
    [0.36, 2.26],
    [0.02, 2.08],
  ]
  shade(flap, 0.6)
  fill(flap, cloth(sitter, 0.18))
}

function paintRound(sitter) {
  const { canvas, frame, person, clothes } = sitter
  const k = person.neck / 0.47
  const ring = (u, v) => (Math.hypot(u / (0.56 * k), (v - 1.6) / 0.44) - 1) * 0.45
  const inside = body(sitter)
  const knit = cloth(sitter, 0.1)
  paint(canvas, frame, {
    box: [-1.6, 1.3, 1.6, 2.6],
    alpha: (u, v) => cover(Math.max(ring(u, v) - 0.1, inside(u, v) - 0.06), pixel(sitter)),
    color: (u, v) => scaleColor(knit(u, v), 0.93 + 0.07 * Math.sin(Math.atan2(u, v - 1.6) * 40)),
  })
  paint(canvas, frame, {
    box: [-1.6, 1.3, 1.6, 2.6],
    alpha: (u, v) =>
      0.5 * cover(Math.abs(ring(u, v) - 0.1) - 0.008, 0.03) * cover(inside(u, v), 0.03),
    color: clothes.dark,
  })
  paint(canvas, frame, {
    box: [-1.6, 1.55, 1.6, 2.6],
    alpha: (u, v) => cover(ring(u, v), pixel(sitter)) * ramp(1.58, 1.95, v),
    color: throat(sitter),
  })
  paint(canvas, frame, {
    box: [-1.6, 1.55, 1.6, 2.6],
    alpha: (u, v) =>
      0.4 * glow(Math.abs(ring(u, v) + 0.01), 0.09) * cover(ring(u, v), 0.02) * ramp(1.55, 1.7, v),
    color: person.shadow,
    multiply: true,
  })
}

/** Paints `sitter.clothes`: `{ color, dark, collar: 'blazer' | 'shirt' | 'round', inner? }`. */
export function paintClothes(sitter) {
  const shape = body(sitter)
  paint(sitter.canvas, sitter.frame, {
    box,
    alpha: (u, v) => cover(shape(u, v), pixel(sitter)),
    color: cloth(sitter),
  })
  if (sitter.clothes.collar === 'blazer') paintBlazer(sitter)
  else if (sitter.clothes.collar === 'shirt') paintShirt(sitter)
  else paintRound(sitter)
}
