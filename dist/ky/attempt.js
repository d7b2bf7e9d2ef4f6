/* @ts-self-types="./attempt.d.ts" */
/**
 * One attempt of a signed ky, in the place of its `fetch`: reads what ky asks for, signs it afresh,
 * sends it, and gives ky the answer or throws what it amounts to. ky never sees what was signed, so
 * that none of its errors and hooks can show it. Private.
 *
 * @module
 */
import { signOnce } from '../core.js';
import { readSent } from '../core.js';
import { startDeadline } from '../core.js';
import { BROKEN, sendOnce } from '../core.js';
import { readAsked } from './asked.js';
import { judgeCode } from './judge.js';
import { readProof } from '../core.js';
/** ky has timers of its own: this one never rings. */
const NEVER_MS = 2_147_483_647;
/** The headers of an answer that ky gets. */
const KEPT = ['content-type', 'date', 'x-acs-request-id', 'x-acs-trace-id'];
/**
 * Makes one attempt.
 *
 * @throws TypeError for what cannot be sent; a `SafError`; or the reason of ky's signal.
 */
export async function attemptSigned(request, { client, call }, fetch) {
    const { config } = client;
    const { format, maxResponseBytes, platform, url } = config;
    const deadline = startDeadline(NEVER_MS, request.signal);
    try {
        const asked = await deadline.race(readAsked(request, url));
        const forceRefresh = call.again?.kind === 'token';
        const given = await deadline.race(config.credentials({ forceRefresh }));
        const credentials = config.checkCredentials(given);
        const { skewMs } = client;
        const signed = signOnce(client, asked, credentials);
        const { headers, body, stringToSign } = await deadline.race(signed);
        if (call.isPending)
            call.earlier = 'unknown';
        call.isPending = true;
        const facts = { attempts: ++call.attempts, earlier: call.earlier };
        const maxBytes = Math.max(maxResponseBytes, 2 * body.length + 65_536);
        const nowEpochMs = platform.now();
        const prove = fetch ? () => 'nothing' : readProof;
        const parcel = { fetch, url, headers, body, maxBytes, deadline };
        const sent = await sendOnce(parcel).catch((error) => {
            if (request.signal.aborted)
                throw error;
            return { kind: 'lost', what: BROKEN, error }; // A stand-in for a Response, which throws something.
        });
        const reading = { facts, format, stringToSign, nowEpochMs, skewMs, readProof: prove };
        const read = readSent(sent, reading);
        const result = read.error ? read : judgeCode(read.value, facts, asked);
        call.isPending = false;
        if (!result.error)
            return toResponse(sent); // why: only an answer has a value
        call.again = result.again;
        call.earlier = result.error.outcome;
        if (result.skewMs !== undefined)
            client.skewMs = result.skewMs;
        throw result.error;
    }
    finally {
        deadline.end();
    }
}
function toResponse({ status, headers, text }) {
    const kept = KEPT.map((name) => [name, headers(name)]);
    const found = kept.filter((pair) => pair[1] !== null);
    return new Response(text, { status, headers: Object.fromEntries(found) });
}
