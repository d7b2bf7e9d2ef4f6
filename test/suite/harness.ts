/**
 * The conventions of the contract suite. A suite is a function that is given a way to register a
 * test and the library as an argument: it knows no runner, no `node:` module and no page, so the
 * same file runs on every runtime, on `src`, on `dist` and on the packed tarball.
 *
 * The assertions below replace a runner's: each throws an Error whose message says what was seen.
 *
 * @module
 */

/** Registers one test. The name is a sentence about behaviour, without the suite's own name. */
export type Test = (name: string, body: () => void | Promise<void>) => void

/** The library, one namespace a subpath. Drivers say where it is loaded from. */
export interface Library {
  readonly main: typeof import('../../src/index.ts')
  readonly sign: typeof import('../../src/sign/index.ts')
  readonly noble: typeof import('../../src/sign/noble.ts')
  readonly xml: typeof import('../../src/codec/xml.ts')
  readonly credentials: typeof import('../../src/credentials/index.ts')
  readonly emulator: typeof import('../../src/emulator/index.ts')
  readonly errors: typeof import('../../src/errors.ts')
}

/** Registers the tests of one subject. */
export type Suite = (test: Test, lib: Library) => void

/** A suite and the subject its test names start with. */
export interface NamedSuite {
  readonly name: string
  readonly suite: Suite
  /**
   * The tests that wait for a back-off or a deadline most of their time, share nothing, and have a
   * second to spare wherever a busy neighbour could make them late. Runners run these side by side.
   */
  readonly waits?: RegExp
}

/** What was thrown, looked at without knowing its class: copies of the library differ in those. */
export interface Caught {
  readonly name?: string
  readonly message?: string
  readonly code?: string
  readonly [field: string]: unknown
}

/** Looks at what was thrown, and throws when it is not as it should be. */
export type ErrorCheck = (error: Caught) => void

/** Fails the test. */
export function fail(message: string): never {
  throw new Error(message)
}

/** Asserts that a value is neither false nor anything else that counts as false. */
export function ok(value: unknown, what = 'value'): asserts value {
  if (!value) fail(`${what}: expected it to hold, got ${show(value)}`)
}

/** Asserts that two values are the same one (`Object.is`). */
export function equal(actual: unknown, expected: unknown, what = 'value'): void {
  if (Object.is(actual, expected)) return
  fail(`${what}: expected ${show(expected)}, got ${show(actual)}${showOffset(actual, expected)}`)
}

/**
 * Asserts that two values have the same content: primitives, lists, bytes and plain objects.
 * Anything else (an Error, a Date, a function) must be the same one.
 */
export function deepEqual(actual: unknown, expected: unknown, what = 'value'): void {
  const difference = findDifference(actual, expected, what)
  if (difference !== undefined) fail(difference)
}

/** Asserts that a function throws, and hands what it threw to `check`. */
export function throws(body: () => unknown, check: ErrorCheck): void {
  let result: unknown
  try {
    result = body()
  } catch (error) {
    check(asCaught(error))
    return
  }
  fail(`expected a throw, got ${show(result)}`)
}

/** Asserts that a promise rejects, and hands what it rejected with to `check`. */
export async function rejects(promise: Promise<unknown>, check: ErrorCheck): Promise<void> {
  let result: unknown
  try {
    result = await promise
  } catch (error) {
    check(asCaught(error))
    return
  }
  fail(`expected a rejection, got ${show(result)}`)
}

function asCaught(error: unknown): Caught {
  return error as Caught // why: anything can be thrown; a check only compares its fields
}

function findDifference(actual: unknown, expected: unknown, path: string): string | undefined {
  if (Object.is(actual, expected)) return undefined
  if (isBytes(actual) && isBytes(expected)) return findInList([...actual], [...expected], path)
  if (Array.isArray(actual) && Array.isArray(expected)) return findInList(actual, expected, path)
  if (isPlain(actual) && isPlain(expected)) return findInObject(actual, expected, path)
  return `${path}: expected ${show(expected)}, got ${show(actual)}` + showOffset(actual, expected)
}

function findInList(
  actual: readonly unknown[],
  expected: readonly unknown[],
  path: string,
): string | undefined {
  if (actual.length !== expected.length) {
    return `${path}: expected ${expected.length} entries, got ${actual.length}: ${show(actual)}`
  }
  for (let at = 0; at < actual.length; at++) {
    const difference = findDifference(actual[at], expected[at], `${path}[${at}]`)
    if (difference !== undefined) return difference
  }
  return undefined
}

function findInObject(
  actual: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, unknown>>,
  path: string,
): string | undefined {
  for (const key of Object.keys(expected)) {
    if (!Object.hasOwn(actual, key)) return `${path}: ${show(key)} is missing`
    const difference = findDifference(actual[key], expected[key], `${path}.${key}`)
    if (difference !== undefined) return difference
  }
  const extra = Object.keys(actual).find((key) => !Object.hasOwn(expected, key))
  return extra === undefined ? undefined : `${path}: ${show(extra)} was not expected`
}

function isBytes(value: unknown): value is Uint8Array {
  return Object.prototype.toString.call(value) === '[object Uint8Array]'
}

/** A prototype that has none itself is some realm's Object.prototype. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function show(value: unknown): string {
  const text = describe(value)
  return text.length > 400 ? `${text.slice(0, 400)}… (${text.length} characters)` : text
}

function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'bigint') return `${value}n`
  if (isBytes(value)) return `bytes [${value.slice(0, 64).join(' ')}]`
  if (!Array.isArray(value) && !isPlain(value)) return String(value)
  try {
    return JSON.stringify(value)
  } catch {
    return String(value)
  }
}

/** Long texts differ somewhere in the middle: says where, with what stands around it. */
function showOffset(actual: unknown, expected: unknown): string {
  if (typeof actual !== 'string' || typeof expected !== 'string') return ''
  if (expected.length < 60) return ''
  let at = 0
  while (at < expected.length && actual[at] === expected[at]) at++
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 10), at + 20))
  return `; first difference at offset ${at}: expected ${around(expected)}, got ${around(actual)}`
}
