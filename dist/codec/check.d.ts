/**
 * Checks of what a caller gave: one grammar of messages, and no value is ever shown. Private.
 *
 * @module
 */
/** Throws `"name" expected what, got kind` unless something holds. */
export declare function check(holds: unknown, name: string, what: string, got: unknown): asserts holds;
/** Checks a text that has at least one character. */
export declare function checkText(value: unknown, name: string): asserts value is string;
/** Checks an object with named fields, and leaves its type alone. */
export declare function checkObject(value: unknown, name: string): void;
/** Checks a part of a key: a pasted line break is the commonest wrong signature. */
export declare function checkKeyPart(value: unknown, name: string): asserts value is string;
/** Names what a value is, without showing it. */
export declare function kindOf(value: unknown): string;
/** Quotes a name; escapes what would break a line or is no text. */
export declare function quote(name: string): string;
/** Tells an object with named fields from everything else. */
export declare function isObject(value: unknown): value is Readonly<Record<string, unknown>>;
/** Tells a plain object, of any realm, from a Map, a Date, a Promise and other instances. */
export declare function isPlain(value: unknown): boolean;
