/* @ts-self-types="./options.d.ts" */
/**
 * What a front door is made with: checked once, defaulted once.
 *
 * @module
 */
import { check, checkText, isObject } from '../sign/core.js';
import { readInteger, readTimeout } from '../core.js';
const REVEALABLE = ['score', 'faceAttack', 'retCode', 'retCodeSub', 'retMessage'];
const DAY_MS = 86_400_000;
/** Milliseconds a client may take beyond its own deadline before it is given up. */
const GRACE_MS = 1000;
const HEADERS = ['content-type', 'idempotency-key', 'authorization'];
/** A header's name (RFC 9110 section 5.6.2). */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
/**
 * Checks the options and fills in the defaults. What needs no `env` is made once, to be checked at
 * once.
 *
 * @throws TypeError or RangeError naming the option.
 */
export function readOptions(options) {
    check(isObject(options), 'options', 'object', options);
    const { authorize, onEvent, onLimiterError = 'open', resourceCodes, reveal = [] } = options;
    check(typeof authorize === 'function', 'authorize', 'function', authorize);
    check(onEvent === undefined || typeof onEvent === 'function', 'onEvent', 'function', onEvent);
    const isKnown = onLimiterError === 'open' || onLimiterError === 'closed';
    check(isKnown, 'onLimiterError', "'open' or 'closed'", onLimiterError);
    checkList(reveal, 'reveal', (name) => REVEALABLE.includes(name), REVEALABLE.join(', '));
    const { allowedHeaders = [] } = options;
    checkList(allowedHeaders, 'allowedHeaders', (name) => TOKEN.test(name), 'header names');
    const isCode = (code) => /^\d{8}$/.test(code);
    if (resourceCodes)
        checkList(resourceCodes, 'resourceCodes', isCode, 'codes of eight digits');
    const stepTimeoutMs = readTimeout('stepTimeoutMs', options.stepTimeoutMs, 5000);
    const timeoutMs = readTimeout('timeoutMs', options.timeoutMs, 15_000);
    const callTimeoutMs = timeoutMs + GRACE_MS;
    // The claim, the call, and two attempts to keep what came of it.
    const leaseMs = callTimeoutMs + 3 * stepTimeoutMs;
    if (typeof options.idempotency !== 'function')
        readKeepMs(Object(options.idempotency).keepMs, leaseMs);
    return {
        options,
        saf: fromEnv('saf', options.saf),
        allowedOrigins: fromEnv('allowedOrigins', options.allowedOrigins),
        limiter: fromEnv('limiter', options.limiter),
        idempotency: fromEnv('idempotency', options.idempotency),
        onLimiterError,
        resourceCodes,
        reveal: [...reveal],
        allowedHeaders: [...HEADERS, ...allowedHeaders],
        maxBodyBytes: readInteger('maxBodyBytes', options.maxBodyBytes, 6 * 2 ** 20),
        maxPhotoBytes: readInteger('maxPhotoBytes', options.maxPhotoBytes, 2 ** 21),
        maxPhotoPixels: readInteger('maxPhotoPixels', options.maxPhotoPixels, 50_000_000),
        bodyTimeoutMs: readTimeout('bodyTimeoutMs', options.bodyTimeoutMs, 30_000),
        stepTimeoutMs,
        timeoutMs,
        callTimeoutMs,
        leaseMs,
    };
}
/**
 * Makes what depends on `env`, but for the pages that may call: so that what is wrong with the rest
 * reaches the page.
 *
 * @throws TypeError naming the option whose function gave something else, or what that threw.
 */
export function makeParts(config, env) {
    const idempotency = config.idempotency(env);
    const records = 'store' in idempotency ? idempotency : { store: idempotency };
    const { store, secret = '', keepMs } = records;
    return {
        saf: config.saf(env),
        limiter: config.limiter(env),
        store,
        secret,
        keepMs: readKeepMs(keepMs, config.leaseMs),
    };
}
/** A record that is forgotten while its call runs would let a second one through. */
function readKeepMs(given, leaseMs) {
    const keepMs = readInteger('keepMs', given, DAY_MS);
    if (keepMs > leaseMs)
        return keepMs;
    throw new RangeError(`"keepMs" expected more than ${leaseMs}, what a call can take, got ${keepMs}`);
}
/**
 * Checks a part that is a value, and prepares to make one that is not, once for each `env`; what
 * throws is tried again. Functions are told from values by their type: no part is one itself.
 */
function fromEnv(name, given) {
    if (typeof given !== 'function') {
        checkPart[name](given);
        return () => given;
    }
    const made = new WeakMap();
    return (env) => {
        // What declares no parameter makes one for all.
        const isPerEnv = given.length > 0 && Object(env) === env;
        const key = isPerEnv ? env : made; // why: Object leaves objects alone
        const known = made.get(key);
        if (known)
            return known;
        const part = given(env);
        checkPart[name](part);
        made.set(key, part);
        return part;
    };
}
/** Each part that may come from `env`, checked whenever it is there. */
const checkPart = {
    saf(saf) {
        check(hasMethods(saf, ['verifyFace']), 'saf', 'client of createSaf', saf);
    },
    limiter(limiter) {
        const isLimiter = limiter === undefined || hasMethods(limiter, ['reserve']);
        check(isLimiter, 'limiter', 'RateLimiter', limiter);
    },
    idempotency(given) {
        const { store = given, secret } = Object(given);
        const isStore = hasMethods(store, ['begin', 'finish', 'release']);
        check(isStore, 'idempotency', 'store, or object with a store', given);
        if (secret !== undefined)
            checkText(secret, 'idempotency.secret');
    },
    /** Compared as text with what browsers send: no path, no slash at the end, no default port. */
    allowedOrigins(origins) {
        const isOrigin = (text) => {
            const origin = URL.canParse(text) ? new URL(text).origin : '';
            // An app's own scheme has no origin for `URL`, but one for the browser in the app.
            return origin === 'null' ? /^[\w+.-]+:\/\/[\w.-]+$/.test(text) : origin === text;
        };
        const what = 'origins such as https://shop.example, no slash at the end';
        checkList(origins, 'allowedOrigins', isOrigin, what);
    },
};
function hasMethods(value, names) {
    return names.every((name) => typeof Object(value)[name] === 'function');
}
// oxlint-disable-next-line max-params -- why: it reads as its message
function checkList(list, name, isGood, what) {
    const isList = Array.isArray(list) && list.every((text) => typeof text === 'string' && isGood(text));
    check(isList, name, `list of ${what}`, list);
}
