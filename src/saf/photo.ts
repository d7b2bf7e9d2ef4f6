/**
 * Turns a photo of any usual shape into the base64 that the API asks for: JPEG, no `data:` prefix,
 * no line breaks (`spec/saf-api.md` section 1.2).
 *
 * @module
 */
import { decodeBase64 } from '../crypto/base64.ts'
import { check } from '../codec/check.ts'
import type { Segment } from '../sign/encode-form.ts'

/** Characters of base64 decoded at a time: a multiple of four. */
const PIECE = 4096

/** A JPEG: its bytes, a Blob of them, or base64 text (url-safe, with a data: prefix, as it comes). */
export type Photo = Uint8Array | ArrayBuffer | Blob | string

/**
 * Checks a photo: bytes stay bytes, which stand for their base64; text becomes standard base64.
 *
 * @param photo - What the caller gave.
 * @param name - The field's name, for errors. Contents are never shown.
 * @param maxBytes - Decoded bytes allowed.
 * @throws TypeError when it is not a JPEG, empty, too large, or of another shape.
 */
export async function readPhoto(photo: Photo, name: string, maxBytes: number): Promise<Segment> {
  if (typeof photo === 'string') {
    checkSize(photo.length / 2, name, maxBytes) // Before a scan: nothing but line breaks is dropped.
    const base64 = normalize(photo)
    checkSize(Math.floor((base64.length * 3) / 4), name, maxBytes)
    const isBase64 = /^[A-Za-z\d+/]+$/.test(base64) && base64.length % 4 !== 1
    check(isBase64, name, 'base64 of a JPEG', photo)
    const padded = base64.padEnd(Math.ceil(base64.length / 4) * 4, '=')
    checkStart(decodeBase64(padded.slice(0, 16)), name)
    // Decoded from the end, until the end of the picture is found: mostly the first piece has it.
    let to = padded.length
    while (to > 0 && !hasEnd(decodeBase64(padded.slice(Math.max(0, to - PIECE - 4), to))))
      to -= PIECE
    checkEnd(to > 0, name)
    return padded
  }
  const { byteLength, size = byteLength } = Object(photo)
  check(Number.isInteger(size), name, 'Uint8Array, ArrayBuffer, Blob or base64 text', photo)
  checkSize(size, name, maxBytes)
  const bytes = await readBytes(photo, name)
  checkSize(bytes.length, name, maxBytes)
  checkStart(bytes, name)
  checkEnd(hasEnd(bytes), name)
  return bytes
}

async function readBytes(photo: Exclude<Photo, string>, name: string): Promise<Uint8Array> {
  if (ArrayBuffer.isView(photo)) {
    return new Uint8Array(photo.buffer, photo.byteOffset, photo.byteLength)
  }
  try {
    return new Uint8Array('arrayBuffer' in photo ? await photo.arrayBuffer() : photo)
  } catch {
    throw new TypeError(`"${name}" could not be read (a file that changed?)`)
  }
}

/**
 * Drops a data: prefix, line breaks and padding. Only line breaks: a space may be a `+` that a form
 * decoder ate, and dropping it would make another photo.
 */
function normalize(text: string): string {
  return text
    .trim()
    .replace(/^data:[^,]*;base64,|[\r\n]+/gi, '')
    .replace(/-/g, '+')
    .replace(/_/g, '/')
    .replace(/={1,2}$/, '') // No `=+`: its backtracking is quadratic.
}

function checkSize(bytes: number, name: string, maxBytes: number): void {
  if (bytes === 0) throw new TypeError(`"${name}" is empty: expected a JPEG`)
  if (bytes > maxBytes) {
    throw new TypeError(`"${name}" has ${bytes} bytes, more than "maxPhotoBytes" (${maxBytes})`)
  }
}

/** Checks that the bytes start FF D8 FF. */
function checkStart(bytes: Uint8Array, name: string): void {
  const start = String.fromCharCode(...bytes.subarray(0, 12))
  if (start.startsWith('\xff\xd8\xff')) return
  // What phones and screenshots make instead.
  const format = /PNG|WEBP|(?<=^....)ftyp/s.exec(start)?.[0].replace('ftyp', 'HEIC or AVIF')
  throw new TypeError(`"${name}" expected JPEG, got ${format ?? 'other bytes'}`)
}

/** Looks for FF D9 after the first two bytes of a JPEG; phones append bytes after the end. */
function hasEnd(bytes: Uint8Array): boolean {
  let at = bytes.length - 1
  while (at > 0 && !(bytes[at] === 0xd9 && bytes[at - 1] === 0xff)) at--
  return at > 0
}

function checkEnd(isThere: boolean, name: string): void {
  if (!isThere) throw new TypeError(`"${name}" expected JPEG, got one without its end (cut off?)`)
}
