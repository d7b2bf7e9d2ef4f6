/**
 * Reads a file line by line, and says where each line ends.
 *
 * @module
 */
import { Buffer } from 'node:buffer'
import { createReadStream } from 'node:fs'

/** A line of a file. */
export interface Line {
  /** Its text, without the line break. */
  readonly text: string
  /** Whether a line break follows. Only the last line may have none. */
  readonly isWhole: boolean
  /** Where the next line starts, in bytes. */
  readonly endsAt: number
}

/** No line of ours comes near it: a file of another kind is not read into memory. */
const MAX_LINE_BYTES = 2 ** 20

const LINE_FEED = 0x0a

/**
 * Reads the lines of a file; a last one without a line break too, unless it is empty.
 *
 * @throws The system's error, and RangeError for a line of more than a MiB.
 */
export async function* readLines(path: string): AsyncGenerator<Line, void> {
  let rest: Uint8Array = new Uint8Array()
  let endsAt = 0
  for await (const chunk of createReadStream(path)) {
    // why: a stream without an encoding gives bytes
    const bytes = Buffer.concat([rest, chunk as Uint8Array])
    let start = 0
    for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, start)) {
      endsAt += at + 1 - start
      yield { text: decode(bytes.subarray(start, at)), isWhole: true, endsAt }
      start = at + 1
    }
    rest = bytes.subarray(start)
    if (rest.length > MAX_LINE_BYTES) throw new RangeError('a line has more than a MiB')
  }
  if (rest.length > 0) yield { text: decode(rest), isWhole: false, endsAt: endsAt + rest.length }
}

function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString().replace(/\r$/, '')
}
