/* @ts-self-types="./errors.d.ts" */
/**
 * What can go wrong at run time, and what each failure means for a call that costs money.
 * Exported by `saf-edge` and `saf-edge/errors`.
 *
 * A caller's own mistake is a `TypeError` or `RangeError`, thrown at once. No error here ever holds
 * a secret, a token, a signature, a string to sign, a body, a photo or a server's free text.
 *
 * @module
 */
import { readField } from './read-field.js';
/** The key of the brand that recognises errors across copies: each URL bundle carries its own. */
const BRAND = 'saf-edge.error';
/** The family of everything that fails at run time. Test with {@link isSafError}. */
export class SafError extends Error {
    /** Shows the code and the fields of `details` that are defined, each as an own property. */
    constructor(code, message, { cause, earlier, ...details }) {
        // What may have run outweighs what failed, and that what did not run.
        const isWorse = earlier === 'unknown' || (earlier === 'failed' && details.outcome !== 'unknown');
        const outcome = isWorse ? earlier : details.outcome;
        const before = outcome === details.outcome ? '' : '; but an earlier attempt may have run';
        super(message + before, cause === undefined ? undefined : { cause: bareCause(cause) });
        const retryable = details.retryable === true && outcome === 'not-executed';
        for (const [field, value] of Object.entries({ code, ...details, outcome, retryable })) {
            if (value !== undefined)
                Reflect.set(this, field, value);
        }
        // Not enumerable, so that neither a spread nor a printout shows it.
        Object.defineProperty(this, Symbol.for(BRAND), { value: true });
    }
}
/** The gateway refused the request, or failed, before or beside the service. */
export class GatewayError extends SafError {
    /** Tells this class from the others. */
    name = 'GatewayError';
}
/** The service answered completely, and its answer is an error. */
export class ServiceError extends SafError {
    /** Tells this class from the others. */
    name = 'ServiceError';
    #data;
    /** Takes `data` apart from what is shown. */
    constructor(code, message, { data, ...details }) {
        super(code, message, details);
        this.#data = data;
    }
    /** The answer's decoded `Data`, if any. Reachable, but never printed, cloned or serialised. */
    get data() {
        return this.#data;
    }
}
/** No answer came: the network failed, time ran out, or the own limiter refused. */
export class TransportError extends SafError {
    /** Tells this class from the others. */
    name = 'TransportError';
}
/** An answer came that is not the API's. */
export class ResponseError extends SafError {
    /** Tells this class from the others. */
    name = 'ResponseError';
}
/** The gateway computed another signature. */
export class SignatureError extends SafError {
    /** Tells this class from the others. */
    name = 'SignatureError';
}
/**
 * Tells whether a value is one of this library's errors, whichever copy of the library made it.
 *
 * @param value - Anything, such as what a `catch` caught.
 * @returns True for every error class of this module, from any bundle.
 * @example
 * ```ts
 * import { isSafError } from 'saf-edge'
 *
 * const advise = (error: unknown) =>
 *   isSafError(error) && error.outcome === 'not-executed' ? 'nothing ran' : 'ask a human'
 * console.log(advise(new Error('other'))) // ask a human
 * ```
 */
export function isSafError(value) {
    return readField(value, Symbol.for(BRAND)) === true;
}
/** Copies the name and code of a foreign error: its message may hold a URL, its fields a body. */
function bareCause(foreign) {
    const code = readName(foreign, 'code') ?? readName(readField(foreign, 'cause'), 'code');
    return Object.assign(new Error('text withheld: see name and code'), {
        name: readName(foreign, 'name') ?? 'Error',
        ...(code && { code }),
    });
}
function readName(holder, field) {
    const value = readField(holder, field);
    return typeof value === 'string' && /^[A-Za-z][\w.]{0,63}$/.test(value) ? value : undefined;
}
