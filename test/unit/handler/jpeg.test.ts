import { encode } from 'jpeg-js'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { testFaces } from '../../../src/emulator/index.ts'
import { readJpeg } from '../../../src/handler/jpeg.ts'
import { ROOT } from '../../package/project.ts'

const bytes = (...values: readonly (number | string)[]): Uint8Array =>
  Buffer.concat(
    values.map((value) =>
      typeof value === 'number' ? Buffer.from([value]) : Buffer.from(value, 'latin1'),
    ),
  )

const SOI = '\xff\xd8'
const SOF = '\xff\xc0\0\x0b\x08\0\x30\0\x20\x01\x01\x11\0' // 32 × 48 pixels
const SOS = '\xff\xda\0\x08\x01\x01\0\0\x3f\0'
const EOI = '\xff\xd9'
const SMALL = bytes(SOI, SOF, SOS, 'data\xff\0more\xff\xd3\xff\xff', EOI)

const draw = (width: number, height: number): Uint8Array =>
  encode({ width, height, data: Buffer.alloc(width * height * 4, 99) }, 80).data

describe('JPEG', () => {
  it('a whole picture: its size and its length', () => {
    expect(readJpeg(SMALL)).toEqual({ width: 32, height: 48, length: SMALL.length })
    const drawn = draw(300, 7)
    expect(readJpeg(drawn)).toEqual({ width: 300, height: 7, length: drawn.length })
  })

  it('every test face, and every photo of the playground', () => {
    for (const face of Object.values(testFaces)) {
      expect(readJpeg(face)).toEqual({ width: 96, height: 128, length: face.length })
    }
    const folder = join(ROOT, 'playground/photos')
    const photos = readdirSync(folder).filter((name) => name.endsWith('.jpg'))
    expect(photos.length).toBeGreaterThan(4)
    for (const name of photos) {
      const photo = readFileSync(join(folder, name))
      expect(readJpeg(photo)?.length, name).toBe(photo.length)
    }
  })

  it('ends at its own end, not at that of a thumbnail, nor at one that was appended', () => {
    const thumbnail = `\xff\xe1\0\x12${SOI}thumbnail${EOI}end`
    const photo = bytes(SOI, thumbnail, SOF, SOS, 'data', EOI)
    const appended = bytes(...photo, '<script>', EOI)
    expect(readJpeg(photo)?.length).toBe(photo.length)
    expect(readJpeg(appended)?.length).toBe(photo.length)
  })

  it('has several scans when it is progressive', () => {
    const tables = '\xff\xc4\0\x03\0'
    const photo = bytes(SOI, SOF.replace('\xc0', '\xc2'), SOS, 'one', tables, SOS, 'two', EOI)
    expect(readJpeg(photo)).toEqual({ width: 32, height: 48, length: photo.length })
  })

  it.each([
    ['nothing', ''],
    ['a PNG', '\x89PNG\r\n\x1a\n'],
    ['the start alone', SOI],
    ['no picture', SOI + EOI],
    ['no scan', SOI + SOF + EOI],
    ['no size', SOI + SOS + EOI],
    ['two sizes', SOI + SOF + SOF + SOS + EOI],
    ['a lossless one', SOI + SOF.replace('\xc0', '\xc3') + SOS + EOI],
    ['one that is cut off', SOI + SOF + SOS + 'data'],
    ['one whose segment runs over the end', `${SOI}\xff\xe1\xff\xff${SOF}${SOS}${EOI}`],
    ['one whose segment has no length', `${SOI}\xff\xe1\0\0${SOF}${SOS}${EOI}`],
    ['bytes between segments', `${SOI}${SOF}junk${SOS}${EOI}`],
    ['a marker that is none', `${SOI}\xff\x01\0\x02${SOF}${SOS}${EOI}`],
    ['a second start', `${SOI}\xff\xd8\0\x02${SOF}${SOS}${EOI}`],
    ['another picture inside', `${SOI}${SOI}${SOF}${SOS}${EOI}`],
  ])('refuses %s', (_, text) => {
    expect(readJpeg(bytes(text))).toBeUndefined()
  })

  it('refuses every beginning of a picture, and stays fast on megabytes of markers', () => {
    const face = testFaces.match
    for (let length = 0; length < face.length; length++) {
      expect(readJpeg(face.subarray(0, length))).toBeUndefined()
    }
    for (const filling of ['\xff', '\xff\0', '\xff\xda\0\x02', '\xff\xe0\0\x02']) {
      const start = performance.now()
      expect(
        readJpeg(bytes(SOI, SOF, SOS, filling.repeat(2 ** 21 / filling.length))),
      ).toBeUndefined()
      // A scan that grows with the square takes minutes.
      expect(performance.now() - start).toBeLessThan(5000)
    }
  })
})
