import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import jpeg from 'jpeg-js'
import { describe, expect, it } from 'vitest'
import { type TestFaceName, testFaces } from '../../../src/emulator/test-faces.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** Each outcome and the photo of the playground that carries it too. */
const FACES: readonly (readonly [name: TestFaceName, photo: string])[] = [
  ['idPhoto', 'id-photo.jpg'],
  ['match', 'match.jpg'],
  ['mismatch', 'mismatch.jpg'],
  ['spoof', 'spoof.jpg'],
  ['unreadable', 'unreadable.jpg'],
  ['noReference', 'no-reference.jpg'],
]

describe.each(FACES)('test faces: %s', (name, photo) => {
  it('is a JPEG of 96 × 128 pixels that says its outcome', () => {
    expectJpeg(testFaces[name], { width: 96, height: 128 })
    expect(readComment(testFaces[name])).toBe(`saf-edge outcome=${name}`)
  })

  it('has a photo of 480 × 640 pixels in the playground with the same outcome', () => {
    const file = readPhoto(photo)
    expectJpeg(file, { width: 480, height: 640 })
    expect(readComment(file)).toBe(`saf-edge outcome=${name}`)
  })

  it('shows the same picture small and large', () => {
    const small = decode(testFaces[name])
    const large = decode(readPhoto(photo))
    expect(averageDifference(small, large)).toBeLessThan(10)
  })

  it('is a fresh copy at every access', () => {
    const first = testFaces[name]
    const untouched = first.slice()
    first.fill(0)
    expect(testFaces[name]).not.toBe(first)
    expect(testFaces[name]).toEqual(untouched)
  })
})

it('test faces: the six names are listed, and none can be replaced', () => {
  expect(Object.keys(testFaces)).toEqual(FACES.map(([name]) => name))
  expect(Reflect.set(testFaces, 'match', new Uint8Array())).toBe(false)
  expect(Reflect.deleteProperty(testFaces, 'match')).toBe(false)
  expect(Reflect.defineProperty(testFaces, 'other', { value: 1 })).toBe(false)
})

it('test faces: two faces differ in more than their comment', () => {
  const pictures = FACES.map(([name]) => decode(testFaces[name]))
  for (const [i, picture] of pictures.entries()) {
    for (const other of pictures.slice(i + 1)) {
      expect(averageDifference(picture, other)).toBeGreaterThan(20)
    }
  }
})

it('test faces: six small files take at most 11 KiB, a large one at most 40 KiB', () => {
  const sizes = FACES.map(([name]) => testFaces[name].length)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(2250)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(11 * 1024)
  for (const [, photo] of FACES) expect(readPhoto(photo).length).toBeLessThanOrEqual(40 * 1024)
})

it('test faces: the script that drew them draws the same bytes again', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'saf-edge-faces-'))
  try {
    const script = join(ROOT, 'playground/photos/draw.mjs')
    const run = spawnSync(process.execPath, [script, '--out', folder], { encoding: 'utf8' })
    expect(run.stderr).toBe('')
    expect(run.status).toBe(0)
    const drawn = listFiles(folder)
    const photos = FACES.map(([, photo]) => `playground/photos/${photo}`)
    expect(drawn).toEqual([...photos, 'src/emulator/test-faces.data.ts'].sort())
    const changed = drawn.filter(
      (file) => !readFileSync(join(folder, file)).equals(readFileSync(join(ROOT, file))),
    )
    expect(changed).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

interface Picture {
  readonly width: number
  readonly height: number
  /** RGBA. */
  readonly data: Uint8Array
}

const decoded = new Map<string, Picture>()

/** Decodes a file, once. */
function decode(file: Uint8Array): Picture {
  const key = Buffer.from(file).toString('latin1')
  const known = decoded.get(key)
  if (known) return known
  const picture = jpeg.decode(file, { useTArray: true, tolerantDecoding: false })
  decoded.set(key, picture)
  return picture
}

function expectJpeg(file: Uint8Array, size: { width: number; height: number }): void {
  expect([...file.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
  expect([...file.subarray(-2)]).toEqual([0xff, 0xd9])
  expect(decode(file)).toMatchObject(size)
}

/** Text of the COM segment, which stands right after SOI and APP0. */
function readComment(file: Uint8Array): string {
  const view = new DataView(file.buffer, file.byteOffset)
  expect(view.getUint16(2)).toBe(0xffe0)
  const at = 4 + view.getUint16(4)
  expect(view.getUint16(at)).toBe(0xfffe)
  const end = at + 2 + view.getUint16(at + 2)
  return new TextDecoder().decode(file.subarray(at + 4, end))
}

/** Mean difference per channel, from 0 to 255, once `other` is shrunk to the size of `small`. */
function averageDifference(small: Picture, other: Picture): number {
  const factor = other.width / small.width
  const shrunk = new Float64Array(small.data.length)
  const share = 1 / factor ** 2
  // Not by entries(): a million pairs take a second.
  for (let i = 0; i < other.data.length; i++) {
    const x = Math.floor(((i >> 2) % other.width) / factor)
    const y = Math.floor(Math.floor((i >> 2) / other.width) / factor)
    const to = (y * small.width + x) * 4 + (i & 3)
    shrunk[to] = (shrunk[to] ?? 0) + (other.data[i] ?? 0) * share
  }
  const sum = small.data.reduce((total, value, i) => total + Math.abs(value - (shrunk[i] ?? 0)), 0)
  return sum / (small.width * small.height * 3)
}

function readPhoto(name: string): Buffer {
  return readFileSync(join(ROOT, 'playground/photos', name))
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}
