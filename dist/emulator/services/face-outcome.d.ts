/**
 * How a face verification ends: `Data` of each outcome (`spec/saf-codes.json`, golden bodies).
 *
 * @module
 */
import type { ServiceResult } from './result.js';
/** The ends of a face verification. */
export type FaceOutcome = 'match' | 'mismatch' | 'spoof' | 'unreadable' | 'noReference';
/** Tells the name of an outcome. */
export declare function isFaceOutcome(name: string): name is FaceOutcome;
/** Writes the answer of an outcome. */
export declare function writeOutcome(name: FaceOutcome): ServiceResult;
