/* @ts-self-types="./role.d.ts" */
/**
 * What both ways to assume a role are asked for: checked once, at once.
 *
 * @module
 */
import { check, checkText, isObject, kindOf } from '../sign/core.js';
import { readEndpoint, readTimeout } from '../core.js';
/** The version of STS (`spec/saf-api.md` section 3.9). */
export const STS_VERSION = '2015-04-01';
/**
 * Checks what a role is asked for with.
 *
 * @throws TypeError or RangeError naming the option.
 */
export function readRole(options) {
    check(isObject(options), 'options', 'object', options);
    const { allowCustomEndpoint, durationSeconds, policy, region, roleArn, roleSessionName } = options;
    checkArn(roleArn, 'roleArn', 'role');
    const isName = typeof roleSessionName === 'string' && /^[\w.@-]{2,64}$/.test(roleSessionName);
    check(isName, 'roleSessionName', '2 to 64 of A-Z a-z 0-9 . @ _ -', roleSessionName);
    checkDuration(durationSeconds);
    if (policy !== undefined)
        checkLength(policy, 'policy', [1, 2048]);
    const isRegion = region === undefined || /^[a-z]{2}-[a-z]+(-\d)?$/.test(region);
    check(isRegion, 'region', 'region such as ap-southeast-1', region);
    const regional = `https://sts.${region === undefined ? '' : `${region}.`}aliyuncs.com`;
    return {
        url: readEndpoint(options.endpoint ?? regional, allowCustomEndpoint, isStsHost),
        params: {
            RoleArn: roleArn,
            RoleSessionName: roleSessionName,
            DurationSeconds: durationSeconds?.toString(),
            Policy: policy,
        },
        timeoutMs: readTimeout('timeoutMs', options.timeoutMs, 10_000),
    };
}
/** Checks the name of a resource of the vendor's. */
export function checkArn(value, name, kind) {
    checkText(value, name);
    const isArn = /^acs:ram::\d+:([a-z-]+)\/\S+$/.exec(value)?.[1] === kind;
    check(isArn, name, `acs:ram::<account>:${kind}/<name>`, value);
}
/** Checks a text of limited length. Its content is never shown. */
export function checkLength(value, name, [min, max]) {
    const { length } = typeof value === 'string' ? value : '';
    const isText = typeof value === 'string' && length >= min && length <= max;
    const got = typeof value === 'string' ? `${length} characters` : kindOf(value);
    if (!isText)
        throw new TypeError(`"${name}" expected ${min} to ${max} characters, got ${got}`);
}
/** Tells the hosts of STS: one for all regions, and those of regions, public and private. */
export function isStsHost(host) {
    return /^sts(|(-vpc)?\.[a-z]{2}-[a-z]+(-\d)?)\.aliyuncs\.com$/.test(host);
}
function checkDuration(seconds) {
    if (seconds === undefined)
        return;
    const isDuration = Number.isInteger(seconds) && Number(seconds) >= 900 && Number(seconds) <= 43_200;
    const got = typeof seconds === 'number' ? seconds : kindOf(seconds);
    if (!isDuration) {
        throw new TypeError(`"durationSeconds" expected integer from 900 to 43200, got ${got}`);
    }
}
