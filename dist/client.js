/* @ts-self-types="./client.d.ts" */
/**
 * `createRpcClient`: any RPC-style product. Options → request → sign → transport → response.
 * Exported by `saf-edge`.
 *
 * @module
 */
import { check, checkText, isObject } from './codec/check.js';
import { flatten } from './codec/flatten.js';
import { readEndpoint, readTimeout, resolveOptions } from './options.js';
import { readElapsed } from './platform/clock.js';
import { randomFraction } from './platform/nonce.js';
import { createSigner, requireFree } from './request.js';
import { readSent, timeoutFailure } from './response.js';
import { startDeadline } from './transport/deadline.js';
import { sendOnce } from './transport/index.js';
import { readProof } from './transport/network.js';
import { decideRetry } from './transport/retry.js';
/**
 * Creates a client for any RPC-style product of the vendor.
 *
 * @param options - Endpoint, version, credentials, and what is in {@link ClientOptions}.
 * @throws TypeError or RangeError naming the option that is wrong.
 * @example
 * ```ts
 * import { createRpcClient } from 'saf-edge'
 *
 * const ecs = createRpcClient({
 *   endpoint: 'https://ecs.aliyuncs.com',
 *   version: '2014-05-26',
 *   accessKeyId: 'id',
 *   accessKeySecret: 'secret',
 *   fetch: async () => Response.json({ RequestId: 'R', Regions: {} }),
 * })
 * console.log((await ecs.call('DescribeRegions')).RequestId) // R
 * ```
 */
export function createRpcClient(options) {
    check(isObject(options), 'options', 'object', options);
    checkText(options.version, 'version');
    const url = readEndpoint(options.endpoint, options.allowCustomEndpoint, isProductHost);
    const call = createCaller(resolveOptions(options, { url, version: options.version }));
    return {
        async call(action, params = {}, callOptions) {
            checkText(action, 'action');
            const flat = flatten(params);
            requireFree(flat);
            return call({ action, params: () => flat, judge: acceptAny, options: callOptions });
        },
    };
}
/**
 * One or two labels before `aliyuncs.com`; `oss*` and `fc` hosts are strangers' buckets and
 * functions, which anybody can open.
 */
function isProductHost(host) {
    return /^([a-z\d-]+\.){1,2}aliyuncs\.com$/.test(host) && !/(^|\.)(oss[^.]*|fc)\./.test(host);
}
function acceptAny({ envelope }) {
    return { value: envelope };
}
/** Creates the caller that `createRpcClient` and `createSaf` share. */
export function createCaller(config) {
    const sign = createSigner(config.hmac);
    const client = { config, sign, skewMs: 0 };
    return async (call) => {
        const { signal, timeoutMs } = readCallOptions(call.options);
        const deadline = startDeadline(readTimeout('timeoutMs', timeoutMs, config.timeoutMs), signal);
        const progress = { attempts: 0, earlier: 'not-executed', isPending: false };
        try {
            return await callUntilDone({ client, call, deadline }, progress);
        }
        catch (error) {
            if (!deadline.isExpired() || error !== deadline.signal.reason)
                throw error;
            const { attempts, earlier, isPending } = progress;
            const outcome = isPending ? 'unknown' : 'not-executed';
            throw timeoutFailure({ attempts, earlier }, outcome).error;
        }
        finally {
            deadline.end();
        }
    };
}
async function callUntilDone(run, progress) {
    const { client, call, deadline } = run;
    const done = new Set();
    deadline.throwIfOver();
    const params = await deadline.race(call.params());
    let request = await signNow(run, params);
    for (;;) {
        deadline.throwIfOver();
        const isUnknown = progress.isPending;
        progress.isPending = true;
        const { earlier } = progress;
        const attempts = ++progress.attempts;
        const facts = { attempts, earlier: isUnknown ? 'unknown' : earlier };
        const raw = await attempt(run, request, facts);
        // A complete answer settles an unknown attempt before it: both had the same bytes.
        const result = raw.error ? raw : call.judge(raw.value, { attempts, earlier });
        if (!result.error)
            return result.value;
        const { again, error, skewMs = client.skewMs } = result;
        client.skewMs = skewMs;
        const ageMs = readElapsed() - request.signedAt;
        const remainingMs = deadline.remainingMs();
        const state = { attempts, isUnknown, done, ageMs, remainingMs, random: randomFraction() };
        const next = decideRetry(again, state, client.config.retry);
        if (!next)
            throw error;
        done.add(next.kind);
        progress.isPending = error.outcome === 'unknown';
        if (!progress.isPending)
            progress.earlier = error.outcome;
        await deadline.sleep(next.waitMs);
        if (!progress.isPending)
            request = await signNow(run, params, next.kind === 'token');
    }
}
async function signNow({ client, call, deadline }, params, forceRefresh) {
    const { config, sign, skewMs } = client;
    const { format, platform, version } = config;
    const spec = { action: call.action, version, format: format.name, params };
    const credentials = config.checkCredentials(await deadline.race(config.credentials({ forceRefresh })));
    const atEpochMs = platform.now() + skewMs;
    const signed = await deadline.race(sign(spec, { credentials, atEpochMs, nonce: platform.nonce() }));
    return { ...signed, skewMs, signedAt: readElapsed() };
}
async function attempt({ client, deadline: parent }, { body, headers, stringToSign, skewMs }, facts) {
    const { fetch, format, maxResponseBytes, platform, retry, url } = client.config;
    const maxBytes = Math.max(maxResponseBytes, 2 * body.length + 65_536);
    const deadline = startDeadline(retry.attemptTimeoutMs, parent.signal, parent);
    const nowEpochMs = platform.now();
    const prove = (error) => (fetch ? 'nothing' : readProof(error));
    const reading = { facts, format, stringToSign, nowEpochMs, skewMs, readProof: prove };
    try {
        return readSent(await sendOnce({ fetch, url, headers, body, maxBytes, deadline }), reading);
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
        deadline.end();
    }
}
function readCallOptions(options = {}) {
    check(isObject(options), 'options', 'object', options);
    const { signal } = options;
    const isSignal = typeof Object(signal).addEventListener === 'function';
    check(signal === undefined || isSignal, 'signal', 'AbortSignal', signal);
    return options;
}
