import type { BatchConfig, FacePair } from './options.js';
import type { PairResult } from './result.js';
/** What a pair needs, and whom to tell. */
export interface PairContext {
    readonly config: BatchConfig;
    /** Whether the batch has been stopped meanwhile. */
    readonly isStopped: () => boolean;
    /** Is told that the journal did not take a result: nothing more may be called. */
    readonly onLost: (error: unknown) => void;
}
/**
 * Verifies a pair.
 *
 * @returns The result; undefined when the batch was stopped before the call.
 * @throws What the journal rejects with before the call; then nothing was called.
 */
export declare function verifyPair(pair: FacePair, context: PairContext): Promise<PairResult | undefined>;
