/**
 * Sends one signed form and brings back what came, unjudged. The only user of `fetch`.
 *
 * @module
 */
import type { Sent } from '../flow.js';
import type { FetchLike } from '../types.js';
import type { Deadline } from './deadline.js';
/** One attempt to send. */
export interface Attempt {
    /** The caller's fetch; the host's own when undefined. */
    readonly fetch: FetchLike | undefined;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array<ArrayBuffer>;
    /** Decoded bytes of the answer read before giving up. */
    readonly maxBytes: number;
    /** Covers the headers and the body. */
    readonly deadline: Deadline;
    /** Is called between the two. */
    readonly onHeaders?: (() => void) | undefined;
}
/** What an answer is that cannot be read to its end. */
export declare const BROKEN = "an unreadable or broken stream";
/**
 * Sends one POST.
 *
 * @throws The deadline's `signal.reason` when it ends first: before the headers, or in the body.
 */
export declare function sendOnce(attempt: Attempt): Promise<Sent>;
