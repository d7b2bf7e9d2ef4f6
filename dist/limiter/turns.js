/* @ts-self-types="./turns.d.ts" */
/** Starts a key whose first turn is now. */
export function startTurns(nowMs) {
    return { nextMs: nowMs, seenMs: nowMs };
}
/** Books the next turn, unless it comes too late. */
export function bookTurn(turns, nowMs, booking) {
    const waitMs = readWait(turns, nowMs);
    if (waitMs > booking.maxWaitMs)
        return { ok: false, retryAfterMs: waitMs };
    turns.nextMs = Math.max(turns.nextMs, nowMs) + booking.costMs;
    return { ok: true, waitMs };
}
/** Puts the next turn off until `ms` from now, if it would come before. */
export function delayTurns(turns, nowMs, ms) {
    readWait(turns, nowMs);
    turns.nextMs = Math.max(turns.nextMs, nowMs + ms);
}
/**
 * Reads how long it takes to the next turn. When the clock was set back, it takes as long as it did
 * when the clock was last read: never too short, and never the hour that the clock went back.
 */
function readWait(turns, nowMs) {
    turns.nextMs -= Math.max(turns.seenMs - nowMs, 0);
    turns.seenMs = nowMs;
    // Timers count whole milliseconds, and drop the rest.
    return Math.ceil(Math.max(turns.nextMs - nowMs, 0));
}
