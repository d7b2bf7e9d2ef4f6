/* @ts-self-types="./turn.d.ts" */
import { startDeadline } from './deadline.js';
/** What a request needs after its turn, in milliseconds; of a short deadline, a quarter. */
const RESERVED_MS = 3000;
/** A limiter that says nothing for so long has failed, in milliseconds. */
const ANSWER_WITHIN_MS = 2000;
/**
 * Books a turn early enough for the deadline. Undefined when the limiter failed.
 *
 * @throws The deadline's reason, when that ended.
 */
export async function reserveTurn(limiter, key, deadline) {
    const leftMs = deadline.remainingMs();
    // A paid answer that comes after the deadline is lost.
    const maxWaitMs = leftMs - Math.min(RESERVED_MS, leftMs / 4);
    const answer = await ask(deadline, (signal) => limiter.reserve(key, { maxWaitMs, signal }));
    const { ok, waitMs, retryAfterMs } = Object(answer);
    const ms = ok === true ? waitMs : ok === false ? retryAfterMs : undefined;
    if (!Number.isFinite(ms) || ms < 0)
        return undefined;
    // A turn after the deadline is none.
    return ms > maxWaitMs ? { ok: false, retryAfterMs: ms } : answer;
}
/** Tells the limiter that the gateway refused; a limiter that fails here changes nothing. */
export async function penalizeTurns(limiter, [key, ms], deadline) {
    try {
        await ask(deadline, async () => limiter?.penalize?.(key, ms));
    }
    catch {
        // The deadline ended, which whoever called finds out by itself.
    }
}
async function ask(deadline, work) {
    const ms = Math.min(ANSWER_WITHIN_MS, deadline.remainingMs() / 2);
    const own = startDeadline(ms, deadline.signal, deadline);
    try {
        return await own.race(work(own.signal));
    }
    catch {
        deadline.throwIfOver();
        return undefined;
    }
    finally {
        own.end();
    }
}
