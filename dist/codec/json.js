/* @ts-self-types="./json.d.ts" */
/**
 * `Format=JSON`, and JSON in strings. Private, but for the format's type.
 *
 * @module
 */
import { check, isObject } from './check.js';
/** Asks for JSON and reads it, and a gateway error in XML. */
export const jsonFormat = {
    name: 'JSON',
    parse(text) {
        const error = /^\s*(?:<\?xml[^>]*>\s*)?<Error>(.*)<\/Error>\s*$/s.exec(text)?.[1];
        if (error !== undefined)
            return { envelope: readErrorFields(error), isError: true };
        const envelope = parseJson(text);
        check(isObject(envelope), 'answer', 'object', envelope);
        return { envelope, isError: false };
    },
};
/** The gateway writes some errors in XML whatever was asked for: flat, and without own entities. */
function readErrorFields(text) {
    const fields = text.matchAll(/<(\w+)>([^<]*)<\/\1>/g);
    return Object.fromEntries(Array.from(fields, ([, name, value]) => [name, value?.replaceAll('&amp;', '&')]));
}
/** Reads a field that the object itself has; what a prototype has is not there. */
export function own(value, name) {
    return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
/** Stands before the digits of a big integer: in JSON it can only come as an escape. */
const MARK = '\0';
/**
 * Parses JSON, with every integer beyond 2^53 as an exact bigint: a number would be another one.
 * What has no sixteen digits in a row where a value may begin is parsed by the host alone.
 */
export function parseJson(text) {
    const plain = JSON.parse(text);
    if (!/(^|[:[,\s])-?\d{16}/.test(text) || text.includes('\\u0000'))
        return plain;
    const marked = text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g, (token) => /^-?\d{16,999}$/.test(token) && !Number.isSafeInteger(Number(token))
        ? `"\\u0000${token}"`
        : token);
    try {
        return JSON.parse(marked, (_, value) => typeof value === 'string' && value.startsWith(MARK) ? BigInt(value.slice(1)) : value);
    }
    catch {
        return plain; // Nested deeper than the host walks.
    }
}
/** Decodes JSON in a string; a text that is no JSON stays itself. */
export function decodeText(text, parse = JSON.parse) {
    try {
        return parse(text);
    }
    catch {
        return text;
    }
}
/** Encodes as JSON; undefined for what JSON cannot say: a bigint, a loop, or an absurd depth. */
export function encodeJson(value, replace) {
    try {
        return JSON.stringify(value, replace);
    }
    catch {
        return undefined;
    }
}
/** Writes what {@link parseJson} gave, big integers by their digits; empty for an absurd depth. */
export function rewriteJson(value) {
    const mark = (_, part) => typeof part === 'bigint' ? MARK + part : part;
    const marked = () => encodeJson(value, mark);
    return encodeJson(value) ?? marked()?.replace(/"\\u0000(-?\d+)"/g, '$1') ?? '';
}
/** A text, or the empty one for anything else. */
export function readText(value) {
    return typeof value === 'string' ? value : '';
}
