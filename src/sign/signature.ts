/**
 * RPC signature 1.0: HMAC-SHA1 of the string to sign. Exported by `saf-edge/sign`.
 *
 * @module
 */
import { encodeBase64 } from '../crypto/base64.ts'
import type { HmacSha1, PreparedHmacSha1 } from '../crypto/hmac.ts'
import { webHmacSha1 } from '../crypto/web.ts'
import { check } from '../codec/check.ts'
import { requireText } from '../codec/percent.ts'
import { requireParams } from './canonicalize.ts'
import type { SignParams } from './canonicalize.ts'
import { createFormEncoder } from './encode-form.ts'
import type { EncodedForm } from './encode-form.ts'
import { stringToSign } from './string-to-sign.ts'

/** A signed POST form, ready to send. */
export interface SignedForm {
  /** The `application/x-www-form-urlencoded` body, `Signature` included. */
  readonly body: Uint8Array<ArrayBuffer>
  /** The signature in base64. */
  readonly signature: string
}

/**
 * Signs parameters: base64 of HMAC-SHA1 over the string to sign, keyed with the secret and `&`.
 *
 * @param method - The HTTP method the request is sent with.
 * @param params - Every parameter sent; `Signature` is left out.
 * @param accessKeySecret - The secret; the trailing `&` is added here.
 * @param hmac - The implementation. @defaultValue `webHmacSha1`
 * @returns The signature in base64. Percent-encode it when it goes on the wire.
 * @throws TypeError as `stringToSign` does, and likewise for the secret.
 * @example
 * ```ts
 * import { signature } from 'saf-edge/sign'
 *
 * const params = { Action: 'DescribeRegions', AccessKeyId: 'testid', Format: 'JSON' }
 * console.log((await signature('GET', params, 'testsecret')).length) // 28
 * ```
 */
// oxlint-disable-next-line max-params -- why: the public contract names these four
export async function signature(
  method: string,
  params: SignParams,
  accessKeySecret: string,
  hmac: HmacSha1 = webHmacSha1,
): Promise<string> {
  const text = encodeText(stringToSign(method, params))
  return signBytes(text, prepareSecret(accessKeySecret, hmac))
}

/**
 * Signs parameters for a POST and writes the form body.
 *
 * @param params - Every parameter sent; a `Signature` among them is replaced.
 * @param accessKeySecret - The secret; the trailing `&` is added here.
 * @param hmac - The implementation. @defaultValue `webHmacSha1`
 * @returns The body's bytes and the signature.
 * @throws TypeError as {@link signature} does.
 * @example
 * ```ts
 * import { signForm } from 'saf-edge/sign'
 *
 * const { body } = await signForm({ Action: 'ExecuteRequest' }, 'testsecret')
 * console.log(new TextDecoder().decode(body).startsWith('Action=ExecuteRequest&Signature=')) // true
 * ```
 */
export async function signForm(
  params: SignParams,
  accessKeySecret: string,
  hmac: HmacSha1 = webHmacSha1,
): Promise<SignedForm> {
  requireParams(params)
  for (const [name, value] of Object.entries(params)) {
    check(typeof value === 'string', name, 'string', value)
  }
  return signEncoded(createFormEncoder()(params), prepareSecret(accessKeySecret, hmac))
}

/** {@link signForm} of a form that is encoded, with a key that was prepared. */
export async function signEncoded(
  { toSign, finish }: EncodedForm,
  prepared: PreparedHmacSha1,
): Promise<SignedForm> {
  const signed = await signBytes(toSign, prepared)
  return { body: finish(signed), signature: signed }
}

/** Writes the HMAC key: the secret and `&`, as bytes. */
export function encodeKey(accessKeySecret: string): Uint8Array<ArrayBuffer> {
  return encodeText(`${requireText(accessKeySecret, 'accessKeySecret')}&`)
}

/** Prepares the HMAC key of a secret. */
export function prepareSecret(accessKeySecret: string, hmac: HmacSha1): PreparedHmacSha1 {
  const key = encodeKey(accessKeySecret)
  return hmac.prepare?.(key) ?? ((message) => hmac(key, message))
}

/** Encodes text as UTF-8 bytes. */
export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

async function signBytes(message: Uint8Array, prepared: PreparedHmacSha1): Promise<string> {
  const mac = await prepared(message)
  check(ArrayBuffer.isView(mac) && mac.length === 20, 'hmac', 'function giving 20 bytes', mac)
  return encodeBase64(mac)
}
