/* @ts-self-types="./read-field.d.ts" */
/**
 * Looks at values of strangers: what a foreign `fetch` rejected with, or anything caught. Private.
 *
 * @module
 */
/** Reads a field of a value that may be anything, and whose getter may throw. */
export function readField(holder, field) {
    try {
        return typeof holder === 'object' && holder !== null ? Reflect.get(holder, field) : undefined;
    }
    catch {
        return undefined;
    }
}
