/* @ts-self-types="./caller.d.ts" */
/**
 * Makes one call: parameters → turn → sign → send → read → judge, again where that is safe, within
 * one deadline. What `createRpcClient` and `createSaf` share. Private.
 *
 * @module
 */
import { check, checkObject } from './codec/check.js';
import { encodeBase64 } from './crypto/base64.js';
import { isSafError, TransportError } from './errors.js';
import { readTimeout } from './options.js';
import { markOutcome } from './outcome.js';
import { readElapsed } from './platform/clock.js';
import { randomFraction } from './platform/nonce.js';
import { readSent, timeoutFailure } from './response.js';
import { encodeText } from './sign/signature.js';
import { startDeadline } from './transport/deadline.js';
import { sendOnce } from './transport/index.js';
import { readProof } from './transport/network.js';
import { decideRetry } from './transport/retry.js';
import { penalizeTurns, reserveTurn } from './transport/turn.js';
/** A refusal without a wish of its own holds everybody back for so long, in milliseconds. */
const REFUSED_MS = 1000;
/** Turns that one request books at most, and when one of them is missed. */
const MAX_BOOKINGS = 3;
const LATE_MS = 50;
/** Creates a client that has made no call yet. */
export function createClient(config) {
    const sign = config.signer(config);
    check(typeof sign === 'function', 'signer', 'function that gives one', sign);
    return { config, sign, skewMs: 0, calls: 0 };
}
/** Creates the caller of a client. */
export function createCaller(config, client = createClient(config)) {
    return async (call) => {
        const { signal, timeoutMs } = readCallOptions(call.options);
        const deadline = startDeadline(readTimeout('timeoutMs', timeoutMs, config.timeoutMs), signal);
        const run = startRun(client, call, deadline);
        try {
            const value = await callUntilDone(run);
            run.tell({ type: 'done', ok: true });
            return value;
        }
        catch (caught) {
            const { attempts, earlier, isPending } = run;
            const outcome = isPending ? 'unknown' : 'not-executed';
            const isLate = deadline.isExpired() && caught === deadline.signal.reason;
            const error = isLate ? timeoutFailure({ attempts, earlier }, outcome).error : caught;
            const known = isSafError(error) ? error : undefined;
            const { code, outcome: told = isPending ? outcome : earlier } = known ?? {};
            run.tell({ type: 'done', ok: false, code, outcome: told });
            // An abort's reason may belong to many calls.
            if (!known && error !== deadline.signal.reason)
                markOutcome(error, told);
            throw error;
        }
        finally {
            deadline.end();
        }
    };
}
function startRun(client, call, deadline) {
    const { onEvent } = client.config;
    const startedAt = readElapsed();
    const { action, service } = call;
    const number = ++client.calls;
    const run = {
        client,
        call,
        deadline,
        tell(details) {
            if (!onEvent)
                return;
            const elapsedMs = readElapsed() - startedAt;
            const base = { call: number, action, service, attempts: run.attempts, elapsedMs };
            // A hook that throws or rejects changes nothing.
            const tellOnce = async () => onEvent({ ...base, ...details }); // why: each details is an event's
            tellOnce().catch(() => { });
        },
        attempts: 0,
        earlier: 'not-executed',
        isPending: false,
    };
    return run;
}
async function callUntilDone(run) {
    const { client, call, deadline, tell } = run;
    const done = new Set();
    deadline.throwIfOver();
    const params = await deadline.race(call.params());
    let request = await signNow(run, params);
    for (;;) {
        const isUnknown = run.isPending;
        const result = await attempt(run, request);
        if (!result.error)
            return result.value;
        const { again, error, skewMs = client.skewMs } = result;
        client.skewMs = skewMs;
        const { attempts } = run;
        const ageMs = readElapsed() - request.signedAt;
        const remainingMs = deadline.remainingMs();
        const state = { attempts, isUnknown, done, ageMs, remainingMs, random: randomFraction() };
        const next = decideRetry(again, state, client.config.retry);
        const told = reportRefusal(run, request, { again, next });
        if (!next) {
            await told;
            throw error;
        }
        done.add(next.kind);
        run.isPending = error.outcome === 'unknown';
        if (!run.isPending)
            run.earlier = error.outcome;
        tell({ type: 'retry', ...next });
        if (next.kind === 'skew')
            tell({ type: 'skew', skewMs });
        await deadline.sleep(next.waitMs);
        if (run.isPending)
            await takeTurn(run, request.turn);
        else
            request = await signAgain(run, params, { next, error });
    }
}
/** Sends a request once and judges what came. */
async function attempt(run, request) {
    const { call, deadline, earlier } = run;
    deadline.throwIfOver();
    const before = run.isPending ? 'unknown' : earlier;
    run.isPending = true;
    const attempts = ++run.attempts;
    const startedAt = readElapsed();
    const tell = (known, code) => {
        const { outcome, requestId, status } = known;
        const durationMs = readElapsed() - startedAt;
        const facts = { durationMs, requestBytes: request.body.length, status, requestId };
        run.tell({ type: 'attempt', ...facts, code, outcome });
    };
    try {
        const raw = await send(run, request, { attempts, earlier: before });
        // A complete answer settles an unknown attempt before it: both had the same bytes.
        const result = raw.error
            ? raw
            : await deadline.race(call.judge(raw.value, { attempts, earlier }));
        tell(result.error ?? raw.value, result.error?.code); // why: one of them
        return result;
    }
    catch (reason) {
        tell({ outcome: 'unknown' });
        throw reason;
    }
}
async function send({ client, deadline: parent }, { body, headers, stringToSign, skewMs }, facts) {
    const { fetch, format, maxResponseBytes, platform, retry, url } = client.config;
    const { attemptTimeoutMs } = retry;
    const maxBytes = Math.max(maxResponseBytes, 2 * body.length + 65_536);
    const own = attemptTimeoutMs && startDeadline(attemptTimeoutMs, parent.signal, parent);
    const deadline = own || parent;
    const nowEpochMs = platform.now();
    const prove = (error) => (fetch ? 'nothing' : readProof(error));
    const reading = { facts, format, stringToSign, nowEpochMs, skewMs, readProof: prove };
    const parcel = { fetch, url, headers, body, maxBytes, deadline };
    try {
        const sent = await sendOnce({ ...parcel, onHeaders: own ? own.disarm : undefined });
        return readSent(sent, reading);
    }
    catch (error) {
        if (parent.signal.aborted)
            throw parent.signal.reason;
        // Whatever a stand-in for a Response throws: the request was sent, and no answer was read.
        return deadline.isExpired()
            ? timeoutFailure(facts, 'unknown')
            : readSent({ kind: 'cut', error }, reading);
    }
    finally {
        if (own)
            own.end();
    }
}
async function signNow(run, params, forceRefresh = false) {
    const { call, client, deadline, tell } = run;
    const { config } = client;
    const askedAt = readElapsed();
    const credentials = config.checkCredentials(await deadline.race(config.credentials({ forceRefresh })));
    if (config.retry.canRefresh) {
        tell({ type: 'credentials', durationMs: readElapsed() - askedAt, forceRefresh });
    }
    const turn = config.limiter ? await deadline.race(nameTurn(run, credentials)) : '';
    await takeTurn(run, turn);
    const { skewMs } = client;
    const signed = await deadline.race(signOnce(client, { action: call.action, params }, credentials));
    check(ArrayBuffer.isView(Object(signed).body), 'signer', 'request with a body', signed);
    return { ...signed, skewMs, signedAt: readElapsed(), turn };
}
/** Signs a request with a clock that is right and a nonce that is new. */
export async function signOnce({ config, sign, skewMs }, asked, credentials) {
    const { format, platform, version } = config;
    const moment = { credentials, atEpochMs: platform.now() + skewMs, nonce: platform.nonce() };
    return sign({ ...asked, version, format: format.name }, moment);
}
/**
 * Signs a request that somebody else sends.
 *
 * @throws TransportError when credentials do not come in time.
 */
