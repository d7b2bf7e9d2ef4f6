/* @ts-self-types="./percent.d.ts" */
/**
 * Percent-encoding as RPC signatures want it: UTF-8, upper-case hex, and only the unreserved
 * characters of RFC 3986 section 2.3 left alone. Exported by `saf-edge/sign`.
 *
 * @module
 */
import { check, quote } from './check.js';
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
export function percentEncode(text) {
    return encodeNamed(text, 'text');
}
/** {@link percentEncode}, with the name that an error shows. The text itself is never shown. */
export function encodeNamed(text, name) {
    return encodeURIComponent(requireText(text, name)).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
/** Checks that a text can be encoded at all, and gives it back as it is. */
export function requireText(text, name) {
    check(typeof text === 'string', name, 'string', text);
    const known = text; // why: newer than our lib
    if (known.isWellFormed?.())
        return text;
    const offset = text.search(LONE_SURROGATE);
    if (offset < 0)
        return text;
    throw new TypeError(`${quote(name)} expected text, got half a surrogate pair at offset ${offset}`);
}
/** With the `u` flag a surrogate matches only when it stands alone. */
const LONE_SURROGATE = /\p{Surrogate}/u;
