/* @ts-self-types="./index.d.ts" */
/**
 * Where credentials come from: a key, the environment, or a role for a while. Exported as
 * `saf-edge/credentials`.
 *
 * @module
 */
export { assumeRole } from './assume-role.js';
export { assumeRoleWithOidc } from './assume-role-with-oidc.js';
export { cachedCredentials } from './cached-credentials.js';
export { fromEnv } from './from-env.js';
export { staticCredentials } from './static-credentials.js';
