import type { Envelope } from '../codec/json.js';
import type { TemporaryCredentials } from './provider.js';
/** Sends one request within a number of milliseconds, and gives the answer. */
export type AttemptSts = (timeoutMs: number) => Promise<Envelope>;
/**
 * Asks for credentials.
 *
 * @param action - The action of STS, for errors.
 * @param timeoutMs - Milliseconds for all attempts together.
 * @param attempt - Sends one request.
 * @throws A `SafError` with the outcome `not-executed`; untouched, what is none.
 */
export declare function callSts(action: string, timeoutMs: number, attempt: AttemptSts): Promise<TemporaryCredentials>;
