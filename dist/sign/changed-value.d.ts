/**
 * Says how a value changed between signing and arriving. Private to `explainMismatch`.
 *
 * @module
 */
import type { Mistake } from '../errors.js';
/** A change and what to do, as the end of a sentence about the parameter. */
export interface Change {
    readonly mistake: Mistake;
    readonly says: string;
}
/** Says how a value changed; the two differ. */
export declare function explainValue(signed: string, arrived: string): Change;
