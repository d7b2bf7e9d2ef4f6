/**
 * The parts of `saf-edge verify-batch` that `length-child.mjs` runs.
 *
 * @module
 */
export { verifyFaces } from '../../src/batch/index.ts'
export { openJournal } from '../../src/cli/verify-batch-journal.ts'
export { createVerdictFile } from '../../src/cli/verify-batch-out.ts'
export { readPairs } from '../../src/cli/verify-batch-source.ts'
export { createSaf } from '../../src/saf/index.ts'
