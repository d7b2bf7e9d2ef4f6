/* @ts-self-types="./static-credentials.d.ts" */
/**
 * Credentials that do not change. Exported by `saf-edge/credentials`.
 *
 * @module
 */
import { check, isObject } from '../sign/core.js';
import { checkKey, KEY_NAMES } from './check-key.js';
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
export function staticCredentials(credentials) {
    check(isObject(credentials), 'credentials', 'object', credentials);
    const key = checkKey(credentials, KEY_NAMES);
    return () => key;
}
