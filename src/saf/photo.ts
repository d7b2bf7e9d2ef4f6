/**
 * Turns a photo of any usual shape into the base64 that the API asks for: JPEG, no `data:` prefix,
 * no line breaks (`spec/saf-api.md` section 1.2).
 *
 * @module
 */
import { decodeBase64 } from '../crypto/base64.ts'
import { check } from '../codec/check.ts'

/**
 * A JPEG: its bytes, a Blob of them, or base64 text (url-safe, with a data: prefix, as it comes).
 * Bytes are not copied: leave them as they are until the call is over.
 */
export type Photo = Uint8Array | ArrayBuffer | Blob | string

/**
 * Reads a photo as bytes, which stand for their base64 until they are written.
 *
 * @param photo - What the caller gave.
 * @param name - The field's name, for errors. Contents are never shown.
 * @param maxBytes - Decoded bytes allowed.
 * @throws TypeError when it is not a JPEG, empty, too large, or of another shape.
 */
export async function readPhoto(photo: Photo, name: string, maxBytes: number): Promise<Uint8Array> {
  const isText = typeof photo === 'string'
  const { byteLength, size = byteLength } = Object(photo)
  // Before anything is scanned or read. Text decodes to half of itself at least.
  const claimed = isText ? Math.ceil(photo.length / 2) : size
  check(Number.isInteger(claimed), name, 'Uint8Array, ArrayBuffer, Blob or base64 text', photo)
  checkSize(claimed, name, maxBytes)
  const bytes = isText ? readBase64(photo, name) : await readBytes(photo, name)
  checkSize(bytes.length, name, maxBytes)
  checkJpeg(bytes, name)
  return bytes
}

function checkSize(bytes: number, name: string, maxBytes: number): void {
  if (bytes === 0) throw new TypeError(`"${name}" is empty: expected a JPEG`)
  if (bytes > maxBytes) {
    throw new TypeError(`"${name}" has ${bytes} bytes, more than "maxPhotoBytes" (${maxBytes})`)
  }
}

/**
 * Drops a data: prefix, line breaks and padding. Only line breaks: a space may be a `+` that a form
 * decoder ate, and dropping it would make another photo.
 */
function readBase64(text: string, name: string): Uint8Array {
  const base64 = text
    .trim()
    .replace(/^data:[^,]*;base64,|[\r\n]+/gi, '')
    .replace(/-/g, '+')
    .replace(/_/g, '/')
    .replace(/={1,2}$/, '') // No `=+`: its backtracking is quadratic.
  try {
    const bytes = decodeBase64(base64)
    // Shorter when white space was skipped.
    if (bytes.length === Math.floor((base64.length * 3) / 4)) return bytes
  } catch {
    // No base64.
  }
  throw new TypeError(`"${name}" expected base64 of a JPEG`)
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

/** Checks that the bytes start FF D8 FF and have FF D9 later: phones append bytes after the end. */
function checkJpeg(bytes: Uint8Array, name: string): void {
  const start = String.fromCharCode(...bytes.subarray(0, 12))
  const isJpeg = start.startsWith('\xff\xd8\xff')
  let end = bytes.length - 1
  while (end > 0 && !(bytes[end] === 0xd9 && bytes[end - 1] === 0xff)) end--
  if (isJpeg && end > 0) return
  // What phones and screenshots make instead.
  const format = /PNG|WEBP|(?<=^....)ftyp/s.exec(start)?.[0].replace('ftyp', 'HEIC or AVIF')
  const got = isJpeg ? 'one without its end (cut off?)' : (format ?? 'other bytes')
  throw new TypeError(`"${name}" expected JPEG, got ${got}`)
}
