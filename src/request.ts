/**
 * Builds a request: common parameters, signature, body. Pure: time and nonce are parameters.
 *
 * @module
 */
import { isEpochMs, formatTimestamp } from './codec/time.ts'
import { check, checkText } from './codec/check.ts'
import type { PreparedHmacSha1 } from './crypto/hmac.ts'
import { percentEncode } from './codec/percent.ts'
import { createFormEncoder } from './sign/encode-form.ts'
import type { FormParams } from './sign/encode-form.ts'
import { prepareSecret, signEncoded } from './sign/signature.ts'
import type {
  RequestMoment,
  RequestSpec,
  SignedRequest,
  Signer,
  SignerContext,
} from './sign/signer.ts'

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

/**
 * Creates a signer of RPC signature 1.0, the default; the prepared key is kept while the secret
 * stays the same.
 */
export function createRpcSigner({ hmac }: Pick<SignerContext, 'hmac'>): Signer {
  let last: { readonly secret: string; readonly key: PreparedHmacSha1 } | undefined
  const encode = createFormEncoder()
  return async (spec, moment) => {
    const { method = 'POST' } = spec
    const params = buildParams(spec, moment)
    const secret = moment.credentials.accessKeySecret
    if (last?.secret !== secret) last = { secret, key: prepareSecret(secret, hmac) }
    const { body, signature } = await signEncoded(encode(params, method), last.key)
    // The only header: any other one breaks the gateway's CORS (`spec/saf-api.md` section 4). Made
    // anew each time, since a wrapped fetch may write into it.
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return { headers, body, stringToSign: () => readStringToSign(body, method, signature) }
  }
}

/**
 * Reads out of a body what was signed: it is not kept, since it is as large as the photos. Empty
 * when somebody changed the body since.
 */
function readStringToSign(body: Uint8Array, method: string, signature: string): string {
  const text = new TextDecoder().decode(body)
  const end = `&Signature=${percentEncode(signature)}`
  return text.endsWith(end) ? `${method}&%2F&${percentEncode(text.slice(0, -end.length))}` : ''
}

/** A signed request as a `Request`, unsent: a GET has its form in the URL. */
export function toRequest(url: string, method: 'GET' | 'POST', signed: SignedRequest): Request {
  const { headers, body } = signed
  return method === 'GET'
    ? new Request(`${url}?${new TextDecoder().decode(body)}`, { headers, redirect: 'manual' })
    : new Request(url, { method: 'POST', headers, body, redirect: 'manual' })
}
