import type { Credentials } from '../types.js';
/** The name of each part, for errors. */
export type KeyNames = Readonly<Record<keyof Credentials, string>>;
/** The names that the parts have in options. */
export declare const KEY_NAMES: KeyNames;
/**
 * Checks a key, and copies it frozen.
 *
 * @param key - The parts; an undefined token is none.
 * @param names - What errors call the parts.
 * @throws TypeError naming the part that is missing, or holds white space: a pasted line break is
 *   the commonest wrong signature.
 */
export declare function checkKey(key: Partial<Credentials>, names: KeyNames): Credentials;
