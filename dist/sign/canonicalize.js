/* @ts-self-types="./canonicalize.d.ts" */
/**
 * The canonicalized query string of RPC signature 1.0. Exported by `saf-edge/sign`.
 *
 * @module
 */
import { check, isObject } from '../codec/check.js';
import { encodeNamed } from '../codec/percent.js';
/**
 * Writes parameters as the canonicalized query string: sorted by name in byte order, names and
 * values percent-encoded, joined by `=` and `&`. Empty values stay; `Signature` is dropped.
 *
 * @param params - Own enumerable properties; every value a string.
 * @returns The canonicalized query string.
 * @throws TypeError naming the parameter when a value is not a string, or when a name or value
 *   holds half of a surrogate pair.
 * @example
 * ```ts
 * import { canonicalize } from 'saf-edge/sign'
 *
 * console.log(canonicalize({ b: '2 3', a: '', Signature: 'dropped' })) // a=&b=2%203
 * ```
 */
export function canonicalize(params) {
    requireParams(params);
    return Object.entries(params)
        .filter(([name]) => name !== 'Signature')
        .sort(([a], [b]) => compareBytes(a, b))
        .map(([name, value]) => `${encodeNamed(name, name)}=${encodeNamed(value, name)}`)
        .join('&');
}
/** Refuses a Map or URLSearchParams, which has no properties and would sign as if it were empty. */
export function requireParams(params) {
    const isRecord = isObject(params) && !(Symbol.iterator in params);
    check(isRecord, 'params', 'plain object of strings', params);
}
/**
 * Compares two texts by their UTF-8 bytes, which is the order of their code points. UTF-16 order
 * (`<`) differs from it only where a surrogate meets U+E000 to U+FFFF.
 */
export function compareBytes(a, b) {
    let at = 0;
    while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at))
        at++;
    return rank(a, at) - rank(b, at);
}
function rank(text, at) {
    if (at >= text.length)
        return -1;
    const unit = text.charCodeAt(at);
    return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
