/* @ts-self-types="./photo.d.ts" */
/**
 * Turns a photo of any usual shape into the base64 that the API asks for: JPEG, no `data:` prefix,
 * no line breaks (`spec/saf-api.md` section 1.2).
 *
 * @module
 */
import { decodeBase64, encodeBase64 } from '../crypto/base64.js';
import { check } from '../codec/check.js';
/**
 * Checks a photo and writes it as standard base64.
 *
 * @param photo - What the caller gave.
 * @param name - The field's name, for errors. Contents are never shown.
 * @param maxBytes - Decoded bytes allowed.
 * @throws TypeError when it is not a JPEG, empty, too large, or of another shape.
 */
export async function readPhoto(photo, name, maxBytes) {
    if (typeof photo === 'string') {
        checkSize(photo.length / 2, name, maxBytes); // Before a scan: nothing but line breaks is dropped.
        const base64 = normalize(photo);
        checkSize(Math.floor((base64.length * 3) / 4), name, maxBytes);
        const isBase64 = /^[A-Za-z\d+/]+$/.test(base64) && base64.length % 4 !== 1;
        check(isBase64, name, 'base64 of a JPEG', photo);
        const padded = base64.padEnd(Math.ceil(base64.length / 4) * 4, '=');
        checkJpeg(decodeBase64(padded), name);
        return padded;
    }
    const { byteLength, size = byteLength } = Object(photo);
    check(Number.isInteger(size), name, 'Uint8Array, ArrayBuffer, Blob or base64 text', photo);
    checkSize(size, name, maxBytes);
    const bytes = await readBytes(photo, name);
    checkSize(bytes.length, name, maxBytes);
    checkJpeg(bytes, name);
    return encodeBase64(bytes);
}
async function readBytes(photo, name) {
    if (ArrayBuffer.isView(photo)) {
        return new Uint8Array(photo.buffer, photo.byteOffset, photo.byteLength);
    }
    try {
        return new Uint8Array('arrayBuffer' in photo ? await photo.arrayBuffer() : photo);
    }
    catch {
        throw new TypeError(`"${name}" could not be read (a file that changed?)`);
    }
}
/**
 * Drops a data: prefix, line breaks and padding. Only line breaks: a space may be a `+` that a form
 * decoder ate, and dropping it would make another photo.
 */
function normalize(text) {
    return text
        .trim()
        .replace(/^data:[^,]*;base64,|[\r\n]+/gi, '')
        .replace(/-/g, '+')
        .replace(/_/g, '/')
        .replace(/={1,2}$/, ''); // No `=+`: its backtracking is quadratic.
}
function checkSize(bytes, name, maxBytes) {
    if (bytes === 0)
        throw new TypeError(`"${name}" is empty: expected a JPEG`);
    if (bytes > maxBytes) {
        throw new TypeError(`"${name}" has ${bytes} bytes, more than "maxPhotoBytes" (${maxBytes})`);
    }
}
/** Checks for FF D8 FF at the start and an FF D9 later; phones append bytes after the end. */
function checkJpeg(bytes, name) {
    const start = String.fromCharCode(...bytes.subarray(0, 12));
    if (!start.startsWith('\xff\xd8\xff')) {
        // What phones and screenshots make instead.
        const format = /PNG|WEBP|(?<=^....)ftyp/s.exec(start)?.[0].replace('ftyp', 'HEIC or AVIF');
        throw new TypeError(`"${name}" expected JPEG, got ${format ?? 'other bytes'}`);
    }
    let at = bytes.length - 1;
    while (at > 2 && !(bytes[at] === 0xd9 && bytes[at - 1] === 0xff))
        at--;
    if (at <= 2)
        throw new TypeError(`"${name}" expected JPEG, got one without its end (cut off?)`);
}
