/**
 * ACS3-HMAC-SHA256, stage by stage, by the host's Web Crypto (`spec/saf-api.md` section 3.8).
 * Private to `acs3` and to the emulator.
 *
 * @module
 */
import { importHmacSha256 } from '../crypto/hmac-sha256.ts'
import { hashSha256 } from '../crypto/sha256.ts'
import { encodeText } from './signature.ts'

/** The algorithm's name, as the header `Authorization` and the string to sign begin. */
export const ALGORITHM = 'ACS3-HMAC-SHA256'

/** What is signed. */
export interface Acs3Parts {
  readonly method: string
  /** The canonicalized query string; empty when everything is in the body. */
  readonly query: string
  /** Every signed header, by its name in small letters; `x-acs-content-sha256` is among them. */
  readonly headers: Readonly<Record<string, string>>
}

/** Signs a string to sign; made once for a secret. */
export type Acs3Key = (text: string) => Promise<string>

/** Prepares the HMAC key: the plain secret, without the `&` of version 1.0. */
export function prepareAcs3(accessKeySecret: string): Acs3Key {
  const hmac = importHmacSha256(encodeText(accessKeySecret))
  // A rejection belongs to the caller who awaits it, not to the host's unhandled hook.
  hmac.catch(() => {})
  return async (text) => writeHex(await (await hmac)(encodeText(text)))
}

/** Writes the string to sign: the algorithm, and the digest of the canonical request. */
export async function writeAcs3Text({ method, query, headers }: Acs3Parts): Promise<string> {
  const names = Object.keys(headers).sort()
  const lines = names.map((name) => `${name}:${headers[name]?.trim()}\n`).join('')
  const digest = headers['x-acs-content-sha256']
  const request = [method, '/', query, lines, names.join(';'), digest].join('\n')
  return `${ALGORITHM}\n${await hashHex(encodeText(request))}`
}

/** The SHA-256 of bytes in small hex digits. */
export async function hashHex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return writeHex(await hashSha256(bytes))
}

function writeHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
