/** Parameters of a call, as they go on the wire: text by name. */
export type SignParams = Readonly<Record<string, string>>;
/**
 * Writes parameters as the canonicalized query string: sorted by name in byte order, names and
 * values percent-encoded, joined by `=` and `&`. Empty values stay; `Signature` is dropped.
 *
 * @param params - Own enumerable properties; every value a string.
 * @returns The canonicalized query string.
 * @throws TypeError naming the parameter when a value is not a string, or when a name or value
 *   holds half of a surrogate pair.
 * @example
 * ```ts
 * import { canonicalize } from 'saf-edge/sign'
 *
 * console.log(canonicalize({ b: '2 3', a: '', Signature: 'dropped' })) // a=&b=2%203
 * ```
 */
export declare function canonicalize(params: SignParams): string;
/** Refuses a Map or URLSearchParams, which has no properties and would sign as if it were empty. */
export declare function requireParams(params: SignParams): void;
/**
 * Compares two texts by their UTF-8 bytes, which is the order of their code points. UTF-16 order
 * (`<`) differs from it only where a surrogate meets U+E000 to U+FFFF.
 */
export declare function compareBytes(a: string, b: string): number;
