/* @ts-self-types="./index.d.ts" */
/**
 * Platform adapters: where a client reads the time and draws its nonces. Exported by `saf-edge`.
 *
 * @module
 */
import { readClock } from './clock.js';
import { randomNonce } from './nonce.js';
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
export const systemPlatform = { now: readClock, nonce: randomNonce };
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
export function fixedPlatform({ atEpochMs, nonce }) {
    if (!Number.isFinite(atEpochMs)) {
        throw new TypeError(`"atEpochMs" expected finite number, got ${String(atEpochMs)}`);
    }
    let count = 0;
    return {
        now: () => atEpochMs,
        nonce: nonce ?? (() => (++count).toString(16).padStart(32, '0')),
    };
}
