/**
 * What arrived, redacted: names, sizes and codes, never contents.
 *
 * @module
 */
import type { Answer } from './answer.js';
import type { Arrival } from './arrival.js';
/** One request. Plain and JSON-safe; no photo, value, secret, signature or string to sign. */
export interface LogEntry {
    /** When it arrived, by the emulator's clock. */
    readonly atEpochMs: number;
    /** The HTTP method. */
    readonly method: string;
    /** The action; undefined when none arrived. */
    readonly action: string | undefined;
    /** The service of SAF; undefined when none arrived. */
    readonly service: string | undefined;
    /** The format that was asked for; XML when none was. */
    readonly format: 'JSON' | 'XML';
    /** Bytes of path and query. */
    readonly urlBytes: number;
    /** Bytes of the body; of one that is too large, those that were read. */
    readonly bodyBytes: number;
    /** Names of the parameters that arrived, sorted; `…` for one that looks like data. At most 50. */
    readonly parameters: readonly string[];
    /** The first four characters and `…`. */
    readonly accessKeyId: string | undefined;
    /** The HTTP status; undefined when the request was left without an answer. */
    readonly status: number | undefined;
    /** The gateway's or the service's code; undefined when the answer is no envelope. */
    readonly code: string | number | undefined;
    /** The `RequestId` of the answer. */
    readonly requestId: string;
    /** Whether the paid operation ran, whatever became of its answer. */
    readonly executed: boolean;
    /** The fault that was switched on for this request. */
    readonly fault: string | undefined;
    /** Milliseconds until it was answered. */
    readonly durationMs: number;
}
/** Entries kept; older ones are dropped. */
export declare const MAX_LOG_ENTRIES = 1000;
/** Adds an entry, drops the oldest beyond the limit, and tells who listens. */
export declare function addEntry(log: LogEntry[], entry: LogEntry, onRequest: ((entry: LogEntry) => void) | undefined): void;
/** Says what is known of a request and its answer, and no more than may be kept. */
export declare function describeRequest({ method, urlBytes, bodyBytes, params }: Arrival, answer: Answer | undefined): Omit<LogEntry, 'atEpochMs' | 'status' | 'requestId' | 'fault' | 'durationMs'>;
