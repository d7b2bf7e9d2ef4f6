/* @ts-self-types="./deadline.d.ts" */
/**
 * One deadline over everything a call waits for: its caller's abort and its own timer, combined by
 * hand, since `AbortSignal.any` is missing on some edge hosts and `AbortSignal.timeout` does not
 * keep Node alive.
 *
 * @module
 */
import { readElapsed } from '../platform/clock.js';
/**
 * Starts a deadline.
 *
 * @param timeoutMs - Milliseconds from now.
 * @param parent - A signal whose abort ends it too, with the parent's reason.
 * @param outer - The deadline behind `parent`, if it is one: its clock is looked at too.
 */
export function startDeadline(timeoutMs, parent, outer) {
    const controller = new AbortController();
    const { signal } = controller;
    const endsAt = readElapsed() + timeoutMs;
    let expired = false;
    const over = new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    over.catch(() => { });
    const expire = () => {
        expired = true;
        controller.abort(new Error('deadline'));
    };
    let timer = setTimeout(expire, timeoutMs);
    const disarm = () => {
        clearTimeout(timer);
        timer = undefined;
    };
    const follow = () => controller.abort(parent?.reason);
    if (parent?.aborted)
        follow();
    else
        parent?.addEventListener('abort', follow);
    const race = async (work) => Promise.race([over, work]);
    return {
        signal,
        race,
        throwIfOver() {
            outer?.throwIfOver();
            if (timer !== undefined && readElapsed() >= endsAt && !signal.aborted)
                expire();
            if (signal.aborted)
                throw signal.reason;
        },
        sleep: (ms) => sleep(ms, race),
        isExpired: () => expired,
        remainingMs: () => endsAt - readElapsed(),
        disarm,
        end() {
            disarm();
            parent?.removeEventListener('abort', follow);
        },
    };
}
async function sleep(ms, race) {
    let timer;
    try {
        await race(new Promise((resolve) => {
            timer = setTimeout(resolve, ms);
        }));
    }
    finally {
        clearTimeout(timer);
    }
}
