import { Refusal } from './problem.js';
/** What a body may be. */
export interface BodyLimits {
    readonly maxBodyBytes: number;
    readonly bodyTimeoutMs: number;
}
/**
 * Reads a body. What is not read to its end is not wanted: {@link stopSender}.
 *
 * @throws Refusal when it is too large, too slow, or cut; another error when it is somebody else's.
 */
export declare function readBody(request: Request, { maxBodyBytes, bodyTimeoutMs }: BodyLimits): Promise<Uint8Array<ArrayBuffer>>;
/**
 * Tells whoever sends that no more is wanted. Of a form that was made in this process nobody does,
 * and Node 24 goes on writing into what was cancelled: a rejection that ends the process. HTTP/1.1
 * announces each body by a header; once it is read, a form's boundary says whether Node drew it.
 */
export declare function stopSender({ bodyUsed, headers }: Request, stream: Pick<ReadableStream, 'cancel'> | null): void;
/** Tells how much may come. */
export declare function tooLarge(maxBytes: number): Refusal;
