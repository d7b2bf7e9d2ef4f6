/**
 * Writes a form's body and its string to sign in one pass, as bytes. Private.
 *
 * The idea. A character is either unreserved, and then one byte in both texts, or it is escaped
 * twice: `%2F` in the body, `%252F` in the string to sign. In the base64 of a photo 97 of 100
 * characters are unreserved. So:
 * - Photos stay bytes. Three of them make two 12-bit numbers, and a table turns each into two
 *   characters, or into 0 when one of the two needs escaping: no UTF-16 text, no JSON.stringify.
 * - Four plain characters go into each text as one unaligned 32-bit word (DataView).
 * - Text is encoded by the host in slices and scanned four bytes at a time in the same way.
 * - Both texts are written into buffers of about their size; each block of input first makes room
 *   for its worst case, so that the loops check nothing.
 * Measured by `npm run bench`; the simple way is the oracle, in `test/reference/sign.ts`.
 *
 * @module
 */
import { requireText } from '../codec/percent.ts'
import { compareBytes } from './canonicalize.ts'

/** A piece of a value: text, or bytes that stand for their base64. */
export type Segment = string | Uint8Array

/** A parameter's value: text, or pieces that make it up. */
export type FormValue = string | readonly Segment[]

/** Parameters whose values may hold photos. */
export type FormParams = Readonly<Record<string, FormValue>>

/** A form that waits for its signature. */
export interface EncodedForm {
  /** The string to sign, in ASCII. */
  readonly toSign: Uint8Array<ArrayBuffer>
  /** Adds the signature and gives the body. To be called once. */
  readonly finish: (signature: string) => Uint8Array<ArrayBuffer>
}

/** Bytes that grow. */
interface Sink {
  bytes: Uint8Array<ArrayBuffer>
  view: DataView
  at: number
}

/** The two texts under way. */
interface Texts {
  readonly body: Sink
  readonly sign: Sink
  /** 1 for each byte that is an unreserved character. */
  readonly plain: Uint8Array
}

/** Bytes of input between two looks at the room that is left: a multiple of 3 and of 4. */
const BLOCK = 12_288

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const DIGITS = '0123456789ABCDEF'

/**
 * Encodes a POST form: names in byte order, `Signature` left out.
 *
 * @throws TypeError naming the parameter that is no text, or holds half a surrogate pair.
 */
export function encodeForm(params: FormParams): EncodedForm {
  const size = Object.values(params)
    .flat()
    .reduce((sum, { length }) => sum + length, 0)
  // Base64 is a third longer than its bytes, and a few in a hundred of its characters are escaped.
  const texts = { body: createSink(size * 1.45), sign: createSink(size * 1.55), plain: listPlain() }
  const writePair = (name: string): void => {
    if (texts.body.at > 0) writeSeparator(texts, '&', '%26')
    writeText(texts, name, name)
    writeSeparator(texts, '=', '%3D')
    for (const segment of [params[name] ?? ''].flat()) {
      if (typeof segment === 'object') writeBase64(texts, segment)
      else writeText(texts, segment, name)
    }
  }
  writeSeparator(texts, '', 'POST&%2F&')
  const names = Object.keys(params).filter((name) => name !== 'Signature')
  names.sort(compareBytes).forEach(writePair)
  const toSign = texts.sign.bytes.subarray(0, texts.sign.at)
  return {
    toSign,
    finish(signature) {
      writeSeparator(texts, texts.body.at > 0 ? '&Signature=' : 'Signature=', '')
      writeText(texts, signature, 'Signature')
      return texts.body.bytes.subarray(0, texts.body.at)
    },
  }
}

function createSink(size: number): Sink {
  const bytes = new Uint8Array(size + 2048)
  return { bytes, view: new DataView(bytes.buffer), at: 0 }
}

/** Makes room for a number of bytes, and a word more: words are written whole. */
function reserve(sink: Sink, count: number): void {
  const { at, bytes } = sink
  if (at + count + 4 <= bytes.length) return
  Object.assign(sink, createSink((at + count) * 1.5), { at })
  sink.bytes.set(bytes.subarray(0, at))
}

function listPlain(): Uint8Array {
  const plain = new Uint8Array(256)
  for (const char of `${ALPHABET.slice(0, 62)}-_.~`) plain[char.charCodeAt(0)] = 1
  return plain
}

/** Writes what stands between names and values; it is escaped once in the string to sign. */
function writeSeparator({ body, sign }: Texts, inBody: string, inSign: string): void {
  for (const [sink, text] of [
    [body, inBody],
    [sign, inSign],
  ] as const) {
    reserve(sink, text.length)
    for (let at = 0; at < text.length; at++) sink.bytes[sink.at++] = text.charCodeAt(at)
  }
}

