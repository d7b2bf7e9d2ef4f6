/**
 * Percent-encodes a text: `A–Z a–z 0–9 - _ . ~` stay, everything else becomes `%XX` of its UTF-8
 * bytes (space is `%20`, `*` is `%2A`).
 *
 * @param text - Any well-formed text, the empty one too.
 * @returns The encoded text.
 * @throws TypeError when `text` is not a string, or holds half of a surrogate pair.
 * @example
 * ```ts
 * import { percentEncode } from 'saf-edge/sign'
 *
 * console.log(percentEncode('a b*~/中')) // a%20b%2A~%2F%E4%B8%AD
 * ```
 */
export declare function percentEncode(text: string): string;
/** {@link percentEncode}, with the name that an error shows. The text itself is never shown. */
export declare function encodeNamed(text: string, name: string): string;
/** Checks that a text can be encoded at all, and gives it back as it is. */
export declare function requireText(text: string, name: string): string;
