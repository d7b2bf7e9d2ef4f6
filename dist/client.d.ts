import type { Params } from './codec/flatten.js';
import type { ClientOptions } from './options.js';
import type { CallOptions } from './types.js';
/** Options of {@link createRpcClient}. */
export interface RpcClientOptions extends ClientOptions {
    /** An https origin with one or two labels before `aliyuncs.com`. */
    readonly endpoint: string;
    /** The product's API version, such as `2014-05-26`. */
    readonly version: string;
}
/** An answer as it came, with its wire names; an integer beyond 2^53 in JSON is an exact bigint. */
export interface RpcAnswer {
    /** The gateway's name for this request: quote it to the vendor's support. */
    readonly RequestId?: string;
    /** The action's own fields. */
    readonly [name: string]: unknown;
}
/** A client of one RPC-style product. */
export interface RpcClient {
    /**
     * Calls an action by POST and resolves its answer, unjudged but for the gateway's errors.
     *
     * @param action - The action's name, such as `DescribeRegions`.
     * @param params - Its parameters; nested ones flatten as `Key.1.Sub`, null and undefined drop.
     * @throws TypeError for parameters that cannot be sent; a `SafError` for what fails later.
     */
    readonly call: (action: string, params?: Params, options?: CallOptions) => Promise<RpcAnswer>;
    /**
     * Signs a request and leaves it unsent: send it within 15 minutes, once.
     *
     * A GET has its parameters, the access key's identifier and the signature in its URL, where
     * proxies and logs keep them: use it for nothing private.
     *
     * @param action - The action's name.
     * @param params - Its parameters, as for `call`.
     * @throws TypeError for parameters that cannot be sent; a `SafError` when credentials do not come
     *   within the client's `timeoutMs`.
     */
    readonly sign: (action: string, params?: Params, options?: SignOptions) => Promise<Request>;
}
/** Options of {@link RpcClient.sign}. */
export interface SignOptions {
    /** The HTTP method it is signed for. @defaultValue 'POST' */
    readonly method?: 'GET' | 'POST' | undefined;
}
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
export declare function createRpcClient(options: RpcClientOptions): RpcClient;
