/** What the emulator answers for a photo, written in the photo itself. */
export type TestFaceName = 'idPhoto' | 'match' | 'mismatch' | 'spoof' | 'unreadable' | 'noReference';
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
export declare const testFaces: Readonly<Record<TestFaceName, Uint8Array<ArrayBuffer>>>;
