/**
 * Writes a form's string to sign, and makes the body of it in the same memory. Private.
 *
 * The idea. The string to sign is the body, percent-encoded once more: what is `%2F` in the body is
 * `%252F` there, and 97 of 100 characters of a photo's base64 are the same in both. So:
 * - Only the string to sign is written. When it is signed, the body is left of it by taking one
 *   level of escapes out in place: photos are in memory once, and half as many pages are touched.
 * - Photos stay bytes. Three of them make two 12-bit numbers, and a table turns each into two
 *   characters, or into 0 when one of the two needs escaping: no UTF-16 text, no JSON.stringify.
 * - Four characters go in and out as one unaligned 32-bit word (DataView), in small loops that end
 *   at an escape.
 * `npm run bench`, Node 20, 1 MB of base64: 5.5 ms of CPU from photos to finished body, 1.3 of them
 * for native HMAC-SHA1 and a copy; pop-core takes three times as long. Memory at the peak is 2.5
 * times the base64, Web Crypto's copy included.
 * The simple way is the oracle, in `test/reference/sign.ts`.
 *
 * @module
 */
import { percentEncode, requireText } from '../codec/percent.ts'
import { encodeBase64 } from '../crypto/base64.ts'
import { compareBytes } from './canonicalize.ts'

/** A piece of a value: text, or bytes that stand for their base64. */
export type Segment = string | Uint8Array

/** A parameter's value: text, or pieces that make it up. */
export type FormValue = string | readonly Segment[]

/** Parameters whose values may hold photos. */
export type FormParams = Readonly<Record<string, FormValue>>

/** A form that waits for its signature. */
export interface EncodedForm {
  /** The string to sign, in ASCII. Gone when the form is finished. */
  readonly toSign: Uint8Array<ArrayBuffer>
  /** Makes the body, signature included, where the string to sign was. To be called once. */
  readonly finish: (signature: string) => Uint8Array<ArrayBuffer>
}

/** Encodes forms. */
export type FormEncoder = (params: FormParams, method?: string) => EncodedForm

/** The string to sign under way. */
interface Sink {
  readonly tables: Tables
  bytes: Uint8Array<ArrayBuffer>
  at: number
}

/** Bytes of input between two looks at the room that is left: a multiple of 3. */
const BLOCK = 3072

/** Bytes that a byte becomes at most: 5 in a text, a third of 20 in a photo. */
const WORST = 7

/** Longer texts are encoded by the host, which takes longer to begin. */
const SHORT = 1024

/** The unreserved characters; the first 62 are base64's too. */
const PLAIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~'
const DIGITS = '0123456789ABCDEF'

/** What an encoder keeps. */
interface Tables {
  /** 1 for each byte that is an unreserved character. */
  readonly plain: Uint8Array
  /** Made for the first photo. */
  base64?: Base64Tables
}

/** What bits of base64 become in the string to sign. */
interface Base64Tables {
  /** Of 6 bits the character, or what follows the `%` of its escape. */
  readonly words: Uint32Array
  /** Of 12 bits two characters, or 0 if one is escaped. */
  readonly pairs: Uint16Array
}

/**
 * Creates an encoder of forms, or of the query of a GET: names in byte order, `Signature` left out.
 * It keeps its tables, which cost as much as a few kilobytes of photo.
 *
 * @throws TypeError naming the parameter that is no text, or holds half a surrogate pair.
 */
export function createFormEncoder(): FormEncoder {
  const plain = new Uint8Array(256)
  for (const code of new TextEncoder().encode(PLAIN)) plain[code] = 1
  const tables: Tables = { plain }
  return (params, method = 'POST') => {
    let size = 0
    for (const { length } of Object.values(params).flat()) size += length
    const bytes = new Uint8Array(size * 1.51 + Math.min(size, BLOCK) * WORST + 512)
    const sink = { tables, bytes, at: 0 }
    put(sink, `${method}&%2F&`)
    const start = sink.at
    const names = Object.keys(params).filter((name) => name !== 'Signature')
    for (const name of names.sort(compareBytes)) {
      if (sink.at > start) put(sink, '%26')
      putText(sink, name, name)
      put(sink, '%3D')
      const value = params[name] ?? ''
      for (const segment of typeof value === 'object' ? value : [value]) {
        if (typeof segment === 'object') putPhoto(sink, segment)
        else putText(sink, segment, name)
      }
    }
    return {
      toSign: readSink(sink),
      finish(signature) {
        decodeInPlace(sink, start)
        put(sink, `${sink.at > 0 ? '&' : ''}Signature=${percentEncode(signature)}`)
        return readSink(sink)
      },
    }
  }
}

function readSink({ bytes, at }: Sink): Uint8Array<ArrayBuffer> {
  return bytes.subarray(0, at)
}

/** Makes room for a number of bytes, and a word more: words are written whole. */
function reserve(sink: Sink, count: number): void {
  const needed = sink.at + count + 4
  if (needed <= sink.bytes.length) return
  const bytes = new Uint8Array(needed * 1.5)
  bytes.set(readSink(sink))
  sink.bytes = bytes
}

/** Writes ASCII as it is. */
function put(sink: Sink, text: string): void {
  reserve(sink, text.length)
  for (let at = 0; at < text.length; at++) sink.bytes[sink.at++] = text.charCodeAt(at)
}

