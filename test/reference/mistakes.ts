/**
 * An independent maker of wrong signatures: it signs from parameters with one thing, or two, done
 * as a mistaken program would do it. On Node's own crypto; imports nothing from `src`.
 *
 * @module
 */
import { Buffer } from 'node:buffer'
import { createHmac } from 'node:crypto'
import { percentEncode } from './sign.ts'
import type { Params } from './sign.ts'

/** How a program signs. What is not given is done right. */
export interface Recipe {
  readonly method?: string
  readonly path?: string
  /** Encodes a name or a value. */
  readonly inner?: (text: string) => string
  /** Encodes the joined pairs, or puts them into the string to sign in another way. */
  readonly outer?: (pairs: readonly string[]) => string
  readonly params?: (params: Params) => Params
  readonly order?: (a: string, b: string) => number
  readonly key?: (accessKeySecret: string) => string
  /** Writes the 20 bytes. */
  readonly write?: (mac: Buffer) => string
}

/** A request as it is sent. */
export interface SentRequest {
  readonly method: string
  readonly params: Params
  readonly accessKeySecret: string
}

/** A signature, and what it was made of. */
export interface Signed {
  readonly hmacKey: string
  readonly stringToSign: string
  readonly signature: string
}

/** Signs a request as the recipe says. */
export function signWrongly(request: SentRequest, recipe: Recipe): Signed {
  const { inner = percentEncode, key = (secret) => `${secret}&`, order = compareBytes } = recipe
  const { outer = (pairs) => percentEncode(pairs.join('&')) } = recipe
  const { write = (mac) => mac.toString('base64') } = recipe
  const sent = dropSignature(request.params)
  const signed = recipe.params ? recipe.params(sent) : sent
  const pairs = Object.keys(signed)
    .sort(order)
    .map((name) => `${inner(name)}=${inner(signed[name] ?? '')}`)
  const method = recipe.method ?? request.method.toUpperCase()
  const stringToSign = `${method}&${recipe.path ?? '%2F'}&${outer(pairs)}`
  const hmacKey = key(request.accessKeySecret)
  const mac = createHmac('sha1', hmacKey).update(stringToSign, 'utf8').digest()
  return { hmacKey, stringToSign, signature: write(mac) }
}

/** Encodes as `application/x-www-form-urlencoded` does. */
export function encodeForm(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1)
}

/** Encodes all but unreserved characters and those given. */
export function encodeExcept(kept: string): (text: string) => string {
  return (text) =>
    [...text].map((char) => (kept.includes(char) ? char : percentEncode(char))).join('')
}

/** Encodes right, with small hex digits. */
export function encodeSmall(text: string): string {
  return [...text]
    .map((char) => {
      const encoded = percentEncode(char)
      return encoded === char ? char : encoded.toLowerCase()
    })
    .join('')
}

function dropSignature(params: Params): Params {
  return Object.fromEntries(Object.entries(params).filter(([name]) => name !== 'Signature'))
}

function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'))
}
