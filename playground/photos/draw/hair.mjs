/**
 * Hair, beard and glasses of a sitter (see head.mjs).
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
  noise,
  paint,
  ramp,
  roundRect,
  scaleColor,
} from './canvas.mjs'
import { outline, pixel, turned } from './head.mjs'

/** Colour of a strand: `across` runs over the strands, `along` with them, `light` brightens. */
function strand(hair, [across, along], light) {
  const fine = noise(across * 46, along * 1.3, hair.seed) - 0.5
  const broad = noise(across * 13 + 7, along * 0.8, hair.seed + 1) - 0.5
  const t = clamp(0.4 + fine * 0.36 + broad * 0.36 + light)
  return t < 0.5 ? blend(hair.deep, hair.mid, t * 2) : blend(hair.mid, hair.bright, t * 2 - 1)
}

/** The bob: a rounded shape from crown to shoulders, open around the face. */
function bobShape({ pose }) {
  const side = curve([
    [-0.3, 1.18],
    [0.1, 1.19],
    [0.7, 1.22],
    [1.15, 1.2],
    [1.5, 1.06],
    [1.68, 0.9],
  ])
  const left = curve([
    [-1.12, 0.3],
    [-0.98, 0.12],
    [-0.82, -0.24],
    [-0.6, -0.62],
    [-0.35, -0.82],
    [0, -0.9],
    [0.5, -0.89],
    [1, -0.84],
    [1.4, -0.74],
    [1.7, -0.66],
  ])
  const right = curve([
    [-1.12, 0.3],
    [-0.98, 0.46],
    [-0.8, 0.66],
    [-0.55, 0.83],
    [-0.25, 0.9],
    [0.1, 0.92],
    [0.6, 0.9],
    [1, 0.85],
    [1.4, 0.76],
    [1.7, 0.7],
  ])
  const bend = (v) => pose.yaw * 0.5 * ramp(-1.4, -0.7, v)
  const inner = (u, v) => (u < 0.3 ? left(v) + bend(v) : right(v) + bend(v) * 0.72)
  const outer = (v) => {
    const dome = v < -0.3 ? 1.18 * Math.sqrt(Math.max(0, 1 - ((v + 0.3) / 1.3) ** 2)) : 1.18
    return v < -0.3 ? dome : side(v)
  }
  const edge = (u, v) => {
    if (v < -0.3) return ellipse(u, v, [0, -0.3, 1.18, 1.3])
    const bottom = 1.62 + 0.05 * Math.cos(u * 3)
    return Math.max(Math.abs(u) - side(v), v - bottom)
  }
  return { inner, outer, edge, part: 0.3 + pose.yaw * 0.35 }
}

function paintBobBack(sitter) {
  const { canvas, frame, person } = sitter
  const { edge } = bobShape(sitter)
  paint(canvas, frame, {
    box: [-1.4, -1.7, 1.4, 1.9],
    alpha: (u, v) => cover(edge(u, v), pixel(sitter) * 1.5),
    color: (u, v) => scaleColor(strand(person.hair, [u * 0.8, v], -0.15), 0.62),
  })
}

function paintBobFront(sitter) {
  const { canvas, frame, person, light } = sitter
  const { inner, outer, edge, part } = bobShape(sitter)
  const toFace = (u, v) => {
    const x = inner(u - part + 0.3, v)
    const slope = (inner(u - part + 0.3, v + 0.02) - x) / 0.02
    return ((u < part ? u - x : x - u) / Math.hypot(1, slope)) * 1
  }
  const face = outline(sitter)
  // Shadow of the hair on the face.
  paint(canvas, frame, {
    box: [-1.1, -1.3, 1.2, 1.3],
    alpha: (u, v) =>
      0.55 * glow(toFace(u, v - 0.05) - 0.02, 0.2) * cover(face.distance(u, v), 0.03),
    color: person.shadow,
    multiply: true,
  })
  paint(canvas, frame, {
    box: [-1.4, -1.7, 1.4, 1.9],
    alpha: (u, v) => {
      const open = v < -1.1 ? -1 : toFace(u, v)
      return cover(Math.max(edge(u, v), open), pixel(sitter) * 1.8)
    },
    color: (u, v) => {
      const from = v < -1.12 ? part : inner(u - part + 0.3, v)
      const side = u < part ? -1 : 1
      const s = clamp(Math.abs(u - from) / Math.max(0.06, Math.abs(side * outer(v) - from)))
      const lamp = side * light.from[0] > 0 ? 0.1 : -0.06
      const gloss = 0.42 * bell((v + 0.72 - 0.22 * s + 0.1 * Math.abs(u)) / 0.24) * (1 - 0.5 * s)
      const lower = 0.16 * bell((v - 0.75) / 0.35) * bell((s - 0.55) / 0.35)
      const rim = -0.3 * ramp(0.75, 1, s) - 0.28 * ramp(0.16, 0, s) - 0.2 * ramp(1, 1.7, v)
      const parting = -0.35 * bell((u - part) / 0.03) * ramp(-0.9, -1.1, v)
      return strand(person.hair, [s + side * 3, v], gloss + lower + rim + lamp + parting)
    },
  })
}

