import type { ClientOptions } from '../options.js';
/** What both versions of ky have, and is used here. */
export interface KyInstance {
    (input: never, options?: never): Promise<Response>;
    /** Makes an instance with options on top of its own. */
    readonly extend: (options: never) => unknown;
    /** Makes an instance with new defaults. */
    readonly create: (options: never) => unknown;
}
/** Options of {@link signedKy}. How long to wait and when to try again are options of ky. */
export interface SignedKyOptions extends Omit<ClientOptions, 'timeoutMs' | 'retry' | 'limiter' | 'onLimiterError' | 'onEvent'> {
    /** An https origin with one or two labels before `aliyuncs.com`: where every request goes. */
    readonly endpoint: string;
    /** The product's API version, such as `2014-05-26`. */
    readonly version: string;
}
/**
 * Signs what a ky instance sends. The input is the action, the parameters are `json` (nested ones
 * flatten, dates and big integers are written right), `searchParams`, or a `URLSearchParams` body;
 * `Action` may be a parameter too. Every attempt goes out as a POST of one signed form, also for
 * `get()`: a URL would keep the signature. No header of ky's is sent.
 *
 * Errors are this library's, with their `outcome`: the gateway's refusals, a `Code` from 400 to 599
 * in an answer, timeouts, and answers that are none. The instance's abort reasons pass untouched. An
 * `HTTPError` of ky is left for what a product answers with another status; it shows neither URL
 * nor body.
 *
 * Nothing is tried again unless the signed instance is asked, by ky's option `retry`, and for POST
 * by its `methods`. Each attempt is a call of its own: when one whose outcome is unknown is followed
 * by another, both may be billed.
 *
 * @param ky - An instance of ky 1.14 or 2.1: its hooks, `fetch` and timeouts stay.
 * @param options - Endpoint, version, credentials, and what is in {@link ClientOptions}.
 * @returns An instance of the same type; its `extend` and `create` give signed ones too.
 * @throws TypeError or RangeError naming the option that is wrong.
 * @example
 * ```ts
 * import ky from 'ky'
 * import { signedKy } from 'saf-edge/ky'
 *
 * const ecs = signedKy(ky, {
 *   endpoint: 'https://ecs.aliyuncs.com',
 *   version: '2014-05-26',
 *   accessKeyId: 'id',
 *   accessKeySecret: 'secret',
 *   fetch: async () => Response.json({ RequestId: 'R', Regions: {} }),
 * })
 * const answer = await ecs.post('DescribeRegions', { json: { AcceptLanguage: 'en-US' } }).json()
 * console.log(answer) // { RequestId: 'R', Regions: {} }
 * ```
 */
export declare function signedKy<K extends KyInstance>(ky: K, options: SignedKyOptions): K;
