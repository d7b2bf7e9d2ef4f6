/**
 * Batches: thousands of pairs, no pair called twice, none lost. Exported as `saf-edge/batch`.
 *
 * @module
 */
export type { BatchJournal } from './journal.js';
export type { BatchOptions, BatchPhoto, BatchVerifier, FacePair, PairSource, PhotoBytes, } from './options.js';
export type { PairDecision, PairFailure, PairFailureCode, PairResult, PairStatus, PairVerdict, } from './result.js';
export { verifyFaces } from './verify-faces.js';