/** Writes a text; `name` is what an error calls it. */
function writeText(texts: Texts, text: string, name: string): void {
  requireText(text, name)
  const bytes = new Uint8Array(Math.min(BLOCK, text.length * 3))
  for (let at = 0; at < text.length;) {
    const { read, written } = new TextEncoder().encodeInto(text.slice(at), bytes)
    writeBytes(texts, bytes.subarray(0, written))
    at += read
  }
}

/** Writes the base64 of bytes. */
function writeBase64(texts: Texts, bytes: Uint8Array): void {
  // Two characters for each 12 bits, so that three bytes are two look-ups; 0 if one is escaped.
  const pairs = new Uint16Array(4096)
  for (let bits = 0; bits < 4096; bits++) {
    const [first, second] = [bits >> 6, bits & 63]
    const isPlain = first < 62 && second < 62
    if (isPlain) pairs[bits] = ALPHABET.charCodeAt(first) | (ALPHABET.charCodeAt(second) << 8)
  }
  const whole = bytes.length - (bytes.length % 3)
  for (let from = 0; from < whole; from += BLOCK) {
    writeTriples(texts, bytes.subarray(from, Math.min(from + BLOCK, whole)), pairs)
  }
  writeText(texts, btoa(String.fromCharCode(...bytes.subarray(whole))), '')
}

/** Writes the base64 of whole groups of three bytes, a block at most. */
function writeTriples({ body, sign }: Texts, bytes: Uint8Array, pairs: Uint16Array): void {
  reserve(body, bytes.length * 4)
  reserve(sign, bytes.length * 7)
  const [bodyView, signView] = [body.view, sign.view]
  let [bodyAt, signAt] = [body.at, sign.at]
  for (let from = 0; from < bytes.length; from += 3) {
    // why `as number`: three bytes are there, and twelve bits index the whole table.
    const high = bytes[from] as number
    const middle = bytes[from + 1] as number
    const group = (high << 16) | (middle << 8) | (bytes[from + 2] as number)
    const first = pairs[group >> 12] as number
    const second = pairs[group & 4095] as number
    if (first !== 0 && second !== 0) {
      const word = first | (second << 16)
      bodyView.setUint32(bodyAt, word, true)
      signView.setUint32(signAt, word, true)
      bodyAt += 4
      signAt += 4
      continue
    }
    for (let shift = 18; shift >= 0; shift -= 6) {
      const value = (group >> shift) & 63
      const char = ALPHABET.charCodeAt(value)
      const isPlain = value < 62
      // %2B or %2F in the body, %252B or %252F in the string to sign.
      bodyView.setUint32(
        bodyAt,
        isPlain ? char : 0x3225 | (value === 62 ? 0x420000 : 0x460000),
        true,
      )
      signView.setUint32(signAt, isPlain ? char : 0x32353225, true)
      signView.setUint8(signAt + 4, value === 62 ? 0x42 : 0x46)
      bodyAt += isPlain ? 1 : 3
      signAt += isPlain ? 1 : 5
    }
  }
  body.at = bodyAt
  sign.at = signAt
}

/** Writes bytes of text, a block at most. */
function writeBytes({ body, sign, plain }: Texts, bytes: Uint8Array): void {
  reserve(body, bytes.length * 3)
  reserve(sign, bytes.length * 5)
  const [bodyView, signView] = [body.view, sign.view]
  let [bodyAt, signAt] = [body.at, sign.at]
  const lastWord = bytes.length - 4
  // why `as number` below: every index is within the bounds of its list.
  for (let from = 0; from < bytes.length; from++) {
    const a = bytes[from] as number
    if (plain[a] === 0) {
      // %XX in the body, %25XX in the string to sign.
      const digits = DIGITS.charCodeAt(a >> 4) | (DIGITS.charCodeAt(a & 15) << 8)
      bodyView.setUint32(bodyAt, 0x25 | (digits << 8), true)
      signView.setUint32(signAt, 0x353225 | (digits << 24), true)
      signView.setUint8(signAt + 4, digits >> 8)
      bodyAt += 3
      signAt += 5
      continue
    }
    let word = a
    let size = 1
    if (from <= lastWord) {
      const b = bytes[from + 1] as number
      const c = bytes[from + 2] as number
      const d = bytes[from + 3] as number
      if (((plain[b] as number) & (plain[c] as number) & (plain[d] as number)) === 1) {
        word = a | (b << 8) | (c << 16) | (d << 24)
        size = 4
      }
    }
    bodyView.setUint32(bodyAt, word, true)
    signView.setUint32(signAt, word, true)
    bodyAt += size
    signAt += size
    from += size - 1
  }
  body.at = bodyAt
  sign.at = signAt
}
