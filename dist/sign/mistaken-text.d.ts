import type { Mistake } from '../errors.js';
/** A string to sign in its parts: `method&path&query`. */
export interface SignedText {
    readonly method: string;
    readonly path: string;
    /** The canonicalized query string, encoded once more. */
    readonly query: string;
}
/** One way to be wrong. Two of one group exclude each other. */
export interface Variant {
    readonly mistake: Mistake;
    readonly group: Group;
    /** What is wrong and what to do, as a clause. Holds no value. */
    readonly says: string;
    /** Turns the right text into the wrong one; returns an equal text where it changes nothing. */
    readonly apply: (text: SignedText) => SignedText;
    /** The parameter concerned; `true`: the one in which the texts differ first. */
    readonly parameter?: string | true;
    /** Tried alone only, not together with a second mistake. */
    readonly isRare?: boolean;
}
/** One wrong HMAC key. */
export interface KeyVariant {
    readonly mistake: Mistake;
    readonly says: string;
    readonly key: string;
    readonly isRare?: boolean;
}
/** The order in which two mistakes made together take effect. */
export declare const GROUPS: readonly ['params', 'method', 'path', 'space', 'star', 'bang', 'tilde', 'slash', 'separator', 'level', 'hex'];
/** The part of the work that a mistake spoils. */
export type Group = (typeof GROUPS)[number];
/** Puts the parts together. */
export declare function joinText({ method, path, query }: SignedText): string;
/**
 * Lists the mistakes that can be made with the right method and parameters, the most frequent
 * first.
 *
 * In a right text every `%25` is the percent sign of an escaped character of a name or value, and
 * `%3D` and `%26` stand between names, values and pairs, so plain replacements are exact.
 */
export declare function listTextVariants(): readonly Variant[];
/** Lists signatures for other methods than the one that is sent. */
export declare function listMethodVariants(sent: string): readonly Variant[];
/** Lists wrong keys, the most frequent first. */
export declare function listKeyVariants(accessKeySecret: string, accessKeyId: string | undefined): readonly KeyVariant[];
