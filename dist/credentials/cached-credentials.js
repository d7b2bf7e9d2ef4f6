/* @ts-self-types="./cached-credentials.d.ts" */
/**
 * Remembers credentials until shortly before they expire. Exported by `saf-edge/credentials`.
 *
 * What is shared between calls is a value. A refresh under way is waited for beside one's own
 * timer, and then taken over: on Workers a refresh stops with the request that began it
 * (`spec/reliability.md` A1.4).
 *
 * @module
 */
import { check, isObject, kindOf } from '../sign/core.js';
import { isEpochMs } from '../core.js';
import { readTimeout } from '../core.js';
import { readElapsed } from '../core.js';
import { systemPlatform } from '../core.js';
import { randomFraction } from '../core.js';
import { checkKey, KEY_NAMES } from './check-key.js';
import { pause, waitUpTo } from './wait.js';
/** The longest back-off after failures, in milliseconds; the first is a second at most. */
const MAX_BACK_OFF_MS = 30_000;
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
export function cachedCredentials(provider, options = {}) {
    check(typeof provider === 'function', 'provider', 'function', provider);
    check(kindOf(options) === 'object', 'options', 'object', options);
    const { maxWaitMs, platform = systemPlatform, refreshBeforeMs } = options;
    const { now } = Object(platform);
    check(typeof now === 'function', 'platform.now', 'function', now);
    const cache = {
        provider,
        readNow: () => platform.now(),
        maxWaitMs: readTimeout('maxWaitMs', maxWaitMs, 3000),
        refreshBeforeMs: refreshBeforeMs === 0 ? 0 : readTimeout('refreshBeforeMs', refreshBeforeMs, 300_000),
        failures: 0,
        heldUntilEpochMs: 0,
    };
    return async (context) => getCredentials(cache, context);
}
async function getCredentials(cache, context) {
    if (context?.forceRefresh === true)
        cache.value = undefined;
    for (;;) {
        const { flight, refreshBeforeMs } = cache;
        const now = cache.readNow();
        check(isEpochMs(now), 'platform.now', 'epoch milliseconds', now);
        const leftMs = readExpiry(cache.value) - now;
        const usable = leftMs > 0 ? cache.value : undefined;
        const heldMs = readHeld(cache, now);
        const waitMs = flight ? flight.lostAtMs - readElapsed() : 0;
        if (usable && (leftMs > refreshBeforeMs || waitMs > 0 || heldMs > 0))
            return usable;
        if (!flight || waitMs <= 0)
            return lead(cache, { usable, heldMs, context });
        const landed = await waitUpTo(waitMs, flight.landed);
        if (landed)
            return open(landed);
        if (cache.flight === flight)
            cache.flight = undefined;
    }
}
/** Refreshes for all; waits out a short back-off first when nothing else can serve. */
async function lead(cache, { context, heldMs, usable }) {
    const { lastFailure, maxWaitMs } = cache;
    if (heldMs > maxWaitMs && lastFailure)
        throw lastFailure.error;
    const waitMs = Math.min(heldMs, maxWaitMs);
    const landed = refresh(cache, waitMs, context);
    const flight = { landed, lostAtMs: readElapsed() + waitMs + maxWaitMs };
    cache.flight = flight;
    const end = () => {
        if (cache.flight === flight)
            cache.flight = undefined;
    };
    landed.then(end, end);
    if (!usable)
        return open(await landed);
    const result = await waitUpTo(maxWaitMs, landed);
    // Too slow to be waited for by every call in turn.
    if (!result)
        holdBack(cache);
    return result && 'value' in result ? result.value : usable;
}
async function refresh(cache, waitMs, context) {
    try {
        await pause(waitMs);
        const value = await cache.provider(context);
        check(isObject(value), 'credentials', 'object', value);
        const expiresAt = readExpiry(value);
        // What every client refuses would be kept for ever: no refusal of the gateway clears it.
        checkKey(value, KEY_NAMES);
        // One that was taken for lost may come after its successor.
        if (expiresAt >= readExpiry(cache.value))
            cache.value = value;
        cache.failures = 0;
        cache.heldUntilEpochMs = 0;
        return { value };
    }
    catch (error) {
        cache.lastFailure = { error };
        holdBack(cache);
        return { error };
    }
}
function open(landed) {
    if ('error' in landed)
        throw landed.error;
    return landed.value;
}
/** Leaves the provider alone for half to the whole of a time that doubles with each failure. */
function holdBack(cache) {
    const backOffMs = Math.min(1000 * 2 ** cache.failures++, MAX_BACK_OFF_MS);
    cache.heldUntilEpochMs = cache.readNow() + backOffMs * (0.5 + randomFraction() / 2);
}
/** How long the provider is still left alone; a clock that was set back does not prolong it. */
function readHeld({ heldUntilEpochMs }, now) {
    const heldMs = heldUntilEpochMs - now;
    return heldMs > 0 && heldMs <= MAX_BACK_OFF_MS ? heldMs : 0;
}
/** When credentials expire: never, unless they say so; nothing has long expired. */
function readExpiry(credentials) {
    if (!credentials)
        return 0;
    const { expiresAtEpochMs = Infinity } = credentials; // why: read only
    const isTime = typeof expiresAtEpochMs === 'number' && expiresAtEpochMs >= 0;
    check(isTime, 'expiresAtEpochMs', 'epoch milliseconds', expiresAtEpochMs);
    return expiresAtEpochMs;
}
