import type { Credentials } from '../types.js';
/**
 * Reads credentials from `ALIBABA_CLOUD_ACCESS_KEY_ID`, `ALIBABA_CLOUD_ACCESS_KEY_SECRET` and, when
 * it is set, `ALIBABA_CLOUD_SECURITY_TOKEN`; again at every call. An empty variable is not set.
 *
 * @param env - An object that has them, as a Worker is given one. Without it the host's own
 *   variables are read, of Node, Deno or Bun, and not before the provider is called.
 * @returns A provider for the option `credentials` of a client; it throws a TypeError naming the
 *   variable that is not set, or holds white space.
 * @throws The same TypeError at once, when `env` is given.
 * @example
 * ```ts
 * import { createSaf } from 'saf-edge'
 * import { fromEnv } from 'saf-edge/credentials'
 *
 * const env = { ALIBABA_CLOUD_ACCESS_KEY_ID: 'id', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'secret' }
 * const credentials = fromEnv(env)
 * createSaf({ credentials })
 * console.log(credentials().accessKeyId) // id
 * ```
 */
export declare function fromEnv(env?: object): () => Credentials;
