/* @ts-self-types="./options.d.ts" */
/**
 * What a client is made with: checked once, defaulted once, frozen.
 *
 * @module
 */
import { jsonFormat } from './codec/json.js';
import { check, checkKeyPart, isObject, quote } from './codec/check.js';
import { webHmacSha1 } from './crypto/web.js';
import { systemPlatform } from './platform/index.js';
import { createRpcSigner } from './request.js';
/** A timer's longest wait, in milliseconds: longer ones fire at once. */
const MAX_TIMEOUT_MS = 2_147_483_647;
/**
 * Checks a client's options and fills in the defaults.
 *
 * @throws TypeError naming the option; RangeError for a number out of range. A secret is never shown.
 */
export function resolveOptions(options, target) {
    const { dangerouslyAllowBrowser, format = jsonFormat, hmac = webHmacSha1 } = options;
    const { credentials, fetch, platform = systemPlatform } = options;
    const { limiter, onEvent, onLimiterError = 'open', signer = createRpcSigner } = options;
    const { now, nonce } = Object(platform);
    checkFunctions({ hmac, signer, 'platform.now': now, 'platform.nonce': nonce });
    checkFunctions({ 'format.parse': Object(format).parse });
    checkFunctions({ credentials: credentials ?? now, fetch: fetch ?? now, onEvent: onEvent ?? now });
    checkFunctions({ 'limiter.reserve': limiter === undefined ? now : Object(limiter).reserve });
    checkOneOf('onLimiterError', onLimiterError, ['open', 'closed']);
    const isHarmless = dangerouslyAllowBrowser === true || isLoopback(new URL(target.url).hostname);
    const checkCredentials = (given) => {
        const checked = readCredentials(given);
        if (!isHarmless &&
            !checked.securityToken &&
            'window' in globalThis &&
            'document' in globalThis) {
            throw new TypeError('"accessKeySecret" is a long-lived secret, and every visitor of this page could read it: ' +
                'call from a server, or set "dangerouslyAllowBrowser"');
        }
        return checked;
    };
    const pair = credentials ? undefined : checkCredentials(options); // why: checks it
    return Object.freeze({
        ...target,
        credentials: credentials ?? (() => pair), // why: there when no function is
        checkCredentials,
        format,
        hmac,
        signer,
        platform,
        fetch,
        timeoutMs: readTimeout('timeoutMs', options.timeoutMs, 15_000),
        retry: { ...readRetry(options.retry), canRefresh: credentials !== undefined },
        maxResponseBytes: readInteger('maxResponseBytes', options.maxResponseBytes, 2 ** 20),
        limiter,
        onLimiterError,
        onEvent,
    });
}
function checkFunctions(functions) {
    for (const [name, value] of Object.entries(functions)) {
        check(typeof value === 'function', name, 'function', value);
    }
}
/** Checks one of a few words. */
export function checkOneOf(name, value, known) {
    const isKnown = known.includes(value); // why: looked for, not used
    check(isKnown, name, `'${known.join("' or '")}'`, value);
}
/** Checks a positive integer. */
export function readInteger(name, value, fallback) {
    if (value === undefined)
        return fallback;
    check(typeof value === 'number', name, 'positive integer', value);
    if (Number.isSafeInteger(value) && value > 0)
        return value;
    throw new RangeError(`"${name}" expected positive integer, got ${value}`);
}
/** Checks a number of milliseconds that a timer can wait. */
export function readTimeout(name, value, fallback) {
    const ms = readInteger(name, value, fallback);
    if (ms <= MAX_TIMEOUT_MS)
        return ms;
    throw new RangeError(`"${name}" expected at most ${MAX_TIMEOUT_MS}, got ${ms}`);
}
/** Checks a number of milliseconds that may be left out. */
export function readOptionalTimeout(name, value) {
    return value === undefined ? undefined : readTimeout(name, value, 1);
}
/** Reads an https origin that `isAllowed` accepts, or any safe one with `allowCustomEndpoint`. */
export function readEndpoint(endpoint, allowCustom, isAllowed) {
    // Checked as text first: a parser drops an empty user, white space and back-slashes.
    const isOrigin = typeof endpoint === 'string' && /^https?:\/\/[^\s/@\\?#]+\/?$/.test(endpoint);
    check(isOrigin && URL.canParse(endpoint), 'endpoint', 'https origin without a path', endpoint);
    const { host, hostname, href, protocol } = new URL(endpoint);
    const isSecure = protocol === 'https:';
    if (isSecure && isAllowed(host))
        return href;
    if (allowCustom === true && (isSecure || isLoopback(hostname)))
        return href;
    throw new TypeError(`"endpoint" ${quote(host)} is not the vendor's: your own needs "allowCustomEndpoint", and https`);
}
/**
 * One or two labels before `aliyuncs.com`; `oss*` and `fc` hosts are strangers' buckets and
 * functions, which anybody can open.
 */
export function isProductHost(host) {
    return /^([a-z\d-]+\.){1,2}aliyuncs\.com$/.test(host) && !/(^|\.)(oss[^.]*|fc)\./.test(host);
}
function isLoopback(hostname) {
    return /^(127(\.\d+){3}|(.+\.)?localhost|\[::1\])$/.test(hostname);
}
function readCredentials(given) {
    check(isObject(given), 'credentials', 'object', given);
    const { accessKeyId, accessKeySecret, securityToken } = given;
    checkKeyPart(accessKeyId, 'accessKeyId');
    checkKeyPart(accessKeySecret, 'accessKeySecret');
    if (securityToken !== undefined)
        checkKeyPart(securityToken, 'securityToken');
    return { accessKeyId, accessKeySecret, securityToken };
}
function readRetry(retry = {}) {
    check(retry === false || isObject(retry), 'retry', 'false or object', retry);
    const { attemptTimeoutMs, maxAttempts, ambiguous = 'fail' } = retry || {};
    checkOneOf('retry.ambiguous', ambiguous, ['fail', 'replay']);
    return {
        maxAttempts: retry ? readInteger('retry.maxAttempts', maxAttempts, 3) : 1,
        ambiguous,
        attemptTimeoutMs: readOptionalTimeout('retry.attemptTimeoutMs', attemptTimeoutMs),
        quota: retry && retry.quota === true,
        internal: retry && retry.internal === true,
    };
}
