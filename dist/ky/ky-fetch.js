/* @ts-self-types="./ky-fetch.d.ts" */
/**
 * `kyFetch`: ky as the transport of a client. Exported by `saf-edge/ky`.
 *
 * @module
 */
import { check } from '../sign/core.js';
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
export function kyFetch(ky) {
    check(typeof ky === 'function', 'ky', 'function', ky);
    return (input, init) => {
        const own = { retry: 0, timeout: false, totalTimeout: false, throwHttpErrors: false };
        // As a URL: ky puts its prefix before a text. Its default parameters would be unsigned.
        const target = typeof input === 'string' ? new URL(input) : input;
        return ky(target, { ...init, ...own, searchParams: undefined });
    };
}