export async function signUnsent(client, asked) {
    const { config } = client;
    const deadline = startDeadline(config.timeoutMs);
    try {
        const credentials = config.checkCredentials(await deadline.race(config.credentials()));
        return await deadline.race(signOnce(client, asked, credentials));
    }
    catch (error) {
        if (!deadline.isExpired())
            throw error;
        throw timeoutFailure({ attempts: 0 }, 'not-executed').error;
    }
    finally {
        deadline.end();
    }
}
/** Signs anew after a failure, which says more than that there were no credentials for another. */
async function signAgain(run, params, { next, error }) {
    try {
        return await signNow(run, params, next.kind === 'token');
    }
    catch (later) {
        throw run.earlier === 'failed' && isSafError(later) ? error : later;
    }
}
/**
 * Names whose turn it is: host, service, and a hash of a long-lived access key. An STS triple has
 * another identifier in each isolate, but shares what was purchased.
 */
async function nameTurn({ call, client }, { accessKeyId, securityToken }) {
    const { hmac, url } = client.config;
    const place = `${new URL(url).host}/${call.service ?? call.action}`;
    if (securityToken)
        return place;
    return `${place}/${encodeBase64(await hmac(encodeText(accessKeyId), encodeText('turn')))}`;
}
/**
 * Waits for a turn at the limiter, if there is one. A busy host wakes its sleepers late and all at
 * once: whoever missed its turn books another, a few times.
 */
async function takeTurn(run, turn, bookings = MAX_BOOKINGS) {
    const { attempts, client, deadline, earlier, isPending, tell } = run;
    const { limiter, onLimiterError } = client.config;
    if (!limiter)
        return;
    const booked = await reserveTurn(limiter, turn, deadline);
    const bookedAt = readElapsed();
    const waitMs = booked ? (booked.ok ? booked.waitMs : booked.retryAfterMs) : 0;
    if (!booked || waitMs > 0) {
        tell({ type: 'throttled', by: booked ? 'limiter' : 'limiter-failed', waitMs });
    }
    if (booked?.ok || (!booked && onLimiterError === 'open')) {
        await deadline.sleep(waitMs);
        const isLate = booked && readElapsed() - bookedAt - waitMs > LATE_MS;
        return isLate && bookings > 1 ? takeTurn(run, turn, bookings - 1) : undefined;
    }
    const message = booked
        ? `"limiter" has no turn in time: try again in ${Math.ceil(waitMs)} ms`
        : `"limiter" failed, and "onLimiterError" is 'closed'`;
    const facts = { attempts, earlier: isPending ? 'unknown' : earlier };
    const details = { ...facts, outcome: 'not-executed', retryable: true };
    throw new TransportError('ERR_SAF_LIMITED', message, details);
}
/** Tells that the gateway refused for being called too often. */
async function reportRefusal({ client, deadline, tell }, { turn }, { again, next }) {
    if (again?.kind !== 'throttled' && again?.kind !== 'quota')
        return;
    const waitMs = next?.waitMs ?? Math.max(again.afterMs ?? 0, REFUSED_MS);
    tell({ type: 'throttled', by: again.kind === 'quota' ? 'quota' : 'gateway', waitMs });
    await penalizeTurns(client.config.limiter, [turn, waitMs], deadline);
}
function readCallOptions(options = {}) {
    checkObject(options, 'options');
    const { signal } = options;
    const isSignal = typeof Object(signal).addEventListener === 'function';
    check(signal === undefined || isSignal, 'signal', 'AbortSignal', signal);
    return options;
}
