import type { FetchLike } from '../types.js';
/** The part of ky that sends: any instance of it fits. */
export type KyFunction = (input: URL | Request, options: {
    readonly retry: number;
    readonly timeout: false;
    readonly throwHttpErrors: false;
    readonly searchParams: undefined;
}) => Promise<Response>;
/**
 * Makes a ky instance the transport of a client, for its hooks, its proxy, its `fetch`. Its retries
 * and timeouts are off: a retry would send a used nonce, and the client has both itself. What the
 * instance adds to every request, such as default headers, goes to the gateway too.
 *
 * @param ky - An instance of ky.
 * @returns What the option `fetch` of `createSaf` and `createRpcClient` takes.
 * @throws TypeError when `ky` is no function.
 * @example
 * ```ts
 * import ky from 'ky'
 * import { createSaf } from 'saf-edge'
 * import { kyFetch } from 'saf-edge/ky'
 *
 * const proxied = ky.extend({ fetch: async () => Response.json({ Code: 200, RequestId: 'R' }) })
 * const saf = createSaf({ accessKeyId: 'id', accessKeySecret: 'secret', fetch: kyFetch(proxied) })
 * console.log((await saf.executeRequest('saf_de', { eventCode: 'de_x' })).requestId) // R
 * ```
 */
export declare function kyFetch(ky: KyFunction): FetchLike;
