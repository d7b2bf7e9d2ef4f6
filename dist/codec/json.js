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
        const envelope = JSON.parse(text);
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
/** Decodes JSON in a string; a text that is no JSON stays itself. */
export function decodeText(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}
/** Encodes as JSON; undefined for what JSON cannot say: a bigint, a loop, or an absurd depth. */
export function encodeJson(value) {
    try {
        return JSON.stringify(value);
    }
    catch {
        return undefined;
    }
}
/** A text, or the empty one for anything else. */
export function readText(value) {
    return typeof value === 'string' ? value : '';
}
