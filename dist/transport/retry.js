/* @ts-self-types="./retry.d.ts" */
/** The same bytes are sent only well within the 15 minutes for which the gateway knows a nonce. */
const REPLAY_WITHIN_MS = 300_000;
/** Decides whether a failed attempt is followed by another; undefined when it is not. */
export function decideRetry(again, state, rules) {
    if (!again || state.isUnknown || state.attempts >= rules.maxAttempts)
        return undefined;
    const { kind } = again;
    const jitter = (baseMs) => baseMs * 2 ** (state.attempts - 1) * state.random;
    const isAllowed = {
        unsent: true,
        throttled: true,
        skew: !state.done.has(kind),
        token: rules.canRefresh && !state.done.has(kind),
        quota: rules.quota && !state.done.has(kind),
        internal: rules.internal && !state.done.has(kind),
        ambiguous: rules.ambiguous === 'replay' && state.ageMs < REPLAY_WITHIN_MS,
    }[kind];
    const waitMs = {
        unsent: jitter(50),
        throttled: Math.max(again.afterMs ?? 0, jitter(1000)),
        skew: 0,
        token: 0,
        quota: 1000 + jitter(1000),
        internal: jitter(50),
        ambiguous: 200,
    }[kind];
    // A wait that the deadline would cut is not begun: the failure at hand says more than a timeout.
    return isAllowed && waitMs < state.remainingMs ? { kind, waitMs } : undefined;
}
