/* @ts-self-types="./client.d.ts" */
/**
 * `createRpcClient`: any RPC-style product. Exported by `saf-edge`.
 *
 * @module
 */
import { createCaller, createClient, signUnsent } from './caller.js';
import { checkObject, checkText } from './codec/check.js';
import { flatten } from './codec/flatten.js';
import { checkOneOf, isProductHost, readEndpoint, resolveOptions } from './options.js';
import { requireFree, toRequest } from './request.js';
/**
 * Creates a client for any RPC-style product of the vendor.
 *
 * @param options - Endpoint, version, credentials, and what is in {@link ClientOptions}.
 * @throws TypeError or RangeError naming the option that is wrong.
 * @example
 * ```ts
 * import { createRpcClient } from 'saf-edge'
 *
 * const ecs = createRpcClient({
 *   endpoint: 'https://ecs.aliyuncs.com',
 *   version: '2014-05-26',
 *   accessKeyId: 'id',
 *   accessKeySecret: 'secret',
 *   fetch: async () => Response.json({ RequestId: 'R', Regions: {} }),
 * })
 * console.log((await ecs.call('DescribeRegions')).RequestId) // R
 * ```
 */
export function createRpcClient(options) {
    checkObject(options, 'options');
    checkText(options.version, 'version');
    const url = readEndpoint(options.endpoint, options.allowCustomEndpoint, isProductHost);
    const config = resolveOptions(options, { url, version: options.version });
    const client = createClient(config);
    const call = createCaller(config, client);
    return {
        async call(action, params, callOptions) {
            const flat = readParams(action, params);
            return call({ action, params: () => flat, judge: acceptAny, options: callOptions });
        },
        async sign(action, params, signOptions = {}) {
            checkObject(signOptions, 'options');
            const { method = 'POST' } = signOptions;
            checkOneOf('method', method, ['GET', 'POST']);
            const asked = { action, params: readParams(action, params), method };
            return toRequest(url, method, await signUnsent(client, asked));
        },
    };
}
function readParams(action, params = {}) {
    checkText(action, 'action');
    const flat = flatten(params);
    requireFree(flat);
    return flat;
}
function acceptAny({ envelope }) {
    return { value: envelope };
}
