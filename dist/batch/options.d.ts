import type { BatchJournal } from './journal.js';
import type { PairVerdict } from './result.js';
/** A JPEG: its bytes, a Blob of them, or base64 text. */
export type PhotoBytes = Uint8Array | ArrayBuffer | Blob | string;
/** A photo, or a function that gets it when its turn has come: then no other is in memory. */
export type BatchPhoto = PhotoBytes | (() => PhotoBytes | Promise<PhotoBytes>);
/** Two photos to compare, under a name of their own. */
export interface FacePair {
    /**
     * Tells the pair from every other one of the batch, at most 256 characters. It is written to the
     * journal: use a number, and nobody's name.
     */
    readonly id: string;
    /** The photo of the ID document. */
    readonly refFaceContent: BatchPhoto;
    /** The photo of the live face. */
    readonly authFaceContent: BatchPhoto;
    /** Eight digits; `00840000` is Viet Nam. */
    readonly resourceCode: '00840000' | (string & {});
    /**
     * Tells these photos from others under the same id, such as a hash of their paths. A journal that
     * knows the id with another fingerprint is refused: its verdict is about other photos.
     */
    readonly fingerprint?: string | undefined;
}
/** Where the pairs come from. It is asked for one pair at a time, and never far ahead. */
export type PairSource = AsyncIterable<FacePair> | Iterable<FacePair | Promise<FacePair>>;
/** What is used of a client: `createSaf` makes one. */
export interface BatchVerifier {
    /** Makes one paid call. */
    readonly verifyFace: (input: {
        readonly refFaceContent: PhotoBytes;
        readonly authFaceContent: PhotoBytes;
        readonly resourceCode: string;
    }, options?: {
        readonly timeoutMs?: number | undefined;
    }) => Promise<PairVerdict>;
}
/** Options of `verifyFaces`. */
export interface BatchOptions {
    /** Pairs under way at once. @defaultValue 8 */
    readonly concurrency?: number | undefined;
    /**
     * Milliseconds for one pair's call, and before it as many for its photos.
     *
     * @defaultValue the client's own for the call, 15000 for the photos
     */
    readonly timeoutMs?: number | undefined;
    /**
     * Results as they come, or in the order of the source: then a slow pair keeps those behind it
     * waiting, and a resumed batch holds the results of its journal in memory.
     *
     * @defaultValue 'completion'
     */
    readonly order?: 'completion' | 'source' | undefined;
    /**
     * Stops the batch: nothing more is called, what is under way is waited for, written to the journal
     * and yielded, and then `signal.reason` is thrown. Paid calls are never cut off.
     */
    readonly signal?: AbortSignal | undefined;
    /** Makes the batch outlive a crash; without it a second run calls every pair again. */
    readonly journal?: BatchJournal | undefined;
    /**
     * What the journal belongs to, such as the host that is called. A journal of another batch is
     * refused. @defaultValue ''
     */
    readonly batch?: string | undefined;
}
/** A batch after checking. */
export interface BatchConfig {
    readonly saf: BatchVerifier;
    readonly source: PairSource;
    readonly concurrency: number;
    readonly timeoutMs: number | undefined;
    readonly order: 'completion' | 'source';
    readonly signal: AbortSignal | undefined;
    readonly journal: BatchJournal | undefined;
    readonly batch: string;
}
/**
 * Checks what a batch is made of.
 *
 * @throws TypeError or RangeError naming what is wrong.
 */
export declare function readBatch(saf: BatchVerifier, source: PairSource, options: BatchOptions): BatchConfig;
/**
 * Checks a pair as it comes from the source; its photos and its code are judged by the client.
 *
 * @throws TypeError naming the pair by its place.
 */
export declare function checkPair(pair: FacePair, place: number): void;
