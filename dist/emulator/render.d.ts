/**
 * Writes an answer's envelope as JSON or XML, in the gateway's layout.
 *
 * @module
 */
/** An answer's fields, in the order in which they are written; undefined ones are left out. */
export type Fields = Readonly<Record<string, unknown>>;
/** Writes compact JSON, or XML under the given root. */
export declare function render(format: 'JSON' | 'XML', root: string, fields: Fields): string;
