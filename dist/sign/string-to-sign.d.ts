import type { SignParams } from './canonicalize.js';
/**
 * Writes the string to sign: the HTTP method in capitals, the encoded path `/`, and the
 * canonicalized query string encoded once more (`spec/saf-api.md` section 3.2).
 *
 * @param method - The HTTP method the request is sent with; any text.
 * @param params - Every parameter sent, in query and form together.
 * @returns The string to sign. It holds every value: treat it as the data it is.
 * @throws TypeError as {@link canonicalize} does, and likewise for `method`.
 * @example
 * ```ts
 * import { stringToSign } from 'saf-edge/sign'
 *
 * console.log(stringToSign('POST', { Format: 'JSON' })) // POST&%2F&Format%3DJSON
 * ```
 */
export declare function stringToSign(method: string, params: SignParams): string;
