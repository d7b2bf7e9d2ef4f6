import type { Platform } from '../platform/index.js';
import type { Credentials } from '../types.js';
import type { CredentialsContext, CredentialsProvider } from './provider.js';
/** Options of {@link cachedCredentials}. */
export interface CachedCredentialsOptions {
    /** Milliseconds before expiry from which a call refreshes. @defaultValue 300000, 5 minutes */
    readonly refreshBeforeMs?: number | undefined;
    /**
     * Milliseconds for which one call waits for another's refresh, or for a back-off to end; then it
     * asks the provider itself.
     *
     * @defaultValue 3000
     */
    readonly maxWaitMs?: number | undefined;
    /** The clock that tells the expiry. @defaultValue `systemPlatform` */
    readonly platform?: Pick<Platform, 'now'> | undefined;
}
/**
 * Asks a provider once for all calls, and again shortly before what it gave expires: one call waits
 * for the refresh, the others go on with what there is. After a failure it is left alone for a
 * while, which doubles with each, with jitter, up to half a minute; what there is serves until it
 * expires. Without `expiresAtEpochMs` credentials serve until a client calls for a refresh.
 *
 * @param provider - Gives credentials, with `expiresAtEpochMs` when they expire.
 * @param options - All optional; see {@link CachedCredentialsOptions}.
 * @returns A provider for the option `credentials` of a client. With nothing valid to give it
 *   rejects as `provider` did.
 * @throws TypeError or RangeError naming the option that is wrong.
 * @example
 * ```ts
 * import { createSaf } from 'saf-edge'
 * import { assumeRole, cachedCredentials } from 'saf-edge/credentials'
 * import { createEmulator } from 'saf-edge/emulator'
 *
 * const { client, log } = createEmulator()
 * const { accessKeyId, accessKeySecret, ...rest } = client
 * const roleArn = 'acs:ram::1234567890123456:role/edge'
 * const role = assumeRole({ ...client, roleArn, roleSessionName: 'docs' })
 * const saf = createSaf({ ...rest, credentials: cachedCredentials(role) })
 * await saf.executeRequest('email_risk', { email: 'somebody@example.com' }).catch(() => {})
 * await saf.executeRequest('email_risk', { email: 'somebody@example.com' }).catch(() => {})
 * console.log(log.filter(({ action }) => action === 'AssumeRole').length) // 1
 * ```
 */
export declare function cachedCredentials<C extends Credentials>(provider: CredentialsProvider<C>, options?: CachedCredentialsOptions): (context?: CredentialsContext) => Promise<C>;
