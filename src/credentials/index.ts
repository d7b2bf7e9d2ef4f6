/**
 * Where credentials come from: a key, the environment, or a role for a while. Exported as
 * `saf-edge/credentials`.
 *
 * @module
 */
export { assumeRole } from './assume-role.ts'
export type { AssumeRoleOptions } from './assume-role.ts'
export { assumeRoleWithOidc } from './assume-role-with-oidc.ts'
export type { AssumeRoleWithOidcOptions } from './assume-role-with-oidc.ts'
export { cachedCredentials } from './cached-credentials.ts'
export type { CachedCredentialsOptions } from './cached-credentials.ts'
export { fromEnv } from './from-env.ts'
export type { CredentialsContext, CredentialsProvider, TemporaryCredentials } from './provider.ts'
export type { RoleOptions } from './role.ts'
export { staticCredentials } from './static-credentials.ts'
export type { HmacSha1, PreparedHmacSha1 } from '../crypto/hmac.ts'
export type { Platform } from '../platform/index.ts'
export type { Credentials, FetchLike } from '../types.ts'
