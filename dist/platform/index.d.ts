/** The only platform adapters there are. They feed Timestamp, nonce, credential expiry and skew. */
export interface Platform {
    /** Reads the time in milliseconds since 1970. */
    readonly now: () => number;
    /** Draws a text that no earlier request of the same key used. */
    readonly nonce: () => string;
}
/**
 * The host's clock, and 16 random bytes in hex per nonce. The default.
 *
 * @example
 * ```ts
 * import { createSaf, systemPlatform } from 'saf-edge'
 *
 * // A clock known to be two seconds behind, and the usual nonces.
 * const platform = { ...systemPlatform, now: () => systemPlatform.now() + 2000 }
 * createSaf({ accessKeyId: 'id', accessKeySecret: 'secret', platform })
 * console.log(systemPlatform.nonce().length) // 32
 * ```
 */
export declare const systemPlatform: Platform;
/** Options of {@link fixedPlatform}. */
export interface FixedPlatformOptions {
    /** The time that the clock always shows, in milliseconds since 1970. */
    readonly atEpochMs: number;
    /** Draws the nonces. @defaultValue counts from 1, in 32 hex digits */
    readonly nonce?: (() => string) | undefined;
}
/**
 * Creates a platform whose clock stands still and whose nonces count: for tests and recordings.
 *
 * @param options - The time in milliseconds since 1970, and optionally the nonces.
 * @throws TypeError when `atEpochMs` is not a finite number.
 * @example
 * ```ts
 * import { fixedPlatform } from 'saf-edge'
 *
 * const platform = fixedPlatform({ atEpochMs: Date.UTC(2026, 0, 1) })
 * console.log(platform.nonce().endsWith('1'), platform.nonce().endsWith('2')) // true true
 * ```
 */
export declare function fixedPlatform({ atEpochMs, nonce }: FixedPlatformOptions): Platform;
