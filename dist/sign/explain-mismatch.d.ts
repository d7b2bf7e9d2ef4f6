/**
 * `explainMismatch`, whose work is loaded when it is wanted: who only signs starts without it.
 * Exported by `saf-edge/sign`.
 *
 * @module
 */
import type { HmacSha1 } from '../crypto/hmac.js';
import type { Explanation } from '../errors.js';
import type { SignParams } from './canonicalize.js';
/** A request whose signature was refused, and what is known about the refusal. */
export interface ExplainMismatchOptions {
    /** The HTTP method the request was sent with. */
    readonly method: string;
    /** Every parameter that was sent; `Signature` is left out. */
    readonly params: SignParams;
    /** The secret that the request was to be signed with. Never shown. */
    readonly accessKeySecret: string;
    /**
     * What the gateway answered: its message, which ends in its own string to sign, or the whole
     * answer in JSON or XML.
     */
    readonly serverMessage?: string | undefined;
    /** The signature that was refused, in base64. */
    readonly signature?: string | undefined;
}
/**
 * Says in one sentence why a gateway refused a signature: compares our string to sign with the
 * gateway's when its message is given, and recognises the signature by its mistake when that is
 * given. Names of parameters are shown, unless they look like data; values and secrets never.
 *
 * Recognition makes at most 4000 HMACs over at most 512 MiB: every known mistake, and two of the
 * frequent ones together. Mistakes without a name of their own get the nearest: `star-or-tilde`
 * for other characters that are encoded differently, small hex digits among them, and
 * `altered-parameter` for another order, a line break behind the text, and a signature that is not
 * written in base64.
 *
 * Its code is loaded when it is first called: leave `options` as they are until it answers.
 *
 * @param options - The request, and at least one of `serverMessage` and `signature`.
 * @param hmac - The implementation. @defaultValue `webHmacSha1`
 * @returns The mistake, a sentence with what to do, and where they are known the parameter and the
 *   offset in the string to sign.
 * @throws TypeError naming what is missing, is not a string, or holds half a surrogate pair.
 * @example
 * ```ts
 * import { explainMismatch, stringToSign } from 'saf-edge/sign'
 *
 * const request = { method: 'POST', params: { Format: 'JSON' }, accessKeySecret: 'secret' }
 * const serverMessage = `server string to sign is:${stringToSign('GET', request.params)}`
 * console.log((await explainMismatch({ ...request, serverMessage })).mistake) // method
 * ```
 */
export declare function explainMismatch(options: ExplainMismatchOptions, hmac?: HmacSha1): Promise<Explanation>;
