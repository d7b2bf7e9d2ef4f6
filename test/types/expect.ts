/**
 * Statements about types, for the compiler.
 *
 * @module
 */

/** Compiles for `true` only. */
export type Expect<T extends true> = T

/** True when two types are the same, `any` and optional fields included. */
export type IsEqual<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
