/** Text, bytes and time by the best means that each host has. */

/** Milliseconds of a clock that never goes back. */
export const now = () => performance.now()

/** Encodes text as UTF-8. */
export function utf8(text) {
  return new TextEncoder().encode(text)
}

/** Encodes bytes as base64. */
export function writeBase64(bytes) {
  if (bytes.toBase64) return bytes.toBase64()
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')
}
