/**
 * The two sitters, invented for this project. No real person is drawn.
 *
 * @module
 */
import { rgb } from './canvas.mjs'
import { paintClothes } from './clothes.mjs'
import { paintFeatures } from './features.mjs'
import { paintHairBefore, paintHairBehind } from './hair.mjs'
import { paintHead } from './head.mjs'

/** Person A: dark bob, green-brown eyes. */
export const personA = {
  outline: [1.31, 1.25, 1.14, 1.05, 1.01, 0.99, 0.99, 1.03, 1.1, 1.2, 1.29, 1.38, 1.42],
  skin: {
    deep: rgb('#7d4532'),
    shade: rgb('#bd8062'),
    mid: rgb('#e6b191'),
    bright: rgb('#f8d6ba'),
  },
  shadow: rgb('#a8705c'),
  blush: rgb('#e9968a'),
  rosy: 0.42,
  folds: 0.5,
  nose: 0.88,
  lips: 1,
  cheeks: 0.1,
  neck: 0.47,
  ears: 0,
  eye: {
    at: [0.4, 0.02],
    width: 0.225,
    upper: 0.122,
    lower: 0.082,
    tilt: 0.08,
    lash: 0.021,
    wing: 0.85,
    iris: rgb('#8a7440'),
    irisEdge: rgb('#3d3a22'),
    irisRadius: 0.112,
  },
  brow: {
    points: [
      [0.18, -0.262, 0.03],
      [0.36, -0.312, 0.036],
      [0.52, -0.318, 0.028],
      [0.66, -0.25, 0.008],
    ],
    color: rgb('#3a2620'),
    seed: 11,
  },
  mouth: { at: 0.81, width: 0.29, upper: 0.085, lower: 0.115, tint: rgb('#d4807c') },
  style: 'bob',
  hair: { deep: rgb('#1c1110'), mid: rgb('#4a2c22'), bright: rgb('#a06a48'), seed: 21 },
}

/** Person B: short silver hair, beard, glasses, blue-grey eyes, a wider jaw. */
export const personB = {
  outline: [1.4, 1.37, 1.3, 1.2, 1.11, 1.05, 1.02, 1.04, 1.11, 1.21, 1.3, 1.37, 1.4],
  skin: {
    deep: rgb('#6b382c'),
    shade: rgb('#b57663'),
    mid: rgb('#dda58d'),
    bright: rgb('#f3cfba'),
  },
  shadow: rgb('#a26a5a'),
  blush: rgb('#e08a7c'),
  rosy: 0.35,
  folds: 1,
  nose: 1.1,
  lips: 0.7,
  cheeks: 0.07,
  neck: 0.66,
  ears: 1.05,
  eye: {
    at: [0.4, 0.02],
    width: 0.195,
    upper: 0.092,
    lower: 0.066,
    tilt: 0.01,
    lash: 0.012,
    wing: 0,
    iris: rgb('#7f9bb0'),
    irisEdge: rgb('#34485a'),
    irisRadius: 0.092,
  },
  brow: {
    points: [
      [0.16, -0.25, 0.045],
      [0.36, -0.31, 0.05],
      [0.56, -0.29, 0.04],
      [0.69, -0.22, 0.014],
    ],
    color: rgb('#8d8a88'),
    seed: 31,
  },
  mouth: { at: 0.83, width: 0.27, upper: 0.05, lower: 0.08, tint: rgb('#cf8a82') },
  style: 'short',
  hair: { deep: rgb('#5d5d62'), mid: rgb('#a3a4a8'), bright: rgb('#ecebe8'), seed: 41 },
  beard: { deep: rgb('#65605f'), mid: rgb('#a5a19e'), bright: rgb('#e6e2dd'), seed: 51 },
  glasses: { color: rgb('#2b2422') },
}

/** Paints one whole sitter: `{ canvas, frame, person, pose, light, clothes }`. */
export function paintSitter(sitter) {
  paintHairBehind(sitter)
  paintHead(sitter)
  paintClothes(sitter)
  paintFeatures(sitter)
  paintHairBefore(sitter)
}
