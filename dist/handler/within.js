/* @ts-self-types="./within.d.ts" */
/**
 * Waits for a part that is not ours, and not forever.
 *
 * @module
 */
import { startDeadline } from '../core.js';
/** Waits for work. Rejects as it does, or when time runs out; the work itself goes on then. */
export async function within(timeoutMs, work) {
    const deadline = startDeadline(timeoutMs);
    try {
        return await deadline.race(work());
    }
    catch (error) {
        throw deadline.isExpired()
            ? new DOMException(`no answer within ${timeoutMs} ms`, 'TimeoutError')
            : error;
    }
    finally {
        deadline.end();
    }
}
