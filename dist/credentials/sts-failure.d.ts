/**
 * What a failure of STS means to somebody who wanted to verify a face: there were no credentials,
 * so nothing that costs money ran.
 *
 * @module
 */
import type { AnySafError } from '../errors.js';
/**
 * Tells the last failure of a call to STS as what it is to the caller: of the same class and code,
 * but always `not-executed`.
 *
 * @param error - The last failure.
 * @param action - The action of STS, for the message.
 * @param attempts - Requests sent.
 */
export declare function stsFailure(error: AnySafError, action: string, attempts: number): AnySafError;
