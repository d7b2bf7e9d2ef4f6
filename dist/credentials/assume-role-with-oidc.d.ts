import type { CredentialsContext, TemporaryCredentials } from './provider.js';
import type { RoleOptions } from './role.js';
/** Options of {@link assumeRoleWithOidc}. */
export interface AssumeRoleWithOidcOptions extends RoleOptions {
    /** Who issues the tokens, such as `acs:ram::1234567890123456:oidc-provider/pods`. */
    readonly oidcProviderArn: string;
    /** The token, or what gives it; a function is asked before every request. */
    readonly oidcToken: string | (() => string | Promise<string>);
}
/**
 * Exchanges the token of an identity provider, of a cluster or a build service, for the credentials
 * of a role, at every call: give it to `cachedCredentials`. The request is not signed, and free.
 * Three attempts are made, whatever fails.
 *
 * @param options - The role, and a token whose bearer may assume it.
 * @returns A provider. It rejects with a `SafError` whose outcome is `not-executed`, or with what
 *   `oidcToken` rejects with; with a TypeError for a token that is none.
 * @throws TypeError or RangeError naming the option that is wrong.
 * @example
 * ```ts
 * import { assumeRoleWithOidc } from 'saf-edge/credentials'
 * import { createEmulator } from 'saf-edge/emulator'
 *
 * const { endpoint, allowCustomEndpoint, fetch } = createEmulator().client
 * const role = assumeRoleWithOidc({
 *   endpoint,
 *   allowCustomEndpoint,
 *   fetch,
 *   roleArn: 'acs:ram::1234567890123456:role/edge',
 *   roleSessionName: 'docs',
 *   oidcProviderArn: 'acs:ram::1234567890123456:oidc-provider/pods',
 *   oidcToken: async () => 'header.e30.signature',
 * })
 * console.log((await role()).accessKeyId.startsWith('STS.')) // true
 * ```
 */
export declare function assumeRoleWithOidc(options: AssumeRoleWithOidcOptions): (context?: CredentialsContext) => Promise<TemporaryCredentials>;
