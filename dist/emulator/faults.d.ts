import type { Answer } from './answer.js';
import type { Wire } from './pages.js';
/**
 * The faults there are, by name. A `gzip-bomb` is decoded, with a header that says gzip, as the
 * answers of a host's `fetch` are: what serves it over HTTP must encode it, as `saf-edge emulator`
 * does.
 */
export type FaultName = 'html-500' | 'html-502' | 'html-503' | 'html-504' | 'empty' | 'malformed' | 'data-object' | 'data-missing' | 'data-text' | 'xml' | 'cut-body' | 'slow-body' | 'stalled-body' | 'wrong-length' | 'gzip-bomb' | 'redirect' | 'network-error' | 'no-answer';
/** What a fault works with. */
export interface FaultScene {
    readonly atEpochMs: number;
    readonly signal: AbortSignal | undefined;
}
/** A fault changes the answer, or the way in which it is sent. */
export interface Fault {
    readonly change?: (answer: Answer) => Answer;
    readonly send?: (wire: Wire, scene: FaultScene) => Response | Promise<Response>;
}
/** What each fault does. */
export declare const FAULTS: Readonly<Record<FaultName, Fault>>;
/** Tells the name of a fault. */
export declare function isFaultName(name: string): name is FaultName;
/** Finds a fault. */
export declare function findFault(name: FaultName): Fault;
/** Sends an answer as it is. */
export declare function sendWire({ status, headers, text }: Wire): Response;
