/**
 * Canvas to JPEG, with the outcome in a comment segment.
 *
 * @module
 */
import jpeg from 'jpeg-js'
import { clamp, createCanvas } from './canvas.mjs'

/** Averages blocks of `factor` × `factor` pixels. */
export function shrink(canvas, factor) {
  const small = createCanvas(canvas.width / factor, canvas.height / factor)
  for (let y = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++) {
      const from = (y * canvas.width + x) * 3
      const to = (Math.floor(y / factor) * small.width + Math.floor(x / factor)) * 3
      for (let i = 0; i < 3; i++) small.data[to + i] += canvas.data[from + i] / factor ** 2
    }
  }
  return small
}

/** Blurs a little, by about half a pixel: fewer bytes. */
export function soften({ width, height, data }, weight) {
  const soft = createCanvas(width, height)
  const pull = [weight, 1, weight]
  const sum = (1 + 2 * weight) ** 2
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = (y * width + x) * 3
      for (let k = 0; k < 9; k++) {
        const px = clamp(x + (k % 3) - 1, 0, width - 1)
        const py = clamp(y + Math.floor(k / 3) - 1, 0, height - 1)
        const share = (pull[k % 3] * pull[Math.floor(k / 3)]) / sum
        for (let i = 0; i < 3; i++) soft.data[to + i] += share * data[(py * width + px) * 3 + i]
      }
    }
  }
  return soft
}

/**
 * Encodes a canvas.
 *
 * @returns Three byte arrays that joined are the file: `start` (SOI and APP0), `tables` (from the
 *   quantization tables to the scan header: equal for equal size and quality), `scan` (to EOI).
 */
export function encode({ width, height, data }, quality) {
  const rgba = new Uint8Array(width * height * 4)
  for (let i = 0; i < width * height; i++) {
    for (let k = 0; k < 3; k++) rgba[i * 4 + k] = Math.round(clamp(data[i * 3 + k]) * 255)
    rgba[i * 4 + 3] = 255
  }
  const file = jpeg.encode({ width, height, data: rgba }, quality).data
  const segments = []
  let at = 2
  while (file[at + 1] !== 0xda) {
    segments.push(at)
    at += 2 + file.readUInt16BE(at + 2)
  }
  const scanAt = at + 2 + file.readUInt16BE(at + 2)
  return {
    start: file.subarray(0, segments[1]),
    tables: file.subarray(segments[1], scanAt),
    scan: file.subarray(scanAt),
  }
}

/** Joins the parts, with the outcome in a COM segment (ITU-T T.81, B.2.4.5) after APP0. */
export function label({ start, tables, scan }, outcome) {
  const text = Buffer.from(`saf-edge outcome=${outcome}`, 'latin1')
  const head = Buffer.from([0xff, 0xfe, 0, text.length + 2])
  return Buffer.concat([start, head, text, tables, scan])
}
