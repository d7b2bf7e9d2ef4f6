/* @ts-self-types="./redis-script.d.ts" */
/**
 * Runs a Lua script through whichever Redis client a user has: each has its own way to tell keys
 * from arguments.
 *
 * @module
 */
import { check } from '../sign/core.js';
/**
 * Prepares a script. It is sent whole each time, since a server forgets scripts.
 *
 * @throws TypeError when the client has no `eval`.
 */
export function prepareScript(client, script) {
    check(typeof Object(client).eval === 'function', 'client', 'Redis client with "eval"', client);
    return (key, args) => {
        const call = (...given) => Reflect.apply(client.eval, client, given);
        // ioredis, and its Cluster.
        if (typeof Reflect.get(client, 'defineCommand') === 'function')
            return call(script, 1, key, ...args);
        // Two lists for Upstash and Deno's client. node-redis takes the first one for its options, and
        // finds them there; hidden, so that to everybody else it is a list.
        const keys = Object.defineProperties([key], {
            keys: { value: [key] },
            arguments: { value: args },
        });
        return call(script, keys, args);
    };
}
