import type { Outcome, SafErrorCode } from '../errors.js';
/**
 * - `passed`, `not-passed`: there is a verdict.
 * - `failed`: there is none; `error.outcome` says whether a call ran.
 * - `unknown`: a call may have run. For a human to find out: it is never called again by itself.
 */
export type PairStatus = 'passed' | 'not-passed' | 'failed' | 'unknown';
/** What a verification decided. */
export type PairDecision = 'pass' | 'mismatch' | 'attack' | 'inconclusive';
/** A verdict, without the service's free text and raw data: journals keep neither. */
export interface PairVerdict {
    /** True only for the decision `pass`. */
    readonly passed: boolean;
    /** What the verification decided. */
    readonly decision: PairDecision;
    /** Similarity, 0 to 100. */
    readonly score?: number;
    /** Whether an attack is suspected; absent unless the service said exactly true or false. */
    readonly faceAttack?: boolean;
    /** `OK_SUCCESS` when the comparison ran; empty when the service gave none. */
    readonly retCode: string;
    /** For the vendor's support; never branch on it. */
    readonly retCodeSub: string;
    /** The gateway's name for the request: quote it to the vendor's support. */
    readonly requestId: string;
}
/**
 * The codes of the client's errors, and:
 * - `ERR_INPUT`: the client refused a photo or the resource code before it sent anything.
 * - `ERR_PHOTO`: a photo's function failed, or took too long. Nothing was sent.
 * - `ERR_INTERRUPTED`: an earlier run ended while this call was under way.
 * - `ERR_UNEXPECTED`: the client threw something that is not its own.
 */
export type PairFailureCode = SafErrorCode | 'ERR_INPUT' | 'ERR_PHOTO' | 'ERR_INTERRUPTED' | 'ERR_UNEXPECTED';
/** Why there is no verdict. */
export interface PairFailure {
    /** What happened; logic branches on this. */
    readonly code: PairFailureCode;
    /** What happened, for a human: no secret, no photo, no path. At most 256 characters. */
    readonly message: string;
    /**
     * Whether the paid operation ran. What was `not-executed` is called again when the batch is
     * resumed; what is `failed` or `unknown` is not.
     */
    readonly outcome: Outcome;
    /** The gateway's name for the request, if it answered. */
    readonly requestId?: string;
}
/** What every result has. */
interface ResultBase {
    /** The pair's own. */
    readonly id: string;
    /** Whether it comes from the journal: then it may have been yielded by an earlier run too. */
    readonly restored: boolean;
}
/** A pair with a verdict. */
export interface VerdictResult extends ResultBase {
    /** Whether the verdict is passed. */
    readonly status: 'passed' | 'not-passed';
    /** What the service said of the two photos. */
    readonly verdict: PairVerdict;
    /** Absent: there is a verdict. */
    readonly error?: undefined;
}
/** A pair without a verdict. */
export interface FailureResult extends ResultBase {
    /** Whether a human has to find out what ran. */
    readonly status: 'failed' | 'unknown';
    /** Absent: there is none. */
    readonly verdict?: undefined;
    /** Why there is none. */
    readonly error: PairFailure;
}
/** What became of one pair, told apart by `status`. */
export type PairResult = VerdictResult | FailureResult;
/** The decisions that are not passed. */
export declare const NOT_PASSED: readonly PairDecision[];
/** Describes a verdict, failing closed: passed only when it says so twice. */
export declare function describeVerdict(id: string, verdict: PairVerdict): PairResult;
/** Describes why a call gave no verdict. What nobody foresaw may have run. */
export declare function describeError(id: string, error: unknown): PairResult;
/** Describes a photo that was not got. Its error's text is not shown: it may hold a path. */
export declare function describePhotoError(id: string, field: string, error: unknown): PairResult;
/** Describes a call that was under way when an earlier run ended. */
export declare function describeInterrupted(id: string): PairResult;
/** Describes a call that was written down, and not made. Only the journal has it. */
export declare function describeStopped(id: string): PairResult;
/** Tells a result that is called again when the batch is resumed. */
export declare function isResumable({ error }: PairResult): boolean;
export {};
