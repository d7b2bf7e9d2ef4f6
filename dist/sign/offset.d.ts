/**
 * Places in a string to sign. Private to `explainMismatch`.
 *
 * @module
 */
/** Finds where two texts differ first; the shorter length when one begins with the other. */
export declare function findOffset(a: string, b: string): number;
/** Names the parameter at a place of a right string to sign; a separator is its left one's end. */
export declare function findParameter(text: string, offset: number): string | undefined;
/** Decodes a name or value, which is encoded twice; undefined when it is no such text. */
export declare function decodeTwice(text: string): string | undefined;
