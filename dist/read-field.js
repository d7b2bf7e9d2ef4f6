/* @ts-self-types="./read-field.d.ts" */
/**
 * Looks at values of strangers: what a foreign `fetch` rejected with, or anything caught. Private.
 *
 * @module
 */
/** Reads a field of a value that may be anything, and whose getter may throw. */
export function readField(holder, field) {
    try {
        return Reflect.get(holder, field); // why: it throws for a primitive
    }
    catch {
        return undefined;
    }
}
/** Reads a name or code; anything else in its place is not repeated. */
export function readName(holder, field) {
    const value = readField(holder, field);
    return typeof value === 'string' && /^[A-Za-z][\w.]{0,63}$/.test(value) ? value : undefined;
}
/** Reads the code of a foreign error: its own, or that of its cause. */
export function readForeignCode(foreign) {
    return readName(foreign, 'code') ?? readName(readField(foreign, 'cause'), 'code');
}
