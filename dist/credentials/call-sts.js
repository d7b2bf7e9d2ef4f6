/* @ts-self-types="./call-sts.d.ts" */
/**
 * Calls STS until it gives credentials. Such a call is free and changes nothing, so any failure is
 * followed by another attempt, signed anew.
 *
 * @module
 */
import { own } from '../core.js';
import { isSafError, ResponseError } from '../errors.js';
import { readOpaque } from '../core.js';
import { readElapsed } from '../core.js';
import { randomFraction } from '../core.js';
import { stsFailure } from './sts-failure.js';
import { pause } from './wait.js';
const MAX_ATTEMPTS = 3;
/**
 * Asks for credentials.
 *
 * @param action - The action of STS, for errors.
 * @param timeoutMs - Milliseconds for all attempts together.
 * @param attempt - Sends one request.
 * @throws A `SafError` with the outcome `not-executed`; untouched, what is none.
 */
export async function callSts(action, timeoutMs, attempt) {
    const endsAt = readElapsed() + timeoutMs;
    for (let attempts = 1;; attempts++) {
        const leftMs = endsAt - readElapsed();
        // A request that hangs leaves time for another.
        const limitMs = attempts < MAX_ATTEMPTS ? leftMs / 2 : leftMs;
        try {
            return readTriple(await attempt(Math.max(1, Math.ceil(limitMs))));
        }
        catch (error) {
            if (!isSafError(error))
                throw error;
            const baseMs = error.code === 'ERR_SAF_THROTTLED' ? 1000 : 50;
            const waitMs = baseMs * 2 ** (attempts - 1) * randomFraction();
            if (attempts >= MAX_ATTEMPTS || waitMs >= endsAt - readElapsed()) {
                throw stsFailure(error, action, attempts);
            }
            await pause(waitMs);
        }
    }
}
/** Reads the triple of an answer (`spec/saf-api.md` section 3.9). */
function readTriple(answer) {
    const triple = own(answer, 'Credentials');
    const read = (name) => {
        const value = own(triple, name);
        return typeof value === 'string' && value !== '' ? value : undefined;
    };
    const accessKeyId = read('AccessKeyId');
    const accessKeySecret = read('AccessKeySecret');
    const securityToken = read('SecurityToken');
    const expiresAtEpochMs = Date.parse(read('Expiration') ?? '');
    if (accessKeyId && accessKeySecret && securityToken && expiresAtEpochMs > 0) {
        return Object.freeze({ accessKeyId, accessKeySecret, securityToken, expiresAtEpochMs });
    }
    throw new ResponseError('ERR_SAF_BAD_RESPONSE', 'an answer without credentials', {
        outcome: 'unknown',
        attempts: 1,
        requestId: readOpaque(own(answer, 'RequestId')),
    });
}
