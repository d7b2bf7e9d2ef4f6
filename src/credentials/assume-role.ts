/**
 * Assumes a role with a key. Exported by `saf-edge/credentials`.
 *
 * @module
 */
import { createRpcClient } from '../client.ts'
import type { HmacSha1 } from '../crypto/hmac.ts'
import { readField } from '../read-field.ts'
import type { Credentials } from '../types.ts'
import { callSts } from './call-sts.ts'
import type { CredentialsContext, CredentialsProvider, TemporaryCredentials } from './provider.ts'
import { checkLength, readRole, STS_VERSION } from './role.ts'
import type { RoleOptions } from './role.ts'

/** Options of {@link assumeRole}. */
export interface AssumeRoleOptions extends RoleOptions {
  /** The AccessKey ID of a RAM user; with `accessKeySecret`, or give `credentials`. */
  readonly accessKeyId?: string | undefined
  /** Its secret, kept in a closure and never shown. */
  readonly accessKeySecret?: string | undefined
  /** The token, when the key is a temporary one itself. */
  readonly securityToken?: string | undefined
  /** Asked for the key before every attempt; used instead of the pair. */
  readonly credentials?: CredentialsProvider | undefined
  /** What the role's owner agreed on with its user: 2 to 1224 characters. */
  readonly externalId?: string | undefined
  /** The HMAC-SHA1 implementation. @defaultValue `webHmacSha1` */
  readonly hmac?: HmacSha1 | undefined
  /** Lets a page use a long-lived secret, which every visitor can read. @defaultValue false */
  readonly dangerouslyAllowBrowser?: boolean | undefined
}

const ACTION = 'AssumeRole'

/**
 * Asks STS for the credentials of a role, at every call: give it to `cachedCredentials`. It is
 * free. Three attempts are made, whatever fails, each signed anew.
 *
 * @param options - The role, and a key that may assume it.
 * @returns A provider. It rejects with a `SafError` whose outcome is `not-executed`.
 * @throws TypeError or RangeError naming the option that is wrong.
 * @example
 * ```ts
 * import { assumeRole } from 'saf-edge/credentials'
 * import { createEmulator } from 'saf-edge/emulator'
 *
 * const role = assumeRole({
 *   ...createEmulator().client,
 *   roleArn: 'acs:ram::1234567890123456:role/edge',
 *   roleSessionName: 'docs',
 * })
 * const { accessKeyId, expiresAtEpochMs } = await role()
 * console.log(accessKeyId.startsWith('STS.'), expiresAtEpochMs > Date.now()) // true true
 * ```
 */
export function assumeRole(
  options: AssumeRoleOptions,
): (context?: CredentialsContext) => Promise<TemporaryCredentials> {
  const { params, timeoutMs, url } = readRole(options)
  const { credentials: base, externalId } = options
  if (externalId !== undefined) checkLength(externalId, 'externalId', [2, 1224])
  let isExpired = false
  const askBase = (context?: CredentialsContext): Credentials | Promise<Credentials> => {
    const forced = isExpired ? { forceRefresh: true } : context
    isExpired = false
    return base?.(forced) as Credentials // why: the client asks only when it is a function
  }
  const client = createRpcClient({
    endpoint: url,
    version: STS_VERSION,
    allowCustomEndpoint: options.allowCustomEndpoint,
    accessKeyId: options.accessKeyId,
    accessKeySecret: options.accessKeySecret,
    securityToken: options.securityToken,
    credentials: typeof base === 'function' ? askBase : base,
    fetch: options.fetch,
    hmac: options.hmac,
    platform: options.platform,
    dangerouslyAllowBrowser: options.dangerouslyAllowBrowser,
    retry: false,
  })
  return () =>
    callSts(ACTION, timeoutMs, async (limitMs) => {
      try {
        const request = { ...params, ExternalId: externalId }
        return await client.call(ACTION, request, { timeoutMs: limitMs })
      } catch (error) {
        if (readField(error, 'gatewayCode') === 'InvalidSecurityToken.Expired') isExpired = true
        throw error
      }
    })
}
