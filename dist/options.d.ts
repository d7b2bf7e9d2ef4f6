import type { AnswerFormat } from './codec/json.js';
import type { HmacSha1 } from './crypto/hmac.js';
import type { SafEvent } from './events.js';
import type { Platform } from './platform/index.js';
import type { RequestSigner } from './sign/signer.js';
import type { CallOptions, Credentials, CredentialsFunction, FetchLike, RateLimiter, RetryOptions } from './types.js';
/** Options that every client takes. */
export interface ClientOptions {
    /** The AccessKey ID; with `accessKeySecret`, or give `credentials`. */
    readonly accessKeyId?: string | undefined;
    /** Its secret, kept in a closure and never shown. */
    readonly accessKeySecret?: string | undefined;
    /** The token of an STS triple. */
    readonly securityToken?: string | undefined;
    /**
     * Asked for credentials before every attempt; used instead of the pair. Asked once more, with
     * `forceRefresh`, when the gateway says that the token has expired.
     */
    readonly credentials?: CredentialsFunction | undefined;
    /** Allows endpoints outside aliyuncs.com, and http to loopback. @defaultValue false */
    readonly allowCustomEndpoint?: boolean | undefined;
    /** How answers are asked for and read. @defaultValue JSON */
    readonly format?: AnswerFormat | undefined;
    /** The HMAC-SHA1 implementation. @defaultValue `webHmacSha1` */
    readonly hmac?: HmacSha1 | undefined;
    /** How requests are signed. @defaultValue RPC signature 1.0: HMAC-SHA1 */
    readonly signer?: RequestSigner | undefined;
    /** The clock and the nonces. @defaultValue `systemPlatform` */
    readonly platform?: Platform | undefined;
    /** Sends the requests. @defaultValue the host's `fetch` at the time of the call */
    readonly fetch?: FetchLike | undefined;
    /** Milliseconds for a whole call, from its start to the last byte. @defaultValue 15000 */
    readonly timeoutMs?: number | undefined;
    /** What may be tried again; `false` sends one request. @defaultValue see {@link RetryOptions} */
    readonly retry?: false | RetryOptions | undefined;
    /** Waits for a turn before each request: one purchased rate, shared by all who call. */
    readonly limiter?: RateLimiter | undefined;
    /**
     * What follows when the limiter fails or says nothing for two seconds: `'open'` sends anyway,
     * `'closed'` fails with `ERR_SAF_LIMITED`.
     *
     * @defaultValue 'open'
     */
    readonly onLimiterError?: 'open' | 'closed' | undefined;
    /** Is told what happens: names, codes, sizes, times; never contents. It cannot break a call. */
    readonly onEvent?: ((event: SafEvent) => void) | undefined;
    /**
     * Decoded bytes of an answer read before giving up; never less than twice the request and
     * 64 KiB, since a wrong secret is answered with the whole string to sign.
     *
     * @defaultValue 1048576
     */
    readonly maxResponseBytes?: number | undefined;
    /** Lets a page use a long-lived secret, which every visitor can read. @defaultValue false */
    readonly dangerouslyAllowBrowser?: boolean | undefined;
}
/** {@link RetryOptions} with every default filled in. */
export interface RetryPolicy {
    readonly maxAttempts: number;
    readonly ambiguous: 'fail' | 'replay';
    readonly attemptTimeoutMs: number | undefined;
    readonly quota: boolean;
    readonly internal: boolean;
    readonly canRefresh: boolean;
}
/** A client's options after checking. It holds secrets: it never leaves a closure. */
export interface Config {
    /** An origin with a slash. */
    readonly url: string;
    readonly version: string;
    readonly credentials: CredentialsFunction;
    readonly checkCredentials: (credentials: Credentials) => Credentials;
    readonly format: AnswerFormat;
    readonly hmac: HmacSha1;
    readonly signer: RequestSigner;
    readonly platform: Platform;
    readonly fetch: FetchLike | undefined;
    readonly timeoutMs: number;
    readonly retry: RetryPolicy;
    readonly maxResponseBytes: number;
    readonly limiter: RateLimiter | undefined;
    readonly onLimiterError: 'open' | 'closed';
    readonly onEvent: ((event: SafEvent) => void) | undefined;
}
/** The place that is called. */
export interface Target {
    readonly url: string;
    readonly version: string;
}
/**
 * Checks a client's options and fills in the defaults.
 *
 * @throws TypeError naming the option; RangeError for a number out of range. A secret is never shown.
 */
export declare function resolveOptions(options: ClientOptions, target: Target): Config;
/** Checks one of a few words. */
export declare function checkOneOf(name: string, value: unknown, known: readonly string[]): void;
/** Checks a positive integer; the fallback stands for undefined. */
export declare function readInteger<F extends number | undefined>(name: string, value: unknown, fallback: F): number | F;
/** Checks a number of milliseconds that a timer can wait; the fallback stands for undefined. */
export declare function readTimeout<F extends number | undefined>(name: string, value: unknown, fallback: F): number | F;
/** Checks what one call is given besides; its `timeoutMs` is checked when it is used. */
export declare function readCallOptions(options?: CallOptions): CallOptions;
/** Reads an https origin that `isAllowed` accepts, or any safe one with `allowCustomEndpoint`. */
export declare function readEndpoint(endpoint: string, allowCustom: boolean | undefined, isAllowed: (host: string) => unknown): string;
/**
 * One or two labels before `aliyuncs.com`; `oss*` and `fc` hosts are strangers' buckets and
 * functions, which anybody can open.
 */
export declare function isProductHost(host: string): boolean;
