/**
 * Where credentials come from: a key, the environment, or a role for a while. Exported as
 * `saf-edge/credentials`.
 *
 * @module
 */
export { assumeRole } from './assume-role.js';
export type { AssumeRoleOptions } from './assume-role.js';
export { assumeRoleWithOidc } from './assume-role-with-oidc.js';
export type { AssumeRoleWithOidcOptions } from './assume-role-with-oidc.js';
export { cachedCredentials } from './cached-credentials.js';
export type { CachedCredentialsOptions } from './cached-credentials.js';
export { fromEnv } from './from-env.js';
export type { CredentialsContext, CredentialsProvider, TemporaryCredentials } from './provider.js';
export type { RoleOptions } from './role.js';
export { staticCredentials } from './static-credentials.js';
export type { HmacSha1, PreparedHmacSha1 } from '../crypto/hmac.js';
export type { Platform } from '../platform/index.js';
export type { Credentials, FetchLike } from '../types.js';
