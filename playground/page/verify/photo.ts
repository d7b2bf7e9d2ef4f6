/**
 * A chosen photo: its bytes, and a URL to show it by.
 *
 * @module
 */
import { testFaces } from '../../../src/emulator/test-faces.ts'
import type { TestFaceName } from '../../../src/emulator/test-faces.ts'

/** The test faces, the reference first. */
export const FACES: readonly TestFaceName[] = [
  'idPhoto',
  'match',
  'mismatch',
  'spoof',
  'unreadable',
  'noReference',
]

/** A photo that was chosen. */
export interface ChosenPhoto {
  /** The name of a test face. */
  readonly face?: TestFaceName
  /** The name of a file. */
  readonly name: string
  readonly blob: Blob
  readonly url: string
}

/** Takes a test face. */
export function testPhoto(face: TestFaceName): ChosenPhoto {
  const blob = new Blob([testFaces[face]], { type: 'image/jpeg' })
  return { face, name: face, blob, url: URL.createObjectURL(blob) }
}

/** Takes a file, or what the camera gave. */
export function filePhoto(blob: Blob, name: string): ChosenPhoto {
  return { name, blob, url: URL.createObjectURL(blob) }
}
