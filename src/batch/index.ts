/**
 * Batches: thousands of pairs, no pair called twice, none lost. Exported as `saf-edge/batch`.
 *
 * @module
 */
export type { BatchJournal } from './journal.ts'
export type {
  BatchOptions,
  BatchPhoto,
  BatchVerifier,
  FacePair,
  PairSource,
  PhotoBytes,
} from './options.ts'
export type {
  PairDecision,
  PairFailure,
  PairFailureCode,
  PairResult,
  PairStatus,
  PairVerdict,
} from './result.ts'
export { verifyFaces } from './verify-faces.ts'
