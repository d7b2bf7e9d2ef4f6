import type { ServiceAnswer } from './codes.js';
/** What a face verification came to. */
export interface FaceVerdict {
    /** True only for the decision `pass`. */
    readonly passed: boolean;
    /**
     * - `pass`: the same person, and alive.
     * - `mismatch`: another person.
     * - `attack`: a replay or a mask is suspected.
     * - `inconclusive`: anything else, such as a photo that could not be read. Not passed.
     */
    readonly decision: 'pass' | 'mismatch' | 'attack' | 'inconclusive';
    /** Similarity, 0 to 100; absent unless the service gave a finite decimal. */
    readonly score?: number;
    /** Whether an attack is suspected; absent unless the service said exactly true or false. */
    readonly faceAttack?: boolean;
    /** `OK_SUCCESS` when the comparison ran; empty when the service gave none. */
    readonly retCode: string;
    /** For the vendor's support; never branch on it. */
    readonly retCodeSub: string;
    /** Localised text for the vendor's support. */
    readonly retMessage: string;
    /** The gateway's name for this request: quote it to the vendor's support. */
    readonly requestId: string;
    /** The Data text as received. */
    readonly raw: string;
}
/** Reads a verdict out of a Code 200 answer, whatever its Data. */
export declare function readVerdict({ data, rawData, requestId }: ServiceAnswer): FaceVerdict;
