/* @ts-self-types="./read-input.d.ts" */
/**
 * Turns a body into two photos and a resource code: all of the three, each once, and nothing else.
 *
 * @module
 */
import { isObject } from '../sign/core.js';
import { decodeText } from '../core.js';
import { decodeBase64 } from '../sign/core.js';
import { readJpeg } from './jpeg.js';
import { Refusal } from './problem.js';
const PHOTOS = ['refFaceContent', 'authFaceContent'];
const FIELDS = ['refFaceContent', 'authFaceContent', 'resourceCode'];
/** What the quotation marks of three names and three texts leave. */
const MAX_PIECES = 13;
/** A form's boundary (RFC 2046 section 5.1.1), also in quotes; a space in it is read by nobody. */
const FORM = /^multipart\/form-data\s*;.*\b(boundary=("?)([\w'()+,./:=?-]{1,70})\2)\s*(;|$)/i;
/** Delimiters of three parts, with a line break before the first one. */
const MAX_DELIMITERS = 4;
/** Tells how a body is written; undefined for anything that is not read. */
export function readKind(headers) {
    const type = headers.get('content-type') ?? '';
    const encoding = headers.get('content-encoding') ?? 'identity';
    if (encoding.toLowerCase() !== 'identity')
        return undefined;
    if (FORM.test(type))
        return 'form';
    return /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type) ? 'json' : undefined;
}
/**
 * Reads the fields and checks them. Photos are cut off at their end.
 *
 * @throws Refusal naming the field.
 */
export async function readInput(bytes, headers, config) {
    const isJson = readKind(headers) === 'json';
    const entries = isJson ? readJson(bytes) : await readForm(bytes, headers);
    const fields = new Map(entries);
    const isComplete = entries.length === FIELDS.length && FIELDS.every((name) => fields.has(name));
    if (!isComplete)
        throw invalid(`Expected ${FIELDS.join(', ')}, each once, and nothing else.`);
    const resourceCode = fields.get('resourceCode');
    const [refFaceContent, authFaceContent] = await Promise.all(PHOTOS.map(async (name) => readPhoto(await readBytes(fields.get(name), name), name, config)));
    if (typeof resourceCode !== 'string' || !/^\d{8}$/.test(resourceCode)) {
        throw invalid('"resourceCode" expected eight digits.');
    }
    if (config.resourceCodes?.includes(resourceCode) === false) {
        throw invalid('"resourceCode" is not one of those allowed here.');
    }
    return { refFaceContent, authFaceContent, resourceCode }; // why: both photos were read
}
async function readForm(bytes, headers) {
    const [, parameter, , boundary] = FORM.exec(headers.get('content-type') ?? '') ?? [];
    // A part costs a host up to 0.1 ms and 4 kB. They are counted by the boundary it then reads by.
    if (countLines(bytes, `--${boundary}`) > MAX_DELIMITERS)
        return [];
    const type = { 'content-type': `multipart/form-data; ${parameter}` };
    try {
        const form = [...(await new Response(bytes, { headers: type }).formData())];
        const photos = PHOTOS;
        // A photo that is sent as text is none, and the code is no file.
        if (form.every(([name, value]) => photos.includes(name) === value instanceof Blob))
            return form;
    }
    catch {
        throw invalid('The body is not the multipart/form-data that its header announces.');
    }
    throw invalid('The form must have a file for each photo, and a text for the code.');
}
/**
 * Counts the lines that begin so, but for the first; some hosts need no carriage return. By
 * `indexOf`, which is eight times faster than looking at each byte of a photo.
 */
function countLines(bytes, start) {
    const mark = new TextEncoder().encode(`\n${start}`);
    let count = 0;
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) {
        if (mark.every((byte, offset) => bytes[at + offset] === byte))
            count++;
    }
    return count;
}
function readJson(bytes) {
    const text = new TextDecoder().decode(bytes);
    const value = decodeText(text);
    if (!isObject(value))
        throw invalid('The body is not a JSON object.');
    // Three names and three texts; a field that comes twice, of which the host shows one, has more.
    if (text.split('"', MAX_PIECES + 1).length > MAX_PIECES)
        return [];
    return Object.entries(value);
}
/** A file of a form, or base64 in JSON. */
async function readBytes(value, name) {
    if (value instanceof Blob)
        return new Uint8Array(await value.arrayBuffer());
    if (typeof value === 'string')
        return readBase64(value, name);
    throw invalid(`"${name}" expected a photo.`);
}
/** Standard or url-safe, with or without padding, also as a data: URL; nothing else in it. */
function readBase64(text, name) {
    const base64 = text
        .replace(/^data:[^,]{0,99};base64,/i, '')
        .replace(/-/g, '+')
        .replace(/_/g, '/')
        .replace(/={1,2}$/, '');
    try {
        const bytes = decodeBase64(base64);
        if (bytes.length === Math.floor((base64.length * 3) / 4))
            return bytes;
    }
    catch {
        // No base64.
    }
    throw invalid(`"${name}" expected base64 of a JPEG.`);
}
/** Looks at a photo, and cuts off what a camera, or somebody else, appended to it. */
function readPhoto(bytes, name, { maxPhotoBytes, maxPhotoPixels }) {
    const jpeg = readJpeg(bytes);
    if (!jpeg)
        throw new Refusal('photo-not-jpeg', { detail: `"${name}" expected a whole JPEG.` });
    const { height, length, width } = jpeg;
    if (width === 0 || height === 0 || width * height > maxPhotoPixels) {
        const detail = `"${name}" has ${width} × ${height} pixels, allowed are ${maxPhotoPixels}.`;
        throw new Refusal('photo-too-large', { detail });
    }
    if (length > maxPhotoBytes) {
        const detail = `"${name}" has ${length} bytes, allowed are ${maxPhotoBytes}.`;
        throw new Refusal('photo-too-large', { detail });
    }
    return bytes.subarray(0, length);
}
function invalid(detail) {
    return new Refusal('invalid-body', { detail });
}
