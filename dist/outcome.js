/* @ts-self-types="./outcome.d.ts" */
/**
 * Whether the paid operation ran, for errors that are not this library's but passed through a
 * client: a photo that was refused, credentials that did not come. Private.
 *
 * @module
 */
import { isSafError } from './errors.js';
import { readField } from './read-field.js';
/** The key under which a foreign error says what it left behind, across copies of the library. */
const OUTCOME = 'saf-edge.outcome';
/** Notes, invisibly, whether the paid operation ran on an error that is passed on as it came. */
export function markOutcome(error, value) {
    try {
        Object.defineProperty(error, Symbol.for(OUTCOME), { value, configurable: true });
    }
    catch {
        // A primitive, or frozen: then nobody knows.
    }
}
/** Reads whether the paid operation ran: of our errors, and of those that passed through a client. */
export function readOutcome(error) {
    const outcome = isSafError(error) ? error.outcome : readField(error, Symbol.for(OUTCOME));
    return outcome === 'not-executed' || outcome === 'failed' || outcome === 'unknown'
        ? outcome
        : undefined;
}
