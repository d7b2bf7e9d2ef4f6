/**
 * Reads the parameters of a query or a form, strictly: what a gateway could read in two ways is
 * refused.
 *
 * @module
 */
/**
 * Adds the pairs of a query or form to `into`. A name that comes twice, in one place or in query and
 * form together, is refused: the vendor does not say which of them counts
 * (`spec/saf-api.md` section 3.2).
 *
 * @returns The name of the first parameter that comes twice or is not percent-encoded UTF-8;
 *   undefined when all of them are good. The others are read all the same.
 */
export declare function parsePairs(text: string, into: Map<string, string>): string | undefined;
/**
 * Writes a form's bytes as ASCII: a bare byte means the same as its `%XX`, also when both make up
 * one character together. In bytes, since a text of eight million pieces takes seconds.
 */
export declare function readAscii(bytes: Uint8Array): string;
/**
 * Reads `Format` in any letter case, as the gateway does (the vendor's newer Node SDK writes
 * `json`); XML when it is absent, undefined when it is neither.
 */
export declare function readFormat(params: ReadonlyMap<string, string>): 'JSON' | 'XML' | undefined;
