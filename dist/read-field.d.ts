/**
 * Looks at values of strangers: what a foreign `fetch` rejected with, or anything caught. Private.
 *
 * @module
 */
/** Reads a field of a value that may be anything, and whose getter may throw. */
export declare function readField(holder: unknown, field: string | symbol): unknown;
/** Reads a name or code; anything else in its place is not repeated. */
export declare function readName(holder: unknown, field: string): string | undefined;
/** Reads the code of a foreign error: its own, or that of its cause. */
export declare function readForeignCode(foreign: unknown): string | undefined;
