/**
 * Reads a signature as somebody pastes it: with the traces of the wire, of a shell, or of a wrong
 * alphabet. Private to `explainMismatch`.
 *
 * @module
 */
import { decodeBase64, encodeBase64 } from '../crypto/base64.ts'
import type { Mistake } from '../errors.ts'

/** A signature and what is wrong with the way it is written. */
export interface GivenSignature {
  /** Standard base64 of its 20 bytes; absent when there are no 20 bytes in it. */
  readonly base64?: string
  /** What the writing tells: a mistake, or why the signature cannot be read. */
  readonly flaw?: { readonly mistake: Mistake; readonly says: string }
}

/** What an HMAC of another hash leaves, by its length in bytes. */
const OTHER_HASHES: Readonly<Record<number, string>> = {
  16: 'HMAC-MD5',
  32: 'HMAC-SHA256',
  48: 'HMAC-SHA384',
  64: 'HMAC-SHA512',
}

/** Hexadecimal digits of the longest of them. */
const MAX_HEX = 128

/** Reads a signature. */
export function readSignature(signature: string): GivenSignature {
  const text = signature.trim()
  if (text === '') return unreadable('the signature is empty: send the one that was computed')
  if (text.length > 512)
    return unreadable('the signature is too long to be one: it has 28 characters')
  const decoded = decodePercents(text)
  if (decoded === undefined) return unreadable('the signature is no base64: it has 28 characters')
  const bytes = readBytes(decoded.text)
  if (bytes?.length !== 20) {
    const hash = OTHER_HASHES[bytes?.length ?? 0]
    return unreadable(
      hash === undefined
        ? 'the signature is not base64 of 20 bytes, as HMAC-SHA1 gives: look how it was written'
        : `the signature is as long as one of ${hash}: sign with HMAC-SHA1`,
    )
  }
  const base64 = encodeBase64(bytes)
  const flaw = findFlaw(decoded, base64)
  return flaw ? { base64, flaw } : { base64 }
}

interface Decoded {
  readonly text: string
  /** How often it was percent-encoded. */
  readonly times: number
}

function unreadable(says: string): GivenSignature {
  return { flaw: { mistake: 'unknown', says } }
}

function decodePercents(text: string): Decoded | undefined {
  try {
    let decoded: Decoded = { text, times: 0 }
    while (decoded.text.includes('%') && decoded.times < 4) {
      decoded = { text: decodeURIComponent(decoded.text), times: decoded.times + 1 }
    }
    return decoded
  } catch {
    return undefined
  }
}

/** Reads base64 of either alphabet, padded or not, hexadecimal, and base64 of hexadecimal. */
function readBytes(text: string): Uint8Array | undefined {
  if (isHex(text)) return readHex(text)
  const standard = text.replaceAll(' ', '+').replaceAll('-', '+').replaceAll('_', '/')
  const bare = standard.replace(/={1,2}$/, '')
  if (!/^[A-Za-z0-9+/]+$/.test(bare) || bare.length % 4 === 1) return undefined
  const bytes = decodeBase64(bare.padEnd(Math.ceil(bare.length / 4) * 4, '='))
  const inner = bytes.length <= MAX_HEX ? String.fromCharCode(...bytes) : ''
  return isHex(inner) ? readHex(inner) : bytes
}

/** Tells a digest in hexadecimal, of this hash or another: it would pass for longer base64. */
function isHex(text: string): boolean {
  const bytes = text.length / 2
  return /^[0-9A-Fa-f]+$/.test(text) && (bytes === 20 || Object.hasOwn(OTHER_HASHES, bytes))
}

function readHex(text: string): Uint8Array {
  return Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
}

function findFlaw({ text, times }: Decoded, base64: string): GivenSignature['flaw'] {
  if (text.includes(' ')) {
    return {
      mistake: 'plus-for-space',
      says: 'the + of the signature arrived as a space: percent-encode the signature on the wire',
    }
  }
  if (times > 1) {
    return {
      mistake: 'encoded-thrice',
      says: 'the signature was percent-encoded more than once: encode it once, for the wire',
    }
  }
  if (text === base64) return undefined
  return {
    mistake: 'altered-parameter',
    says: 'the signature is not written in standard base64 with its padding: write it so',
  }
}
