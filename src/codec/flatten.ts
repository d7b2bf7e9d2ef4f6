/**
 * Nested parameters as flat ones: `Key.1`, `Key.1.Sub`. Private.
 *
 * @module
 */
import { check, isPlain, quote } from './check.ts'
import { formatTimestamp, hasTimestamp } from './time.ts'

/** A value that RPC parameters can carry; null and undefined are dropped. */
export type ParamValue =
  | string
  | number
  | boolean
  | bigint
  | Date
  | null
  | undefined
  | readonly ParamValue[]
  | Params

/** Parameters of an action, by wire name: a literal, or an object whose type is an interface. */
export type Params = { readonly [name: string]: ParamValue } | ParamsObject

/**
 * An object with an interface's type, which has no index signature: its values are checked when they
 * are sent. A list, a Map, a promise that was not awaited and a function are told by what they have.
 */
export type ParamsObject = object & {
  readonly [Symbol.iterator]?: never
  readonly then?: never
  readonly call?: never
}

/**
 * Flattens parameters: arrays count from 1, objects by name, joined by dots. A null entry of an
 * array is dropped and keeps its index (`vectors/flatten.json`).
 *
 * @throws TypeError naming the path of a value that no parameter can carry, of one that holds
 *   itself, and of two that flatten to one name.
 */
export function flatten(params: Params): Record<string, string> {
  check(isPlain(params), 'params', 'plain object', params)
  const flat = new Map<string, string>()
  walk(params, { prefix: '', flat, parents: [] })
  // fromEntries defines properties, so that a parameter named __proto__ is just a name.
  return Object.fromEntries(flat)
}

interface Place {
  readonly prefix: string
  readonly flat: Map<string, string>
  readonly parents: readonly unknown[]
}

function walk(holder: object, { prefix, flat, parents }: Place): void {
  const isArray = Array.isArray(holder)
  for (const [name, value] of isArray ? holder.entries() : Object.entries(holder)) {
    const key = prefix + (isArray ? Number(name) + 1 : name)
    if (value === null || value === undefined) continue
    const text = writeScalar(value)
    if (text === undefined) {
      const isOpen = Array.isArray(value) || isPlain(value)
      check(isOpen && !parents.includes(value), key, 'a value that can be sent', value)
      walk(value, { prefix: `${key}.`, flat, parents: [...parents, value] })
    } else if (flat.has(key)) {
      throw new TypeError(`${quote(key)} is given twice`)
    } else {
      flat.set(key, text)
    }
  }
}

/** Writes a scalar as text; undefined for anything else. */
function writeScalar(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (value instanceof Date)
    return hasTimestamp(value) ? formatTimestamp(value.getTime()) : undefined
  const isScalar = typeof value === 'boolean' || typeof value === 'bigint' || Number.isFinite(value)
  return isScalar ? String(value) : undefined
}
