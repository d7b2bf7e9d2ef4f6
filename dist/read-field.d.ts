/**
 * Looks at values of strangers: what a foreign `fetch` rejected with, or anything caught. Private.
 *
 * @module
 */
/** Reads a field of a value that may be anything, and whose getter may throw. */
export declare function readField(holder: unknown, field: string | symbol): unknown;
