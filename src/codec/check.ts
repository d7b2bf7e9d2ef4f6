/**
 * Checks of what a caller gave: one grammar of messages, and no value is ever shown. Private.
 *
 * @module
 */

/** Throws `"name" expected what, got kind` unless something holds. */
// oxlint-disable-next-line max-params -- why: it reads as its message, at every public entrance
export function check(holds: unknown, name: string, what: string, got: unknown): asserts holds {
  if (!holds) throw new TypeError(`${quote(name)} expected ${what}, got ${kindOf(got)}`)
}

/** Checks a text that has at least one character. */
export function checkText(value: unknown, name: string): asserts value is string {
  check(typeof value === 'string' && value, name, 'text', value)
}

/** Checks an object with named fields, and leaves its type alone. */
export function checkObject(value: unknown, name: string): void {
  check(isObject(value), name, 'object', value)
}

/** Checks a part of a key: a pasted line break is the commonest wrong signature. */
export function checkKeyPart(value: unknown, name: string): asserts value is string {
  checkText(value, name)
  const isClean = !/[\s\p{C}]/u.test(value)
  check(isClean, name, 'text without white space, line breaks or invisible characters', value)
}

/** Names what a value is, without showing it. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (value === '') return 'empty text'
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  return Array.isArray(value) ? 'array' : typeof value
}

/** Quotes a name; escapes what would break a line or is no text. */
export function quote(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 79)}…` : name)
}

/** Tells an object with named fields from everything else. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return kindOf(value) === 'object'
}

/** Tells a plain object, of any realm, from a Map, a Date, a Promise and other instances. */
export function isPlain(value: unknown): boolean {
  const prototype: unknown = isObject(value) ? Object.getPrototypeOf(value) : undefined
  return prototype === null || (isObject(prototype) && Object.getPrototypeOf(prototype) === null)
}
