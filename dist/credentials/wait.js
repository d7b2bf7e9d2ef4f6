/* @ts-self-types="./wait.d.ts" */
/**
 * Waiting that always ends. Private.
 *
 * @module
 */
import { startDeadline } from '../core.js';
/**
 * Waits for work that may be another request's: on Workers it neither ends nor fails once the
 * request that began it is over, so one's own timer runs beside it.
 *
 * @returns What the work gives; undefined when it gives nothing within the time.
 */
export async function waitUpTo(ms, work) {
    const deadline = startDeadline(Math.max(ms, 0));
    try {
        return await deadline.race(work);
    }
    catch {
        return undefined;
    }
    finally {
        deadline.end();
    }
}
/** Waits for a number of milliseconds. */
export async function pause(ms) {
    if (ms > 0)
        await waitUpTo(ms, new Promise(() => { }));
}
