/**
 * Reads what `saf-edge sign` is given: parameters as JSON or as a form, and pasted answers.
 *
 * @module
 */
import { createReadStream } from 'node:fs';
import process from 'node:process';
import { isObject, kindOf, quote } from '../sign/core.js';
import { UsageError } from './arguments.js';
import { readErrorCode } from './system-error.js';
/** A file is read no further: eight times what a gateway takes. */
const MAX_BYTES = 2 ** 26;
/**
 * Reads a text file, or standard input for `-`.
 *
 * @throws UsageError naming the option when it cannot be read, or is too large.
 */
export async function readText(option, name) {
    const decoder = new TextDecoder();
    let text = '';
    let size = 0;
    try {
        for await (const chunk of name === '-' ? process.stdin : createReadStream(name)) {
            const bytes = chunk; // why: a stream without an encoding gives bytes
            size += bytes.length;
            if (size > MAX_BYTES)
                break;
            text += decoder.decode(bytes, { stream: true });
        }
    }
    catch (error) {
        const code = readErrorCode(error);
        throw new UsageError(`${option} ${quote(name)} cannot be read${code === undefined ? '' : ` (${code})`}`, 'name a file, or - for standard input');
    }
    if (size > MAX_BYTES) {
        throw new UsageError(`${option} ${quote(name)} has more than 64 MiB`, 'name a smaller file');
    }
    return text + decoder.decode();
}
/**
 * Reads parameters from a JSON object of texts, or from a query or form as it is on the wire.
 *
 * @throws UsageError that shows names, never values.
 */
export function readParams(text) {
    const trimmed = text.trim();
    return trimmed.startsWith('{') ? readJson(trimmed) : readForm(trimmed);
}
const HINT = 'write them as {"Action": "…", "Format": "JSON"} or as Action=…&Format=JSON';
function readJson(text) {
    const params = parseJson(text);
    if (!isObject(params))
        throw new UsageError('--params holds no JSON that can be read', HINT);
    for (const [name, value] of Object.entries(params)) {
        if (typeof value === 'string')
            continue;
        throw new UsageError(`--params ${quote(name)} expected string, got ${kindOf(value)}`, HINT);
    }
    return params; // why: each was checked
}
/** The parser's own message is dropped: it may quote a value. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** What stands before a question mark is the address. */
function readForm(text) {
    const pairs = [...new URLSearchParams(text.replace(/^https?:[^?]*\?/, ''))];
    if (pairs.length === 0 || !text.includes('=')) {
        throw new UsageError('--params holds no parameters', HINT);
    }
    const params = new Map();
    for (const [name, value] of pairs) {
        if (params.has(name))
            throw new UsageError(`--params ${quote(name)} is given twice`, HINT);
        params.set(name, value);
    }
    return Object.fromEntries(params);
}
