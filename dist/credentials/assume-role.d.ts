import type { HmacSha1 } from '../crypto/hmac.js';
import type { CredentialsContext, CredentialsProvider, TemporaryCredentials } from './provider.js';
import type { RoleOptions } from './role.js';
/** Options of {@link assumeRole}. */
export interface AssumeRoleOptions extends RoleOptions {
    /** The AccessKey ID of a RAM user; with `accessKeySecret`, or give `credentials`. */
    readonly accessKeyId?: string | undefined;
    /** Its secret, kept in a closure and never shown. */
    readonly accessKeySecret?: string | undefined;
    /** The token, when the key is a temporary one itself. */
    readonly securityToken?: string | undefined;
    /** Asked for the key before every attempt; used instead of the pair. */
    readonly credentials?: CredentialsProvider | undefined;
    /** What the role's owner agreed on with its user: 2 to 1224 characters. */
    readonly externalId?: string | undefined;
    /** The HMAC-SHA1 implementation. @defaultValue `webHmacSha1` */
    readonly hmac?: HmacSha1 | undefined;
    /** Lets a page use a long-lived secret, which every visitor can read. @defaultValue false */
    readonly dangerouslyAllowBrowser?: boolean | undefined;
}
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
export declare function assumeRole(options: AssumeRoleOptions): (context?: CredentialsContext) => Promise<TemporaryCredentials>;
