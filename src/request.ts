/**
 * Builds a request: common parameters, signature, body. Pure: time and nonce are parameters.
 *
 * @module
 */
import { isEpochMs, formatTimestamp } from './codec/time.ts'
import { check, checkText } from './codec/check.ts'
import type { HmacSha1, PreparedHmacSha1 } from './crypto/hmac.ts'
import type { FormParams } from './sign/encode-form.ts'
import { prepareSecret, signFormPrepared } from './sign/signature.ts'
import type { Credentials } from './types.ts'

/** What is asked: the action and its flat parameters. */
export interface RequestSpec {
  readonly action: string
  readonly version: string
  readonly format: 'JSON' | 'XML'
  readonly params: FormParams
}

/** What makes a request unique. */
export interface RequestMoment {
  readonly credentials: Credentials
  readonly atEpochMs: number
  readonly nonce: string
}

/** A request that is ready to be sent. */
export interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
  /** Reads the string to sign, for the comparison with a gateway's echo. */
  readonly stringToSign: () => string
}

/** Names that the client sets itself. */
const COMMON =
  /^(Action|Version|Format|AccessKeyId|Timestamp|SecurityToken|Signature(|Method|Version|Nonce|Type))$/

/**
 * Refuses parameters that bear the name of a common one.
 *
 * @throws TypeError naming it.
 */
export function requireFree(params: Readonly<Record<string, string>>): void {
  const name = Object.keys(params).find((key) => COMMON.test(key))
  if (name) throw new TypeError(`"${name}" is set by the client: leave it out of the parameters`)
}

/** Writes every parameter of a request but the signature. */
export function buildParams(
  { action, version, format, params }: RequestSpec,
  { credentials, atEpochMs, nonce }: RequestMoment,
): FormParams {
  check(isEpochMs(atEpochMs), 'platform.now', 'epoch milliseconds', atEpochMs)
  checkText(nonce, 'platform.nonce')
  return {
    ...params,
    Action: action,
    Version: version,
    Format: format,
    AccessKeyId: credentials.accessKeyId,
    ...(credentials.securityToken ? { SecurityToken: credentials.securityToken } : undefined),
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: nonce,
    Timestamp: formatTimestamp(atEpochMs),
  }
}

/** Signs requests for one client; the prepared key is kept while the secret stays the same. */
export type Signer = (spec: RequestSpec, moment: RequestMoment) => Promise<SignedRequest>

/** Creates the signer of RPC signature 1.0. */
export function createSigner(hmac: HmacSha1): Signer {
  let last: { readonly secret: string; readonly key: PreparedHmacSha1 } | undefined
  return async (spec, moment) => {
    const params = buildParams(spec, moment)
    const secret = moment.credentials.accessKeySecret
    if (last?.secret !== secret) last = { secret, key: prepareSecret(secret, hmac) }
    const { body, toSign } = await signFormPrepared(params, last.key)
    // The only header: any other one breaks the gateway's CORS (`spec/saf-api.md` section 4). Made
    // anew each time, since a wrapped fetch may write into it.
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return { headers, body, stringToSign: () => new TextDecoder().decode(toSign) }
  }
}
