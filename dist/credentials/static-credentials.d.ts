import type { Credentials } from '../types.js';
/**
 * Gives the same credentials at every call.
 *
 * @param credentials - A key pair, or with a token an STS triple.
 * @returns A provider for the option `credentials` of a client.
 * @throws TypeError naming the part that is missing, or holds white space.
 * @example
 * ```ts
 * import { createSaf } from 'saf-edge'
 * import { staticCredentials } from 'saf-edge/credentials'
 *
 * const credentials = staticCredentials({ accessKeyId: 'id', accessKeySecret: 'secret' })
 * createSaf({ credentials })
 * console.log(credentials().accessKeyId) // id
 * ```
 */
export declare function staticCredentials(credentials: Credentials): () => Credentials;
