/* @ts-self-types="./options.d.ts" */
/**
 * What an emulator is made with: checked once, defaulted once.
 *
 * @module
 */
import { quote } from '../sign/core.js';
import { webHmacSha1 } from '../sign/core.js';
import { readClock } from '../core.js';
import { readFaults } from './draw.js';
import { PROFILES } from './headers.js';
import { readInteger, readWait, requireObject, wrong } from './read.js';
/**
 * Checks the options and fills in the defaults.
 *
 * @throws TypeError or RangeError naming the option. A secret is never shown.
 */
export function readOptions(options) {
    requireObject('options', options);
    const { accessKeys = { testid: 'testsecret' }, strictHost = false } = options;
    const { corsProfile = '2025', photoLimits = {}, onRequest } = options;
    const { now = readClock, hmac = webHmacSha1 } = options;
    if (typeof strictHost !== 'boolean')
        throw wrong('strictHost', 'boolean', strictHost);
    if (!Object.hasOwn(PROFILES, corsProfile)) {
        throw wrong('corsProfile', `one of ${Object.keys(PROFILES).join(', ')}`, corsProfile);
    }
    requireObject('photoLimits', photoLimits);
    for (const name of ['maxBytes', 'minSide', 'maxSide']) {
        readInteger(`photoLimits.${name}`, photoLimits[name], 1);
    }
    for (const [name, value] of Object.entries({ now, hmac, onRequest: onRequest ?? now })) {
        if (typeof value !== 'function')
            throw wrong(name, 'function', value);
    }
    return {
        accessKeys: readKeys(accessKeys),
        now,
        strictHost,
        timestampWindowMs: readInteger('timestampWindowMs', options.timestampWindowMs, 900_000),
        maxUrlBytes: readInteger('maxUrlBytes', options.maxUrlBytes, 8192),
        maxBodyBytes: readInteger('maxBodyBytes', options.maxBodyBytes, 2 ** 23),
        latencyMs: readWait('latencyMs', options.latencyMs) ?? 0,
        ratePerSecond: readInteger('ratePerSecond', options.ratePerSecond, Infinity),
        apiRatePerSecond: readInteger('apiRatePerSecond', options.apiRatePerSecond, Infinity),
        corsProfile,
        photoLimits,
        hmac,
        faults: readFaults(options.faults),
        onRequest,
    };
}
function readKeys(accessKeys) {
    requireObject('accessKeys', accessKeys);
    const keys = new Map();
    for (const [id, given] of Object.entries(accessKeys)) {
        const key = typeof given === 'string' ? { secret: given } : given;
        requireObject(`accessKeys.${id}`, key);
        const { secret, securityToken, expiresAtEpochMs, disabled } = key;
        requireText('accessKeys', id);
        requireText(`accessKeys.${id}.secret`, secret);
        if (securityToken !== undefined)
            requireText(`accessKeys.${id}.securityToken`, securityToken);
        if (expiresAtEpochMs !== undefined && !Number.isFinite(expiresAtEpochMs)) {
            throw wrong(`accessKeys.${id}.expiresAtEpochMs`, 'epoch milliseconds', expiresAtEpochMs);
        }
        keys.set(id, { secret, securityToken, expiresAtEpochMs, disabled: disabled === true });
    }
    if (keys.size === 0)
        throw new TypeError('"accessKeys" expected at least one key');
    return keys;
}
/** Checks a part of a key without ever showing it. */
function requireText(name, value) {
    if (typeof value !== 'string')
        throw wrong(name, 'text', value);
    if (!/^[^\s\p{C}]+$/u.test(value)) {
        throw new TypeError(`${quote(name)} expected text without white space, and not empty`);
    }
}
