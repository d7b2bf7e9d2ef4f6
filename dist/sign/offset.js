/* @ts-self-types="./offset.d.ts" */
/**
 * Places in a string to sign. Private to `explainMismatch`.
 *
 * @module
 */
/** Characters compared at a time: long texts differ somewhere far inside. */
const BLOCK = 4096;
/** Finds where two texts differ first; the shorter length when one begins with the other. */
export function findOffset(a, b) {
    let at = 0;
    while (at < a.length && a.slice(at, at + BLOCK) === b.slice(at, at + BLOCK))
        at += BLOCK;
    const end = Math.min(a.length, b.length);
    while (at < end && a.charCodeAt(at) === b.charCodeAt(at))
        at++;
    return Math.min(at, end);
}
/** Names the parameter at a place of a right string to sign; a separator is its left one's end. */
export function findParameter(text, offset) {
    const start = offset < 3 ? -1 : text.lastIndexOf('%26', offset - 3);
    const pair = text.slice(start < 0 ? text.indexOf('&%2F&') + 5 : start + 3);
    const name = decodeTwice(pair.slice(0, Math.max(0, pair.indexOf('%3D'))));
    return name === '' ? undefined : name;
}
/** Decodes a name or value, which is encoded twice; undefined when it is no such text. */
export function decodeTwice(text) {
    try {
        return decodeURIComponent(decodeURIComponent(text));
    }
    catch {
        return undefined;
    }
}
