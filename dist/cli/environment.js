/**
 * Reads the environment: the keys, and nothing that is not asked for.
 *
 * @module
 */
import process from 'node:process';
import { UsageError } from './arguments.js';
/** The variables of the vendor's own tools, by what they hold. */
export const KEY_VARIABLES = {
    accessKeyId: 'ALIBABA_CLOUD_ACCESS_KEY_ID',
    accessKeySecret: 'ALIBABA_CLOUD_ACCESS_KEY_SECRET',
    securityToken: 'ALIBABA_CLOUD_SECURITY_TOKEN',
};
/**
 * Reads a variable; an empty one counts as not set, as does one that Deno does not let us read.
 *
 * @param name - The variable's name.
 */
export function readVariable(name) {
    try {
        return process.env[name] || undefined;
    }
    catch {
        return undefined;
    }
}
/**
 * Reads the access key, and the token when there is one.
 *
 * @throws UsageError naming the variables that are not set.
 */
export function readCredentials() {
    const { accessKeyId: idName, accessKeySecret: secretName, securityToken } = KEY_VARIABLES;
    const accessKeyId = readVariable(idName);
    const accessKeySecret = readVariable(secretName);
    if (accessKeyId !== undefined && accessKeySecret !== undefined) {
        return { accessKeyId, accessKeySecret, securityToken: readVariable(securityToken) };
    }
    const missing = [idName, secretName].filter((name) => readVariable(name) === undefined);
    throw new UsageError(`no access key: ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not set`, 'set the key of a RAM user that may call SAF, or add --emulator, which needs none');
}
