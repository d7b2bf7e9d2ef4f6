import type { HmacSha1 } from '../crypto/hmac.js';
import type { DrawOptions, Faults } from './draw.js';
import type { CorsProfile } from './headers.js';
import type { LogEntry } from './log.js';
/** An access key that the emulator knows. */
export interface AccessKey {
    /** The AccessKey secret. */
    readonly secret: string;
    /** Makes it an STS triple: requests must carry this token. */
    readonly securityToken?: string | undefined;
    /** When the token expires, in epoch milliseconds. */
    readonly expiresAtEpochMs?: number | undefined;
    /** Answers `InvalidAccessKeyId.Inactive`. @defaultValue false */
    readonly disabled?: boolean | undefined;
}
/** Options of `createEmulator`. */
export interface EmulatorOptions {
    /** Secrets, or keys, by AccessKeyId. @defaultValue `{ testid: 'testsecret' }` */
    readonly accessKeys?: Readonly<Record<string, string | AccessKey>> | undefined;
    /** The gateway's clock, in epoch milliseconds. @defaultValue the host's clock */
    readonly now?: (() => number) | undefined;
    /** Faults that come by themselves. @defaultValue none */
    readonly faults?: Faults | undefined;
    /**
     * Serves the vendor's host names only, and https only. Without it every host and http are served;
     * a host that is not the vendor's is SAF, or STS when asked for an action of STS.
     *
     * @defaultValue false
     */
    readonly strictHost?: boolean | undefined;
    /** How far a timestamp may be from the clock, either way. @defaultValue 900000, 15 minutes */
    readonly timestampWindowMs?: number | undefined;
    /** Bytes of path and query; longer ones get HTML 414. @defaultValue 8192 */
    readonly maxUrlBytes?: number | undefined;
    /** Bytes of a body; larger ones get HTML 413. @defaultValue 8388608 */
    readonly maxBodyBytes?: number | undefined;
    /** Milliseconds that every answer takes; the operation runs at once. @defaultValue 0 */
    readonly latencyMs?: number | undefined;
    /**
     * Requests of the account to SAF, and to STS, in any second; more get `Throttling.User`. What is
     * unsigned has no account, and gets `Throttling`.
     *
     * @defaultValue no limit
     */
    readonly ratePerSecond?: number | undefined;
    /** Requests to one action in any second; more get `Throttling.Api`. @defaultValue no limit */
    readonly apiRatePerSecond?: number | undefined;
    /** The CORS headers, by the year in which they were seen. @defaultValue '2025' */
    readonly corsProfile?: CorsProfile | undefined;
    /** Photos outside of these limits answer `PROCESSING`. @defaultValue no limits */
    readonly photoLimits?: PhotoLimits | undefined;
    /**
     * Hears of each request when its log entry is written; what it throws, or rejects with, is
     * dropped.
     */
    readonly onRequest?: ((entry: LogEntry) => void) | undefined;
    /** The HMAC-SHA1 implementation. @defaultValue `webHmacSha1` */
    readonly hmac?: HmacSha1 | undefined;
}
/** What a photo must keep to; the vendor publishes no limits for this service. */
export interface PhotoLimits {
    /** Decoded bytes. */
    readonly maxBytes?: number | undefined;
    /** Pixels of the shorter side. */
    readonly minSide?: number | undefined;
    /** Pixels of the longer side. */
    readonly maxSide?: number | undefined;
}
/** Options after checking. It holds secrets: it never leaves a closure. */
export interface Config {
    readonly accessKeys: ReadonlyMap<string, AccessKey>;
    readonly now: () => number;
    readonly strictHost: boolean;
    readonly timestampWindowMs: number;
    readonly maxUrlBytes: number;
    readonly maxBodyBytes: number;
    readonly latencyMs: number;
    readonly ratePerSecond: number;
    readonly apiRatePerSecond: number;
    readonly corsProfile: CorsProfile;
    readonly photoLimits: PhotoLimits;
    readonly hmac: HmacSha1;
    readonly faults: DrawOptions;
    readonly onRequest: ((entry: LogEntry) => void) | undefined;
}
/**
 * Checks the options and fills in the defaults.
 *
 * @throws TypeError or RangeError naming the option. A secret is never shown.
 */
export declare function readOptions(options: EmulatorOptions): Config;
