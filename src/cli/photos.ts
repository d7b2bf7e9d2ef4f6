/**
 * Gets the photos that a command names: files, or the emulator's test faces.
 *
 * @module
 */
import { Buffer } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { quote } from '../codec/check.ts'
import { findNear, UsageError } from './arguments.ts'
import { readErrorCode } from './system-error.ts'

/** A photo as it was named. */
export interface PhotoArgument {
  /** The option, such as `--ref`. */
  readonly option: string
  /** A path, or `test:` and the name of a test face. */
  readonly name: string
}

/** How photos are got. */
export interface PhotoSource {
  /** Whether test faces make sense: only an emulator knows them. */
  readonly hasTestFaces: boolean
  readonly signal: AbortSignal
}

/** The library's own limit for a photo, in bytes: a larger file is not read to its end. */
const MAX_BYTES = 2 ** 21

/**
 * Gets a photo's bytes.
 *
 * @throws UsageError when there is no such file or face, it cannot be read, or it is too large;
 *   whatever the signal was aborted with.
 */
export async function getPhoto(
  { option, name }: PhotoArgument,
  { hasTestFaces, signal }: PhotoSource,
): Promise<Uint8Array> {
  const shown = `${option} ${quote(name)}`
  if (!name.startsWith('test:')) return readPhotoFile(name, shown, signal)
  if (!hasTestFaces) {
    throw new UsageError(
      `${shown} is a face of the emulator, which the service does not know`,
      'add --emulator, or name a JPEG file',
    )
  }
  const { testFaces } = await import('../emulator/index.ts')
  const known: Readonly<Record<string, Uint8Array>> = testFaces
  const face = name.slice('test:'.length)
  if (!Object.hasOwn(known, face)) {
    const near = findNear(face, Object.keys(known))
    throw new UsageError(
      `${shown} is no test face`,
      near === undefined
        ? `there are ${Object.keys(known).join(', ')}`
        : `did you mean test:${near}?`,
    )
  }
  return known[face] as Uint8Array // why: hasOwn
}

/** Reads a file of any kind, a pipe too, and no further than a photo may be long. */
async function readPhotoFile(
  path: string,
  shown: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of createReadStream(path, { signal })) {
      chunks.push(chunk as Uint8Array) // why: a stream without an encoding gives bytes
      size += (chunk as Uint8Array).length // why: as above
      if (size > MAX_BYTES) break
    }
  } catch (error) {
    signal.throwIfAborted()
    throw new UsageError(`${shown} ${sayWhy(error)}`, 'name a JPEG file that you may read')
  }
  if (size > MAX_BYTES) {
    throw new UsageError(
      `${shown} has more than 2 MiB`,
      'make it smaller: a short side of 720 pixels is plenty',
    )
  }
  return Buffer.concat(chunks)
}

/** The system's codes in words. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EISDIR: 'is a folder',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
}

function sayWhy(error: unknown): string {
  const code = readErrorCode(error)
  if (code === undefined) return 'cannot be read'
  return Object.hasOwn(REASONS, code) ? (REASONS[code] as string) : `cannot be read (${code})` // why: hasOwn
}
