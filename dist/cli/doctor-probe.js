/**
 * Looks at an endpoint without calling it: its address, and what it says to a bare GET, which is
 * free.
 *
 * @module
 */
import { lookup } from 'node:dns/promises';
import { readClock, readElapsed } from '../core.js';
import { readField } from '../read-field.js';
import { readBody } from '../core.js';
import { startDeadline } from '../core.js';
import { readErrorCode } from './system-error.js';
const TIMEOUT_MS = 5000;
/** More than any error of the gateway has. */
const MAX_BYTES = 65_536;
/** Looks at an endpoint. Never rejects. */
export async function probe(url, host = {}) {
    const deadline = startDeadline(TIMEOUT_MS);
    const { hostname } = new URL(url);
    const { fetch, resolve = findAddress } = host;
    let address;
    try {
        address = await deadline.race(resolve(hostname.replace(/^\[|\]$/g, '')));
        const [beganMs, began] = [readClock(), readElapsed()];
        const init = { method: 'GET', redirect: 'manual', signal: deadline.signal };
        const work = fetch ? fetch(url, init) : globalThis.fetch(url, init);
        const response = await deadline.race(work);
        const tookMs = readElapsed() - began;
        const text = await readBody(response, MAX_BYTES, deadline);
        const isGateway = /RequestId/.test(text ?? '') && /HostId|Code/.test(text ?? '');
        const aheadMs = readAhead(response, beganMs + tookMs / 2);
        return { address, answer: { status: response.status, isGateway, aheadMs, tookMs } };
    }
    catch (error) {
        const code = readErrorCode(error) ?? readErrorCode(readField(error, 'cause'));
        return { address, failure: deadline.signal.aborted ? `none in ${TIMEOUT_MS / 1000} s` : code };
    }
    finally {
        deadline.end();
    }
}
async function findAddress(hostname) {
    return (await lookup(hostname)).address;
}
/** The header counts whole seconds; one that a cache kept says nothing. */
function readAhead({ headers }, atEpochMs) {
    const aheadMs = Date.parse(headers.get('date') ?? '') + 500 - atEpochMs;
    return Number.isNaN(aheadMs) || headers.has('age') ? undefined : aheadMs;
}
