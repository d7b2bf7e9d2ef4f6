import type { RequestSigner } from './signer.js';
export type { RequestMoment, RequestSigner, RequestSpec, SignedRequest, Signer, SignerContext, } from './signer.js';
/**
 * Signs the same calls with ACS3-HMAC-SHA256, which the vendor recommends for its products in
 * general; SAF's documents prescribe HMAC-SHA1, the default. What is asked for stays in the form;
 * action, version, key and signature travel in headers. It signs with the host's Web Crypto: the
 * option `hmac` is not used.
 *
 * @throws TypeError when the client is made: with a `format` other than JSON, since this signature
 *   has none; and in a page, since the gateway's CORS lets none of these headers pass.
 * @example
 * ```ts
 * import { createRpcClient } from 'saf-edge'
 * import { acs3 } from 'saf-edge/acs3'
 *
 * const ecs = createRpcClient({
 *   endpoint: 'https://ecs.aliyuncs.com',
 *   version: '2014-05-26',
 *   accessKeyId: 'id',
 *   accessKeySecret: 'secret',
 *   signer: acs3,
 *   fetch: async (_url, init) =>
 *     Response.json({ RequestId: new Headers(init?.headers).get('x-acs-action') }),
 * })
 * console.log((await ecs.call('DescribeRegions')).RequestId) // DescribeRegions
 * ```
 */
export declare const acs3: RequestSigner;
