/**
 * Reads an answer's body as text, up to a limit of decoded bytes: a compressed bomb grows behind
 * its `Content-Length`, so only what comes out of the stream counts.
 *
 * @module
 */
import type { Deadline } from './deadline.js';
/**
 * Reads a body; undefined when it is larger than the limit. The stream is cancelled whenever it is
 * not read to its end.
 *
 * @throws What the stream fails with, or the deadline's reason.
 */
export declare function readBody(response: Response, maxBytes: number, deadline: Deadline): Promise<string | undefined>;
