import type { Mistake } from '../errors.js';
/** A signature and what is wrong with the way it is written. */
export interface GivenSignature {
    /** Standard base64 of its 20 bytes; absent when there are no 20 bytes in it. */
    readonly base64?: string;
    /** What the writing tells: a mistake, or why the signature cannot be read. */
    readonly flaw?: {
        readonly mistake: Mistake;
        readonly says: string;
    };
}
/** Reads a signature. */
export declare function readSignature(signature: string): GivenSignature;
