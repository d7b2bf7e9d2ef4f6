/* @ts-self-types="./encode-form.d.ts" */
/**
 * Writes a form's body and its string to sign in one pass, as bytes. Private.
 *
 * The idea. A character is either unreserved, and then one byte in both texts, or it is escaped
 * twice: `%2F` in the body, `%252F` in the string to sign. In the base64 of a photo 97 of 100
 * characters are unreserved. So:
 * - Photos stay bytes. Three of them make two 12-bit numbers, and a table turns each into two
 *   characters, or into 0 when one of the two needs escaping: no UTF-16 text, no JSON.stringify.
 * - Four plain characters go into each text as one unaligned 32-bit word (DataView).
 * - Text is encoded by the host in slices and scanned four bytes at a time in the same way.
 * - Both texts are written into buffers of about their size; each block of input first makes room
 *   for its worst case, so that the loops check nothing.
 * Measured by `npm run bench`; the simple way is the oracle, in `test/reference/sign.ts`.
 *
 * @module
 */
import { requireText } from '../codec/percent.js';
import { compareBytes } from './canonicalize.js';
/** Bytes of input between two looks at the room that is left: a multiple of 3 and of 4. */
const BLOCK = 12_288;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const DIGITS = '0123456789ABCDEF';
/**
 * Encodes a form, or the query of a GET: names in byte order, `Signature` left out.
 *
 * @throws TypeError naming the parameter that is no text, or holds half a surrogate pair.
 */
export function encodeForm(params, method = 'POST') {
    let size = 0;
    for (const { length } of Object.values(params).flat())
        size += length;
    const plain = new Uint8Array(256);
    for (const char of `${ALPHABET.slice(0, 62)}-_.~`)
        plain[char.charCodeAt(0)] = 1;
    // Base64 is a third longer than its bytes, and a few in a hundred of its characters are escaped.
    const body = createSink(size * 1.45);
    const sign = createSink(size * 1.55);
    const texts = { body, sign, plain, block: new Uint8Array(BLOCK) };
    put(sign, `${method}&%2F&`);
    const names = Object.keys(params).filter((name) => name !== 'Signature');
    for (const name of names.sort(compareBytes)) {
        // What stands between names and values is escaped once in the string to sign.
        if (body.at > 0) {
            put(body, '&');
            put(sign, '%26');
        }
        writeText(texts, name, name);
        put(body, '=');
        put(sign, '%3D');
        for (const segment of [params[name] ?? ''].flat()) {
            if (typeof segment === 'object')
                writeBase64(texts, segment);
            else
                writeText(texts, segment, name);
        }
    }
    return {
        toSign: readSink(sign),
        finish(signature) {
            put(body, body.at > 0 ? '&Signature=' : 'Signature=');
            writeText(texts, signature, 'Signature');
            return readSink(body);
        },
    };
}
function createSink(size) {
    return { view: new DataView(new ArrayBuffer(size + 2048)), at: 0 };
}
function readSink({ view, at }) {
    return new Uint8Array(view.buffer, 0, at);
}
/** Makes room for a number of bytes, and a word more: words are written whole. */
function reserve(sink, count) {
    const needed = sink.at + count + 4;
    if (needed <= sink.view.byteLength)
        return;
    const written = readSink(sink);
    sink.view = createSink(needed * 1.5).view;
    readSink(sink).set(written);
}
/** Writes ASCII as it is. */
function put(sink, text) {
    reserve(sink, text.length);
    for (let at = 0; at < text.length; at++)
        sink.view.setUint8(sink.at++, text.charCodeAt(at));
}
/** Writes a text; `name` is what an error calls it. */
function writeText(texts, text, name) {
    requireText(text, name);
    const encoder = new TextEncoder();
    for (let at = 0; at < text.length;) {
        const { read, written } = encoder.encodeInto(text.slice(at), texts.block);
        writeBytes(texts, texts.block.subarray(0, written));
        at += read;
    }
}
/** Writes the base64 of bytes. */
function writeBase64(texts, bytes) {
    // Two characters for each 12 bits, so that three bytes are two look-ups; 0 if one is escaped.
    const pairs = new Uint16Array(4096);
    // The table costs as much as a few kilobytes of text.
    const whole = bytes.length < BLOCK ? 0 : bytes.length - (bytes.length % 3);
    for (let bits = 0; bits < 4096 && whole; bits++) {
        const [first, second] = [bits >> 6, bits & 63];
        const isPlain = first < 62 && second < 62;
        if (isPlain)
            pairs[bits] = ALPHABET.charCodeAt(first) | (ALPHABET.charCodeAt(second) << 8);
    }
    for (let from = 0; from < whole; from += BLOCK) {
        writeTriples(texts, bytes.subarray(from, Math.min(from + BLOCK, whole)), pairs);
    }
    writeText(texts, btoa(String.fromCharCode(...bytes.subarray(whole))), '');
}
/** Writes the base64 of whole groups of three bytes, a block at most. */
function writeTriples(texts, bytes, pairs) {
    reserve(texts.body, bytes.length * 4);
    reserve(texts.sign, bytes.length * 7);
    for (let from = 0; from < bytes.length; from += 3) {
        // why `as number`: three bytes are there, and twelve bits index the whole table.
        const high = bytes[from];
        const middle = bytes[from + 1];
        const group = (high << 16) | (middle << 8) | bytes[from + 2];
        const first = pairs[group >> 12];
        const second = pairs[group & 4095];
        if (first !== 0 && second !== 0) {
            writePlain(texts, first | (second << 16), 4);
            continue;
        }
        for (let shift = 18; shift >= 0; shift -= 6) {
            writeByte(texts, ALPHABET.charCodeAt((group >> shift) & 63));
        }
    }
}
/** Writes bytes of text, a block at most. */
function writeBytes(texts, bytes) {
    const { plain } = texts;
    reserve(texts.body, bytes.length * 3);
    reserve(texts.sign, bytes.length * 5);
    for (let from = 0; from < bytes.length; from++) {
        // why `as number`: every index is within the bounds of its list.
        if (from + 4 <= bytes.length) {
            const a = bytes[from];
            const b = bytes[from + 1];
            const c = bytes[from + 2];
            const d = bytes[from + 3];
            const isPlain = plain[a] & plain[b] & plain[c] & plain[d];
            if (isPlain === 1) {
                writePlain(texts, a | (b << 8) | (c << 16) | (d << 24), 4);
                from += 3;
                continue;
            }
        }
        writeByte(texts, bytes[from]);
    }
}
/** Writes unreserved characters, as a word whose first bytes count. */
function writePlain({ body, sign }, word, size) {
    body.view.setUint32(body.at, word, true);
    sign.view.setUint32(sign.at, word, true);
    body.at += size;
    sign.at += size;
}
/** Writes one byte: `%XX` in the body and `%25XX` in the string to sign, unless it is unreserved. */
function writeByte(texts, byte) {
    if (texts.plain[byte] === 1) {
        writePlain(texts, byte, 1);
        return;
    }
    const { body, sign } = texts;
    const digits = DIGITS.charCodeAt(byte >> 4) | (DIGITS.charCodeAt(byte & 15) << 8);
    body.view.setUint32(body.at, 0x25 | (digits << 8), true);
    sign.view.setUint32(sign.at, 0x353225 | (digits << 24), true);
    sign.view.setUint8(sign.at + 4, digits >> 8);
    body.at += 3;
    sign.at += 5;
}
