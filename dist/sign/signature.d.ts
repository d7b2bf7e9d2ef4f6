import type { HmacSha1, PreparedHmacSha1 } from '../crypto/hmac.js';
import type { SignParams } from './canonicalize.js';
import type { EncodedForm } from './encode-form.js';
/** A signed POST form, ready to send. */
export interface SignedForm {
    /** The `application/x-www-form-urlencoded` body, `Signature` included. */
    readonly body: Uint8Array<ArrayBuffer>;
    /** The signature in base64. */
    readonly signature: string;
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
export declare function signature(method: string, params: SignParams, accessKeySecret: string, hmac?: HmacSha1): Promise<string>;
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
export declare function signForm(params: SignParams, accessKeySecret: string, hmac?: HmacSha1): Promise<SignedForm>;
/** {@link signForm} of a form that is encoded, with a key that was prepared. */
export declare function signEncoded({ toSign, finish }: EncodedForm, prepared: PreparedHmacSha1): Promise<SignedForm>;
/** Writes the HMAC key: the secret and `&`, as bytes. */
export declare function encodeKey(accessKeySecret: string): Uint8Array<ArrayBuffer>;
/** Prepares the HMAC key of a secret. */
export declare function prepareSecret(accessKeySecret: string, hmac: HmacSha1): PreparedHmacSha1;
/** Encodes text as UTF-8 bytes. */
export declare function encodeText(text: string): Uint8Array<ArrayBuffer>;
