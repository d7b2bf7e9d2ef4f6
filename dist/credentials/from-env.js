/* @ts-self-types="./from-env.d.ts" */
/**
 * Credentials from environment variables, by the names that the vendor's own tools read. Exported
 * by `saf-edge/credentials`.
 *
 * @module
 */
import { check, isObject } from '../sign/core.js';
import { readField } from '../read-field.js';
import { checkKey } from './check-key.js';
const NAMES = {
    accessKeyId: 'ALIBABA_CLOUD_ACCESS_KEY_ID',
    accessKeySecret: 'ALIBABA_CLOUD_ACCESS_KEY_SECRET',
    securityToken: 'ALIBABA_CLOUD_SECURITY_TOKEN',
};
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
export function fromEnv(env) {
    if (env === undefined)
        return () => readKey(readHostVariable);
    check(isObject(env), 'env', 'object', env);
    const read = () => readKey((name) => env[name]);
    read();
    return read;
}
function readKey(readVariable) {
    const read = (name) => {
        const value = readVariable(name);
        return value === '' || value === null ? undefined : value;
    };
    const missing = [NAMES.accessKeyId, NAMES.accessKeySecret].find((name) => !read(name));
    if (missing !== undefined) {
        throw new TypeError(`"${missing}" is not set, or may not be read: set it, or give the object that has it`);
    }
    const key = Object.entries(NAMES).map(([part, name]) => [part, read(name)]);
    return checkKey(Object.fromEntries(key), NAMES);
}
/** Looks in each place that a host may have; Deno may refuse, and asks its user before. */
function readHostVariable(name) {
    const environments = ['process', 'Bun'].map((host) => readField(readField(globalThis, host), 'env'));
    const found = environments.map((env) => readField(env, name)).find((value) => value);
    return found ?? readDeno(name);
}
/** A Deno without `process`, as older versions are. */
function readDeno(name) {
    const env = readField(readField(globalThis, 'Deno'), 'env');
    try {
        const { get } = Object(env);
        return typeof get === 'function' ? get.call(env, name) : undefined;
    }
    catch {
        return undefined;
    }
}
