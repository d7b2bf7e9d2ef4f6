/**
 * Eyes, brows, nostrils and mouth of a sitter (see head.mjs).
 *
 * @module
 */
import {
  bell,
  bell2,
  blend,
  clamp,
  cover,
  ellipse,
  glow,
  mix,
  noise,
  paint,
  ramp,
  rgb,
  scaleColor,
  stroke,
} from './canvas.mjs'
import { noseShift, pixel, turned } from './head.mjs'

const dark = rgb('#1d1414')

/** The lids of one eye, in coordinates whose x grows away from the nose. */
function lids({ person, pose }) {
  const { width, upper, lower } = person.eye
  const arc = (x, power) => Math.max(0, 1 - Math.abs(x / width) ** 2) ** power
  return {
    top: (x) => -upper * pose.lids * arc(x + 0.02 * (1 - Math.abs(x / width)), 0.72),
    bottom: (x) => lower * (1 - 0.3 * pose.smile) * arc(x - 0.03 * (1 - Math.abs(x / width)), 0.85),
  }
}

/** Wraps a shape of one eye: `(x, y)` around the eye's centre, tilted, mirrored for the left. */
function eyeSpace(sitter, side, shape) {
  const { at, tilt } = sitter.person.eye
  return turned(sitter, (x, y) => {
    const ex = x * side - at[0]
    const ey = y - at[1]
    return shape(ex, ey + ex * tilt)
  })
}

/** Colour inside the open eye: white, iris, pupil, and the shadow of the upper lid. */
function eyeColor(sitter, side, top) {
  const { person, pose, light } = sitter
  const { iris, irisEdge, irisRadius } = person.eye
  const white = rgb('#efe9e4')
  return (x, y) => {
    const gx = x - pose.gaze * side
    const r = Math.hypot(gx, y + 0.016) / irisRadius
    let c = blend(white, rgb('#c9aaa0'), ramp(0.09, 0.21, Math.abs(x)) * 0.8)
    const spokes = noise(Math.atan2(y, gx) * 7, r * 2, 5) * 0.25
    const ring = blend(iris, irisEdge, clamp(ramp(0.45, 1, r) + spokes - 0.1))
    const lower = 1 + 0.45 * ramp(-0.2, 0.8, y / irisRadius)
    c = blend(c, scaleColor(ring, lower), cover(r - 1, 0.16))
    c = blend(c, rgb('#120c0c'), cover(r - 0.44, 0.16))
    c = scaleColor(c, 1 - 0.5 * ramp(0.07, 0, y - top(x)))
    const sx = x * side
    const glint = light.from[0] < 0 ? -1 : 1
    c = blend(
      c,
      [1, 1, 1],
      cover(Math.hypot(sx - pose.gaze - glint * 0.036, y + 0.05) - 0.024, 0.014),
    )
    return blend(
      c,
      [1, 1, 1],
      0.4 * cover(Math.hypot(sx - pose.gaze + glint * 0.04, y - 0.03) - 0.014, 0.02),
    )
  }
}

function paintEye(sitter, side) {
  const { canvas, frame, person } = sitter
  const { width } = person.eye
  const { top, bottom } = lids(sitter)
  const box = [-1.1, -0.5, 1.1, 0.5]
  const soft = pixel(sitter)
  const layer = (alpha, color, multiply = false) => {
    const shape = eyeSpace(sitter, side, alpha)
    paint(canvas, frame, { box, alpha: shape, color, multiply })
  }
  const inside = (x) => ramp(width * 1.12, width * 0.9, Math.abs(x))
  // Lid crease and the soft bag below.
  layer((x, y) => 0.6 * bell((y - top(x) + 0.062) / 0.016) * inside(x * 0.94), person.shadow, true)
  layer((x, y) => 0.24 * bell((y - bottom(x) - 0.07) / 0.03) * inside(x), person.shadow, true)
  const open = (x, y) => (Math.abs(x) > width ? 1 : Math.max(top(x) - y, y - bottom(x)))
  layer((x, y) => cover(open(x, y), soft), eyeSpace(sitter, side, eyeColor(sitter, side, top)))
  // Lash line: thin at the nose, thick outside, with a short wing.
  const lash = (x) => person.eye.lash * mix(0.4, 1, ramp(-width, width * 0.7, x))
  layer((x, y) => cover(Math.abs(y - top(x)) - lash(x), soft * 1.4) * inside(x * 1.04), dark)
  const wing = [
    [width * 0.72, top(width * 0.72), 0.016],
    [width * 1.17, -0.035, 0.004],
  ]
  layer((x, y) => person.eye.wing * cover(stroke(x, y, wing), soft * 1.5), dark)
  layer(
    (x, y) => 0.45 * cover(Math.abs(y - bottom(x)) - 0.004, soft * 2) * inside(x * 1.05),
    scaleColor(person.shadow, 0.5),
  )
}

