import type { Ids } from './ids.js';
import type { BatchJournal } from './journal.js';
import type { PairResult } from './result.js';
/** A journal, and what is found in it. */
export interface Restoring {
    readonly journal: BatchJournal;
    /** What it must belong to. */
    readonly batch: string;
    /** Learns which pairs are not to be called again. */
    readonly ids: Ids;
}
/**
 * Reads a journal and yields its results, in its order. What did not run is left out: it is called
 * again when the source has it. Nothing is written before all of it is read.
 *
 * @throws TypeError when it is refused, and what the journal itself throws.
 */
export declare function restore({ batch, ids, journal }: Restoring): AsyncGenerator<PairResult>;
