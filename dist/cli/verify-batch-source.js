/**
 * The pairs of a file: rows are checked before the first call, photos are read when their turn
 * comes.
 *
 * @module
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isObject, quote } from '../sign/core.js';
import { parseJson } from '../core.js';
import { UsageError } from './arguments.js';
import { readErrorCode } from './system-error.js';
import { readCsv } from './verify-batch-csv.js';
import { readLines } from './verify-batch-lines.js';
import { checkRow, findFace } from './verify-batch-row.js';
/** The library's own limit for a photo. */
const MAX_PHOTO_BYTES = 2 ** 21;
/**
 * Checks every row, so that nothing is called when one is wrong.
 *
 * @returns The number of rows.
 * @throws UsageError naming the line of the first row that is wrong.
 */
export async function countPairs(file) {
    const lines = new Map();
    for await (const { line, row } of readRows(file)) {
        const first = lines.get(row.id);
        if (first !== undefined) {
            throw new UsageError(`line ${line} has the id ${quote(row.id)} of line ${first} again`, 'give each pair an id of its own');
        }
        lines.set(row.id, line);
    }
    if (lines.size === 0)
        throw new UsageError(`${quote(file.path)} has no pair`, 'name another file');
    return lines.size;
}
/** Reads the pairs; their photos are functions. */
export async function* readPairs(file) {
    for await (const { row } of readRows(file)) {
        const { auth, id, ref, resourceCode } = row;
        const text = [ref, auth, resourceCode].join('\0');
        yield {
            id,
            refFaceContent: () => readPhoto(ref, file),
            authFaceContent: () => readPhoto(auth, file),
            resourceCode,
            fingerprint: createHash('sha256').update(text).digest('base64url').slice(0, 16),
        };
    }
}
async function* readRows(file) {
    const { format, path } = file;
    try {
        for await (const raw of format === 'csv' ? readCsv(path) : readNdjson(path)) {
            yield { line: raw.line, row: checkRow(raw, file) };
        }
    }
    catch (error) {
        if (error instanceof UsageError)
            throw error;
        const code = readErrorCode(error);
        if (code === undefined && !(error instanceof RangeError))
            throw error;
        throw new UsageError(`${quote(path)} cannot be read (${code ?? 'a line is too long'})`, 'name a CSV or NDJSON file that you may read');
    }
}
async function* readNdjson(path) {
    let line = 0;
    for await (const { text } of readLines(path)) {
        line++;
        if (text.trim() === '')
            continue;
        yield { line, fields: parseFields(text, line) };
    }
}
function parseFields(text, line) {
    try {
        const fields = parseJson(text.replace(/^\uFEFF/, ''));
        if (isObject(fields))
            return fields;
    }
    catch {
        // No JSON.
    }
    throw new UsageError(`line ${line} is no JSON object`, 'is it a CSV file? then add --format csv');
}
/** Reads a photo whole, since its size is known: a stream's buffers would be most of the work. */
async function readPhoto(name, file) {
    const face = findFace(name, file);
    if (face)
        return face;
    const path = resolve(dirname(file.path), name);
    const status = await stat(path);
    if (!status.isFile())
        throw new PhotoError('NOT_A_FILE');
    if (status.size > MAX_PHOTO_BYTES)
        throw new PhotoError('LARGER_THAN_2_MIB');
    return readFile(path);
}
/** Why a photo is not read; the library shows the code. */
class PhotoError extends Error {
    name = 'PhotoError';
    code;
    constructor(code) {
        super(code);
        this.code = code;
    }
}
