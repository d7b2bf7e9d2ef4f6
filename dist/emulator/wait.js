/* @ts-self-types="./wait.d.ts" */
/**
 * Waiting that an abort ends: rejects with the signal's reason, and leaves no listener behind.
 *
 * @module
 */
/** Waits for a promise, or for the abort that comes first. */
export function untilAborted(promise, signal) {
    if (!signal)
        return promise;
    return new Promise((resolve, reject) => {
        const stop = () => reject(signal.reason);
        if (signal.aborted)
            stop();
        signal.addEventListener('abort', stop, { once: true });
        const forget = () => signal.removeEventListener('abort', stop);
        promise.finally(forget).then(resolve, reject);
    });
}
/** Sleeps for some milliseconds; an abort clears the timer too. */
export async function sleep(ms, signal) {
    let timer;
    try {
        await untilAborted(new Promise((resolve) => {
            timer = setTimeout(resolve, ms);
        }), signal);
    }
    finally {
        clearTimeout(timer);
    }
}