function paintBrow(sitter, side) {
  const { canvas, frame, person, pose } = sitter
  const { points, color, seed } = person.brow
  const lifted = points.map(([x, y, r]) => [x, y - 0.03 * pose.smile, r])
  const shape = turned(sitter, (x, y) => {
    const hair = noise(x * side * 40 + y * 30, y * 10, seed) * 0.022
    return 0.88 * cover(stroke(x * side, y, lifted) + hair - 0.012, 0.05)
  })
  paint(canvas, frame, { box: [-1.1, -0.7, 1.1, 0.1], alpha: shape, color })
}

function paintNostrils(sitter) {
  const { canvas, frame, person } = sitter
  const box = [-0.6, 0.2, 0.8, 0.75]
  const layer = (shape, color) => {
    const alpha = turned(sitter, (x, y) =>
      shape(Math.abs(x - noseShift(sitter, y)) / person.nose, y),
    )
    paint(canvas, frame, { box, alpha, color, multiply: true })
  }
  const deep = scaleColor(person.shadow, 0.45)
  layer(
    (a, y) => 0.8 * glow(ellipse(a, y - 0.25 * (a - 0.08), [0.082, 0.51, 0.05, 0.019]), 0.035),
    deep,
  )
  const wing = [
    [0.17, 0.38, 0.002],
    [0.205, 0.44, 0.006],
    [0.2, 0.5, 0.006],
    [0.165, 0.53, 0.002],
  ]
  layer((a, y) => 0.55 * glow(stroke(a, y, wing), 0.05), person.shadow)
}

/** The curves of the mouth, from top to bottom, over x. */
function mouthCurves({ person, pose }) {
  const { at, width, upper, lower } = person.mouth
  const half = width * (1 + 0.16 * pose.smile)
  const arc = (x, power) => Math.max(0, 1 - (x / half) ** 2) ** power
  const line = (x) =>
    at - 0.13 * pose.smile * (x / half) ** 2 + 0.012 * bell(x / 0.07) + 0.045 * pose.smile
  const gap = (x) => pose.open * arc(x, 0.9)
  const bow = (x) => 1 - 0.22 * bell(x / 0.055) + 0.12 * bell((Math.abs(x) - 0.09) / 0.06)
  return {
    half,
    top: (x) => line(x) - gap(x) * 0.3 - upper * (1 - 0.25 * pose.smile) * arc(x, 0.85) * bow(x),
    upper: (x) => line(x) - gap(x) * 0.3,
    lower: (x) => line(x) + gap(x) * 0.7,
    bottom: (x) => line(x) + gap(x) * 0.7 + lower * (1 - 0.2 * pose.smile) * arc(x, 0.7),
  }
}

function paintMouth(sitter) {
  const { canvas, frame, person, pose } = sitter
  const box = [-0.7, 0.4, 0.8, 1.3]
  const m = mouthCurves(sitter)
  const soft = pixel(sitter) * 2
  const layer = (shape, color, multiply = true) =>
    paint(canvas, frame, { box, alpha: turned(sitter, shape), color, multiply })
  const within = (from, to) => (x, y) =>
    Math.abs(x) >= m.half ? 0 : cover(Math.max(from(x) - y, y - to(x)), soft)
  const [top, bottom] = [within(m.top, m.upper), within(m.lower, m.bottom)]
  layer((x, y) => 0.9 * top(x, y), scaleColor(person.mouth.tint, 0.88))
  layer((x, y) => 0.9 * bottom(x, y), person.mouth.tint)
  layer(
    (x, y) => bottom(x, y) * 0.3 * bell2((x + 0.06) / 0.12, (y - m.lower(x) - 0.045) / 0.022),
    [1, 0.93, 0.9],
    false,
  )
  if (pose.open > 0) {
    layer(within(m.upper, m.lower), rgb('#5a2323'), false)
    const teeth = (x) => m.upper(x) + Math.min(0.085, (m.lower(x) - m.upper(x)) * 0.86)
    const bite = within(m.upper, teeth)
    layer((x, y) => bite(x, y) * ramp(0.97, 0.72, Math.abs(x) / m.half), rgb('#f1ebe3'), false)
    layer((x, y) => 0.45 * bite(x, y) * glow(y - m.upper(x) - 0.012, 0.03), rgb('#a77f74'))
  } else {
    layer(
      (x, y) =>
        0.85 *
        cover(Math.abs(y - m.upper(x)) - 0.008, soft) *
        ramp(m.half * 1.04, m.half * 0.8, Math.abs(x)),
      rgb('#5b2a28'),
      false,
    )
  }
  layer(
    (x, y) => 0.5 * bell2((Math.abs(x) - m.half) / 0.035, (y - m.upper(m.half)) / 0.03),
    person.shadow,
  )
}

/** Paints eyes, brows, nostrils and mouth over the skin. */
export function paintFeatures(sitter) {
  paintNostrils(sitter)
  if (!sitter.pose.mouthHidden) paintMouth(sitter)
  for (const side of [-1, 1]) {
    paintEye(sitter, side)
    paintBrow(sitter, side)
  }
}
