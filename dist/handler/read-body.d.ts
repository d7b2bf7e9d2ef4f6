import { Refusal } from './problem.js';
/** What a body may be. */
export interface BodyLimits {
    readonly maxBodyBytes: number;
    readonly bodyTimeoutMs: number;
}
/**
 * Reads a body. The stream is cancelled whenever it is not read to its end.
 *
 * @throws Refusal when it is too large, too slow, or cut; another error when it is somebody else's.
 */
export declare function readBody(request: Request, { maxBodyBytes, bodyTimeoutMs }: BodyLimits): Promise<Uint8Array<ArrayBuffer>>;
/** Tells how much may come. */
export declare function tooLarge(maxBytes: number): Refusal;
