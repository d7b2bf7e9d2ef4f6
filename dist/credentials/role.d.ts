import type { Platform } from '../platform/index.js';
import type { FetchLike } from '../types.js';
/** A role, and how STS is called for it. */
export interface RoleOptions {
    /** The role, such as `acs:ram::1234567890123456:role/edge`. */
    readonly roleArn: string;
    /** Who acts, for the audit log: 2 to 64 of `A–Z a–z 0–9 . @ _ -`. */
    readonly roleSessionName: string;
    /** Seconds until the credentials expire: 900 to 43200. @defaultValue 3600, by STS */
    readonly durationSeconds?: number | undefined;
    /** A policy, as JSON of up to 2048 characters, that narrows what the role may do. */
    readonly policy?: string | undefined;
    /** Calls `sts.<region>.aliyuncs.com`. @defaultValue `sts.aliyuncs.com` */
    readonly region?: string | undefined;
    /** The host to call instead: an https origin such as `https://sts-vpc.…`. */
    readonly endpoint?: string | undefined;
    /** Allows endpoints that are not STS's own, and http to loopback. @defaultValue false */
    readonly allowCustomEndpoint?: boolean | undefined;
    /** Sends the requests. @defaultValue the host's `fetch` at the time of the call */
    readonly fetch?: FetchLike | undefined;
    /** The clock and the nonces. @defaultValue `systemPlatform` */
    readonly platform?: Platform | undefined;
    /** Milliseconds for all attempts together. @defaultValue 10000 */
    readonly timeoutMs?: number | undefined;
}
/** A role after checking. */
export interface Role {
    /** An origin with a slash. */
    readonly url: string;
    /** The parameters, by wire name; what was not given is undefined. */
    readonly params: Readonly<Record<string, string | undefined>>;
    readonly timeoutMs: number;
}
/** The version of STS (`spec/saf-api.md` section 3.9). */
export declare const STS_VERSION = "2015-04-01";
/**
 * Checks what a role is asked for with.
 *
 * @throws TypeError or RangeError naming the option.
 */
export declare function readRole(options: RoleOptions): Role;
/** Checks the name of a resource of the vendor's. */
export declare function checkArn(value: unknown, name: string, kind: 'role' | 'oidc-provider'): void;
/** Checks a text of limited length. Its content is never shown. */
export declare function checkLength(value: unknown, name: string, [min, max]: readonly [number, number]): asserts value is string;
/** Tells the hosts of STS: one for all regions, and those of regions, public and private. */
export declare function isStsHost(host: string): boolean;
