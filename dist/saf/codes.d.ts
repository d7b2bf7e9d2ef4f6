/**
 * Judges the business `Code` of a SAF answer (`spec/saf-api.md` section 2.3).
 *
 * @module
 */
import type { Envelope } from '../codec/json.js';
import type { SafErrorDetails } from '../errors.js';
import type { Result } from '../gateway.js';
/** A SAF answer whose `Code` is a result. */
export interface ServiceAnswer<Data = unknown> {
    /** 200, or a code by which the face services of China answer: 300 not finished, 409 no match. */
    readonly code: number;
    /** The service's own text; never branch on it. */
    readonly message: string;
    /** The gateway's name for this request: quote it to the vendor's support. */
    readonly requestId: string;
    /** Data decoded, whether it came as an object or as JSON in a string; undefined without Data. */
    readonly data: Data;
    /** Data's text as received; undefined without Data. */
    readonly rawData: string | undefined;
}
/** What errors tell of the call: its attempts, and the answer's identifier and status. */
export type KnownFacts = Omit<SafErrorDetails, 'outcome'>;
/** Reads an answer as a result, or as the error its code stands for. */
export declare function judgeService(envelope: Envelope, known: KnownFacts, service: string): Result<ServiceAnswer>;
