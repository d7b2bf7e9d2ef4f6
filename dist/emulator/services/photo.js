/* @ts-self-types="./photo.d.ts" */
/**
 * Looks at a photo as the service does: standard base64 of a whole JPEG, and what is written in it.
 *
 * @module
 */
import { decodeBase64 } from '../../sign/core.js';
/** Reads a photo; undefined for a data: prefix, CR or LF, text that is not base64, or no JPEG. */
export function readPhoto(base64) {
    if (!/^[A-Za-z\d+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0)
        return undefined;
    const bytes = decodeBase64(base64);
    const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff && hasEnd(bytes);
    return isJpeg ? { bytes: bytes.length, ...readSegments(bytes) } : undefined;
}
/** Tells whether a photo keeps to the limits; one whose size is unknown does not keep to any. */
export function fitsLimits({ bytes, width, height }, limits) {
    const { maxBytes = Infinity, minSide = 0, maxSide = Infinity } = limits;
    return (bytes <= maxBytes && Math.min(width, height) >= minSide && Math.max(width, height) <= maxSide);
}
/** Looks for FF D9 from the end: phones append bytes after it. */
function hasEnd(bytes) {
    let at = bytes.length - 1;
    while (at > 2 && !(bytes[at] === 0xd9 && bytes[at - 1] === 0xff))
        at--;
    return at > 2;
}
/** Walks the segments up to the first scan (ITU-T T.81, B.1.1). */
function readSegments(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let [width, height] = [0, 0];
    let outcome;
    for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda;) {
        const marker = view.getUint8(at + 1);
        const length = view.getUint16(at + 2);
        if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
            height = view.getUint16(at + 5);
            width = view.getUint16(at + 7);
        }
        if (marker === 0xfe) {
            const text = String.fromCharCode(...bytes.subarray(at + 4, at + 2 + Math.min(length, 80)));
            outcome ??= /^saf-edge outcome=(\w+)$/.exec(text)?.[1];
        }
        at += 2 + Math.max(length, 2);
    }
    return { width, height, outcome };
}
