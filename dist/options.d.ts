import type { AnswerFormat } from './codec/json.js';
import type { HmacSha1 } from './crypto/hmac.js';
import type { Platform } from './platform/index.js';
import type { Credentials, CredentialsFunction, FetchLike, RetryOptions } from './types.js';
/** Options that every client takes. */
export interface ClientOptions {
    /** The AccessKey ID; with `accessKeySecret`, or give `credentials`. */
    readonly accessKeyId?: string | undefined;
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
    /** The clock and the nonces. @defaultValue `systemPlatform` */
    readonly platform?: Platform | undefined;
    /** Sends the requests. @defaultValue the host's `fetch` at the time of the call */
    readonly fetch?: FetchLike | undefined;
    /** Milliseconds for a whole call, from its start to the last byte. @defaultValue 15000 */
    readonly timeoutMs?: number | undefined;
    /** What may be tried again; `false` sends one request. @defaultValue see {@link RetryOptions} */
    readonly retry?: false | RetryOptions | undefined;
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
    readonly attemptTimeoutMs: number;
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
    readonly platform: Platform;
    readonly fetch: FetchLike | undefined;
    readonly timeoutMs: number;
    readonly retry: RetryPolicy;
    readonly maxResponseBytes: number;
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
/** Checks a positive integer. */
export declare function readInteger(name: string, value: unknown, fallback: number): number;
/** Checks a number of milliseconds that a timer can wait. */
export declare function readTimeout(name: string, value: unknown, fallback: number): number;
/** Reads an https origin that `isAllowed` accepts, or any safe one with `allowCustomEndpoint`. */
export declare function readEndpoint(endpoint: string, allowCustom: boolean | undefined, isAllowed: (host: string) => boolean): string;