/** Writes a text, escaped twice; `name` is what an error calls it. */
function putText(sink: Sink, text: string, name: string): void {
  requireText(text, name)
  const { plain } = sink.tables
  let from = 0
  if (text.length <= SHORT) {
    reserve(sink, text.length * WORST)
    for (; from < text.length; from++) {
      const code = text.charCodeAt(from)
      if (code > 127) break
      if (plain[code] === 1) sink.bytes[sink.at++] = code
      else sink.at = writeEscape(sink.bytes, sink.at, code)
    }
  }
  if (from === text.length) return
  const encoder = new TextEncoder()
  const block = new Uint8Array(BLOCK)
  while (from < text.length) {
    const { read, written } = encoder.encodeInto(text.slice(from), block)
    reserve(sink, written * WORST)
    writeBytes(sink, block.subarray(0, written))
    from += read
  }
}

/** Writes bytes of text, a block at most. */
function writeBytes(sink: Sink, block: Uint8Array): void {
  const { bytes } = sink
  const { plain } = sink.tables
  const view = new DataView(bytes.buffer)
  let { at } = sink
  for (let from = 0; from < block.length; from++) {
    // why `as number`, here and below: every index is within the bounds of its list.
    const a = block[from] as number
    if (from + 4 <= block.length) {
      const b = block[from + 1] as number
      const c = block[from + 2] as number
      const d = block[from + 3] as number
      const isPlain =
        (plain[a] as number) & (plain[b] as number) & (plain[c] as number) & (plain[d] as number)
      if (isPlain === 1) {
        view.setUint32(at, a | (b << 8) | (c << 16) | (d << 24), true)
        at += 4
        from += 3
        continue
      }
    }
    if (plain[a] === 1) bytes[at++] = a
    else at = writeEscape(bytes, at, a)
  }
  sink.at = at
}

/** Writes `%25XX`; gives where it ends. */
function writeEscape(bytes: Uint8Array, at: number, byte: number): number {
  bytes[at] = 0x25
  bytes[at + 1] = 0x32
  bytes[at + 2] = 0x35
  bytes[at + 3] = DIGITS.charCodeAt(byte >> 4)
  bytes[at + 4] = DIGITS.charCodeAt(byte & 15)
  return at + 5
}

function createBase64(): Base64Tables {
  // `252B` after a `%` is `+`, `252F` is `/`.
  const words = Uint32Array.of(...new TextEncoder().encode(PLAIN))
  words.set([0x42323532, 0x46323532], 62)
  const pairs = Uint16Array.from({ length: 4096 }, (_, bits) => {
    const [first = 0, second = 0] = [words[bits >> 6], words[bits & 63]]
    return first < 128 && second < 128 ? first | (second << 8) : 0
  })
  return { words, pairs }
}

/** Writes the base64 of a photo. */
function putPhoto(sink: Sink, photo: Uint8Array): void {
  const { tables } = sink
  const whole = photo.length < BLOCK ? 0 : photo.length - (photo.length % 3)
  for (let from = 0; from < whole; from += BLOCK) {
    const block = photo.subarray(from, Math.min(from + BLOCK, whole))
    reserve(sink, block.length * WORST)
    writeTriples(sink, block, (tables.base64 ??= createBase64()))
  }
  putText(sink, encodeBase64(photo.subarray(whole)), '')
}

/** Writes whole groups of three bytes. */
function writeTriples(sink: Sink, block: Uint8Array, { pairs, words }: Base64Tables): void {
  const view = new DataView(sink.bytes.buffer)
  let { at } = sink
  for (let from = 0; from < block.length; from += 3) {
    let group = 0
    for (; from < block.length; from += 3) {
      // why `as number`: three bytes are there, and their bits index the whole tables.
      group =
        ((block[from] as number) << 16) |
        ((block[from + 1] as number) << 8) |
        (block[from + 2] as number)
      const first = pairs[group >> 12] as number
      const second = pairs[group & 4095] as number
      if (!first || !second) break
      view.setUint32(at, first | (second << 16), true)
      at += 4
    }
    if (from >= block.length) break
    at = writeWord(view, at, words[group >> 18] as number)
    at = writeWord(view, at, words[(group >> 12) & 63] as number)
    at = writeWord(view, at, words[(group >> 6) & 63] as number)
    at = writeWord(view, at, words[group & 63] as number)
  }
  sink.at = at
}

/** Writes one character of base64; gives where it ends. */
function writeWord(view: DataView, at: number, word: number): number {
  if (word < 128) {
    view.setUint8(at, word)
    return at + 1
  }
  view.setUint8(at, 0x25)
  view.setUint32(at + 1, word, true)
  return at + 5
}

/**
 * Takes one level of escapes out of what was written since `start`, and moves it to the front. What
 * is written never reaches what is still to be read: the prefix lies between them.
 */
function decodeInPlace(sink: Sink, start: number): void {
  const { bytes, at: end } = sink
  const view = new DataView(bytes.buffer)
  bytes[end] = 0x25 // Ends the loops: a `%` is found where there is nothing more.
  let at = 0
  let from = start
  for (;;) {
    let found = 0
    while (found === 0) {
      const word = view.getUint32(from, true)
      view.setUint32(at, word, true)
      const odd = word ^ 0x25252525
      found = (odd - 0x1010101) & ~odd & 0x80808080
      from += 4
      at += 4
    }
    // The lowest high bit is that of the first `%`.
    const over = (Math.clz32(found & -found) >> 3) + 1
    from -= over
    at -= over
    if (from === end) break
    const last = bytes[from + 2] as number // why: `%25`, `%26` or `%3D` stands there, whole.
    bytes[at++] = last === 0x44 ? 0x3d : last - 16
    from += 3
  }
  sink.at = at
}
