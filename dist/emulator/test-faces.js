/* @ts-self-types="./test-faces.d.ts" */
/**
 * Photos to try the emulator with: synthetic faces, no real person. `saf-edge/emulator` exports
 * them.
 *
 * @module
 */
import { scans, start, tables } from './test-faces.data.js';
/**
 * Small JPEG files (96 × 128 pixels), each with its outcome in a comment segment, such as
 * `saf-edge outcome=spoof`. `idPhoto` is the reference; `match` shows the same person, `mismatch`
 * another one, `spoof` the reference on a screen; `unreadable` shows nobody clearly;
 * `noReference` is a document without a photo. Every access makes a fresh copy.
 *
 * @example
 * ```ts
 * import { testFaces } from 'saf-edge/emulator'
 *
 * const photo = testFaces.match
 * console.log(photo[0] === 0xff && photo[1] === 0xd8) // true
 * ```
 */
export const testFaces = 
/* @__PURE__ */ Object.freeze({
    get idPhoto() {
        return buildFace('idPhoto');
    },
    get match() {
        return buildFace('match');
    },
    get mismatch() {
        return buildFace('mismatch');
    },
    get spoof() {
        return buildFace('spoof');
    },
    get unreadable() {
        return buildFace('unreadable');
    },
    get noReference() {
        return buildFace('noReference');
    },
});
/** Joins the parts of one file: the outcome stands between APP0 and the tables. */
function buildFace(name) {
    const text = `saf-edge outcome=${name}`;
    // COM, and a length that counts itself (ITU-T T.81, B.2.4.5).
    const comment = `\xff\xfe\0${String.fromCharCode(text.length + 2)}${text}`;
    const file = atob(start) + comment + atob(tables) + atob(scans[name]);
    return Uint8Array.from(file, (char) => char.charCodeAt(0));
}
