/**
 * Prints what somebody needs to call the emulator: endpoint, key, faces, and code that runs.
 *
 * @module
 */
import { VERSION } from '../core.js';
import { printRows } from './output.js';
/** Prints the facts, a snippet to paste, and last the line that says that the server is ready. */
export function printWelcome(printer, welcome) {
    const { accessKeyId, accessKeySecret, faces, origin } = welcome;
    const { line, paint } = printer;
    line(`${paint('bold', 'saf-edge emulator')} ${VERSION}: no account, no cost, test keys`);
    line();
    printRows(printer, [
        ['endpoint', paint('cyan', origin)],
        ['access key ID', accessKeyId],
        ['access key secret', accessKeySecret],
        ['test faces', faces.join(' ')],
    ]);
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
`);
    line(`${paint('green', 'Ready')} on ${origin} (Ctrl+C stops)`);
}