function paintShort(sitter) {
  const { canvas, frame, person, light } = sitter
  const { distance } = outline(sitter)
  const line = curve([
    [0, -0.84],
    [0.3, -0.91],
    [0.52, -0.93],
    [0.68, -0.8],
    [0.8, -0.52],
    [0.9, -0.28],
    [0.96, -0.1],
    [1.02, 0.14],
  ])
  const top = (u, v) => ellipse(u, v, [0, -0.45, 1.1, 1.13])
  const hairline = turned(sitter, (x, y) => {
    const ragged = (noise(x * 22, 0.5, person.hair.seed) - 0.5) * 0.06
    return y - line(Math.abs(x)) + ragged
  })
  const shape = (u, v) => {
    const rough = (noise(u * 9, v * 9, person.hair.seed + 4) - 0.5) * 0.05 * ramp(-0.6, -1.2, v)
    const side = Math.max(Math.abs(u) - 1.1 + 0.12 * ramp(-0.45, 0.2, v), v - 0.16)
    return Math.max(v < -0.45 ? top(u, v) + rough : side, hairline(u, v))
  }
  paint(canvas, frame, {
    box: [-1.1, -1.2, 1.1, 0.4],
    alpha: (u, v) => 0.45 * glow(hairline(u, v - 0.06) - 0.03, 0.2) * cover(distance(u, v), 0.03),
    color: person.shadow,
    multiply: true,
  })
  paint(canvas, frame, {
    box: [-1.4, -1.8, 1.4, 0.4],
    alpha: (u, v) => cover(shape(u, v), mix(0.035, 0.08, ramp(-0.6, -0.1, v))),
    color: (u, v) => {
      const sweep = u * 1.2 + (v + 0.9) * (0.5 - 0.7 * ramp(-0.3, 0.9, u))
      const gloss = 0.34 * bell2((u - light.from[0] * 0.7) / 0.55, (v + 1.18) / 0.26)
      const rim =
        -0.4 * ramp(-0.12, 0, Math.max(top(u, v), -0.12)) - 0.3 * ramp(0.8, 1.05, Math.abs(u))
      return strand(person.hair, [sweep, v * 2.5], gloss + rim + 0.05)
    },
  })
}

function paintBeard(sitter) {
  const { canvas, frame, person } = sitter
  const { distance } = outline(sitter)
  const { beard } = person
  const cheek = curve([
    [0, 0.59],
    [0.2, 0.6],
    [0.34, 0.66],
    [0.48, 0.72],
    [0.66, 0.56],
    [0.82, 0.28],
    [0.93, 0.02],
    [1.06, -0.1],
  ])
  const gaps = (x, y) => {
    const mouth = ellipse(x, y, [0, 0.84, 0.25, 0.095])
    const soul = ellipse(Math.abs(x), y, [0.17, 0.99, 0.09, 0.06])
    return Math.min(mouth, soul + 0.03)
  }
  const shape = turned(sitter, (x, y) => {
    const ragged = (noise(x * 26, y * 26, beard.seed) - 0.5) * 0.05
    return Math.max(cheek(Math.abs(x)) - y, -gaps(x, y)) + ragged
  })
  paint(canvas, frame, {
    box: [-1.2, -0.2, 1.2, 1.6],
    alpha: (u, v) => 0.93 * glow(shape(u, v), 0.11) * cover(distance(u, v) - 0.045, 0.05),
    color: (u, v) => {
      const under = -0.35 * ramp(1.1, 1.35, v) - 0.3 * ramp(0.6, 0.95, Math.abs(u))
      const chin =
        0.28 * bell2(u / 0.28, (v - 1.16) / 0.16) + 0.16 * bell2(u / 0.3, (v - 0.66) / 0.07)
      return strand(beard, [u * 1.7 + v * 0.3, v * 7 + Math.abs(u) * 4], under + chin)
    },
  })
}

function paintGlasses(sitter) {
  const { canvas, frame, person, pose } = sitter
  const { color } = person.glasses
  const lens = (x, y) => roundRect(Math.abs(x) - 0.4, y - 0.02, [0.29, 0.235, 0.2])
  const rim = turned(sitter, (x, y) => {
    const bridge = Math.max(Math.abs(y + 0.03 - 0.05 * bell(x / 0.1)) - 0.018, Math.abs(x) - 0.13)
    const arm = Math.max(Math.abs(y + 0.06) - 0.018, Math.abs(Math.abs(x) - 0.82) - 0.15)
    return Math.min(Math.abs(lens(x, y)) - 0.02, bridge, arm)
  })
  const box = [-1.2, -0.4, 1.2, 0.6]
  paint(canvas, frame, {
    box,
    alpha: (u, v) => 0.35 * glow(rim(u, v - 0.06), 0.08),
    color: person.shadow,
    multiply: true,
  })
  const shine = turned(sitter, (x, y) => {
    const stripe = bell((x - Math.sign(x) * 0.4 + y * 0.9 + 0.12) / 0.07)
    return 0.16 * stripe * cover(lens(x, y), 0.02) + 0.05 * cover(lens(x, y), 0.02)
  })
  paint(canvas, frame, { box, alpha: shine, color: [0.9, 0.96, 1] })
  paint(canvas, frame, {
    box,
    alpha: (u, v) => cover(rim(u, v), pixel(sitter) * 1.4),
    color: (u, v) => scaleColor(color, 1 + 0.9 * bell((v + 0.2) / 0.07) * (u < pose.yaw ? 1 : 0.5)),
  })
}

/** Paints what hangs behind neck and face. */
export function paintHairBehind(sitter) {
  if (sitter.person.style === 'bob') paintBobBack(sitter)
}

/** Paints what lies on the face: hair, then glasses; the beard goes first. */
export function paintHairBefore(sitter) {
  if (sitter.person.beard) paintBeard(sitter)
  if (sitter.person.style === 'bob') paintBobFront(sitter)
  else paintShort(sitter)
  if (sitter.person.glasses) paintGlasses(sitter)
}
