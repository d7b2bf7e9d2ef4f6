/* @ts-self-types="./send.d.ts" */
/**
 * Sends an answer: written, with its headers, and as its fault wants.
 *
 * @module
 */
import { randomNonce } from '../core.js';
import { findFault, sendWire } from './faults.js';
import { PROFILES, writeHeaders } from './headers.js';
import { writePage } from './pages.js';
import { render } from './render.js';
import { sleep } from './wait.js';
/** Waits as long as an answer takes. */
export async function pause(ms, signal) {
    if (ms > 0)
        await sleep(ms, signal);
    else if (signal?.aborted)
        throw signal.reason;
}
/** Writes an answer of the API and sends it, as its fault wants. */
export async function send(answer, scene) {
    const { config, plan, requestId, atEpochMs } = scene;
    const fault = plan.fault === undefined ? {} : findFault(plan.fault);
    const { status, format, root, fields, retryAfterMs } = fault.change?.(answer) ?? answer;
    const wire = {
        status,
        headers: writeHeaders({
            format,
            requestId,
            traceId: randomNonce(),
            atEpochMs,
            corsProfile: config.corsProfile,
            retryAfterMs,
        }),
        text: render(format, root, fields),
    };
    return fault.send ? fault.send(wire, scene) : sendWire(wire);
}
/** Sends what the front end answers by itself: its pages, and preflights. */
export function sendFront({ page, url }, { config, atEpochMs }) {
    const shown = page === 414 ? url.href : undefined;
    if (page !== undefined)
        return sendWire(writePage(page, atEpochMs, shown));
    return new Response(null, { headers: PROFILES[config.corsProfile] });
}
