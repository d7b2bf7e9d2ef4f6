/**
 * Prints what somebody needs to call the emulator: endpoint, key, faces, and code that runs.
 *
 * @module
 */
import { VERSION } from '../version.ts'
import { printRows } from './output.ts'
import type { Printer } from './output.ts'

/** A server that is ready. */
export interface Welcome {
  readonly origin: string
  readonly accessKeyId: string
  /** A key of the emulator's: everybody knows it. */
  readonly accessKeySecret: string
  /** The names of the test faces. */
  readonly faces: readonly string[]
}

/** Prints the facts, a snippet to paste, and last the line that says that the server is ready. */
export function printWelcome(printer: Printer, welcome: Welcome): void {
  const { accessKeyId, accessKeySecret, faces, origin } = welcome
  const { line, paint } = printer
  line(`${paint('bold', 'saf-edge emulator')} ${VERSION}: no account, no cost, test keys`)
  line()
  printRows(printer, [
    ['endpoint', paint('cyan', origin)],
    ['access key ID', accessKeyId],
    ['access key secret', accessKeySecret],
    ['test faces', faces.join(' ')],
  ])
  line(`
  import { createSaf } from 'saf-edge'
  import { testFaces } from 'saf-edge/emulator'

  const saf = createSaf({
    endpoint: '${origin}',
    allowCustomEndpoint: true,
    accessKeyId: '${accessKeyId}',
    accessKeySecret: '${accessKeySecret}',
  })
  const verdict = await saf.verifyFace({
    refFaceContent: testFaces.idPhoto,
    authFaceContent: testFaces.match,
    resourceCode: '00840000',
  })
  console.log(verdict.decision)
`)
  line(`${paint('green', 'Ready')} on ${origin} (Ctrl+C stops)`)
}
