import type { Limiter, LimiterOptions } from './options.js';
/** The part of a Durable Object's stub that is used. */
export interface LimiterStub {
    /** Asks the object. */
    fetch(url: string, init: {
        readonly method: string;
    }): Promise<{
        readonly status: number;
        text(): Promise<string>;
    }>;
}
/** The part of a `DurableObjectNamespace` that is used: a binding of `SafLimiterObject`. */
export interface LimiterNamespace {
    /** Gives the identifier of the object with a name. */
    idFromName(name: string): unknown;
    /** Gives the stub of an object. */
    get(id: unknown): LimiterStub;
}
/**
 * Creates a limiter for Cloudflare Workers: every isolate asks the same Durable Object, one a key.
 * It asks once a turn; the caller sleeps by itself, so nothing polls and no request waits for
 * another's.
 *
 * @param namespace - The binding of `SafLimiterObject`.
 * @param options - The purchased rate, and the part of it to use: the same in every Worker.
 * @returns A limiter. Its methods reject when the object does not answer, or not within 5 seconds.
 * @throws TypeError or RangeError naming what is wrong.
 * @example
 * ```ts
 * import { durableObjectLimiter, SafLimiterObject } from 'saf-edge/limiter'
 * import type { LimiterNamespace } from 'saf-edge/limiter'
 *
 * // wrangler.jsonc binds LIMITER to the class SafLimiterObject of this Worker.
 * export { SafLimiterObject }
 * export default {
 *   async fetch(request: Request, env: { LIMITER: LimiterNamespace }): Promise<Response> {
 *     const limiter = durableObjectLimiter(env.LIMITER, { ratePerSecond: 10 })
 *     const turn = await limiter.reserve('key', { maxWaitMs: 5000, signal: request.signal })
 *     return Response.json(turn)
 *   },
 * }
 * ```
 */
export declare function durableObjectLimiter(namespace: LimiterNamespace, options: LimiterOptions): Limiter;
