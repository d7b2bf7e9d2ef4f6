/**
 * Names a record, and recognises what it was made for, without a subject, an Idempotency-Key or a
 * photo in it: only HMACs are kept.
 *
 * @module
 */
import { importHmacSha256 } from '../crypto/hmac-sha256.ts'
import type { HmacSha256 } from '../crypto/hmac-sha256.ts'
import type { Input } from './read-input.ts'

/** Whose record, and under which key of whose. */
export interface RecordOwner {
  readonly subject: string
  readonly idempotencyKey: string
  /** Empty when there is none: then the Idempotency-Key alone makes a record unguessable. */
  readonly secret: string
}

/** The name of a record, and the fingerprint of what it was made for, in hex. */
export interface RecordId {
  readonly name: string
  readonly fingerprint: string
}

/**
 * Computes both. The fingerprint is of the photos and the code, not of the body: a page that sends
 * its form again draws another boundary.
 */
export async function identifyRecord(
  { subject, idempotencyKey, secret }: RecordOwner,
  { refFaceContent, authFaceContent, resourceCode }: Input,
): Promise<RecordId> {
  // A list in JSON: no two lists share a text, and HMAC takes no empty key.
  const root = await importHmacSha256(encodeList('saf-edge', secret))
  const name = await root(encodeList('name', subject, idempotencyKey))
  const mac = await importHmacSha256(await root(encodeList('body', subject, idempotencyKey)))
  const photos = await Promise.all([refFaceContent, authFaceContent].map(hashWith(mac)))
  const parts = [...photos, resourceCode]
  return { name: toHex(name), fingerprint: toHex(await mac(encodeList(...parts))) }
}

function hashWith(mac: HmacSha256): (photo: Uint8Array) => Promise<string> {
  // why: photos are views of buffers that were read or decoded here, and those are not shared
  return async (photo) => toHex(await mac(photo as Uint8Array<ArrayBuffer>))
}

function encodeList(...texts: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(texts)) as Uint8Array<ArrayBuffer> // why: never shared
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
