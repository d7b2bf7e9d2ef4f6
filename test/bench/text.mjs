/** Text, bytes and time by the best means that each host has. */

/** Milliseconds of a clock that never goes back. */
export const now = () => performance.now()

/** A moment: by the clock, and in CPU milliseconds of the process where the host tells. */
export function mark() {
  return { atMs: now(), cpuMs: readCpuMs() }
}

function readCpuMs() {
  try {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  } catch {
    return 0 // workerd's throws: it is measured from outside.
  }
}

/** Encodes text as UTF-8. */
export function utf8(text) {
  return new TextEncoder().encode(text)
}

/** Encodes bytes as base64. */
export function writeBase64(bytes) {
  if (bytes.toBase64) return bytes.toBase64()
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')
}
