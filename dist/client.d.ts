import type { Params } from './codec/flatten.js';
import type { CallFacts, Result } from './gateway.js';
import type { ClientOptions, Config } from './options.js';
import type { FormParams } from './sign/encode-form.js';
import type { Answer } from './response.js';
import type { CallOptions } from './types.js';
/** Options of {@link createRpcClient}. */
export interface RpcClientOptions extends ClientOptions {
    /** An https origin with one or two labels before `aliyuncs.com`. */
    readonly endpoint: string;
    /** The product's API version, such as `2014-05-26`. */
    readonly version: string;
}
/** An answer as it came, with its wire names. */
export interface RpcAnswer {
    readonly RequestId?: string;
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
}
/** Turns a product's answer into a value or an error, inside the retry loop. */
export type Judge<T> = (answer: Answer, before: CallFacts) => Result<T>;
/** One call, checked and flat. */
export interface Call<T> {
    readonly action: string;
    /** Makes the flat parameters: within the deadline, before anything is signed. */
    readonly params: () => FormParams | Promise<FormParams>;
    readonly judge: Judge<T>;
    readonly options?: CallOptions | undefined;
}
/** Makes calls with one client's options. */
export type Caller = <T>(call: Call<T>) => Promise<T>;
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
/** Creates the caller that `createRpcClient` and `createSaf` share. */
export declare function createCaller(config: Config): Caller;
