/**
 * What `saf-edge doctor` looks at, before a call that costs money: each finding says what was seen
 * and what to do.
 *
 * @module
 */
import { createRpcClient } from '../core.js';
import { readText } from '../core.js';
import { STS_VERSION } from '../credentials/role.js';
import { isSafError } from '../errors.js';
import { KEY_VARIABLES } from './environment.js';
import { printable } from './output.js';
import { readErrorCode } from './system-error.js';
const { accessKeyId: ID, accessKeySecret: SECRET, securityToken: TOKEN } = KEY_VARIABLES;
/** The gateway refuses a timestamp that is further off (`spec/saf-api.md` section 3.7). */
const WINDOW_S = 900;
/** Off by more, a clock is not kept right by anything. */
const DRIFT_S = 60;
/** Looks at the key: whether it is there, and has the shape of one. */
export function checkKeyShape(key) {
    const find = (state, saw, fix) => ({
        name: 'key',
        state,
        saw,
        fix,
    });
    const parts = Object.entries(KEY_VARIABLES); // why: its own names
    const missing = parts.filter(([part]) => part !== 'securityToken' && !key[part]);
    if (missing.length > 0) {
        const names = missing.map(([, name]) => name).join(' and ');
        const saw = `${names} ${missing.length > 1 ? 'are' : 'is'} not set`;
        return find('wrong', saw, 'set the key of a RAM user that may call SAF');
    }
    const dirty = parts.find(([part]) => /[\s\p{C}]/u.test(key[part] ?? ''));
    if (dirty)
        return find('wrong', `${dirty[1]} holds white space or a line break`, 'paste it again');
    const { accessKeyId = '', accessKeySecret = '', securityToken } = key;
    const isLong = accessKeyId.startsWith('LTAI');
    const isTemporary = accessKeyId.startsWith('STS.');
    // What may be the secret is not shown, not even its start.
    const isSwapped = accessKeySecret.startsWith('LTAI') || (accessKeyId.length > 27 && !isTemporary);
    if (isSwapped && !isLong) {
        return find('wrong', `${ID} looks like a secret`, `swap it with ${SECRET}`);
    }
    const shown = `${accessKeyId.slice(0, 4)}…`;
    if (isTemporary && !securityToken) {
        return find('wrong', `${shown} is a temporary key without its token`, `set ${TOKEN}`);
    }
    if (isLong && securityToken) {
        return find('wrong', `${shown} is no temporary key, but ${TOKEN} is set`, 'unset the token');
    }
    if (isLong)
        return { name: 'key', state: 'ok', saw: `${shown}, a long-lived key` };
    if (isTemporary)
        return { name: 'key', state: 'ok', saw: `${shown}, a temporary key` };
    return find('warning', `${shown} begins neither with LTAI nor with STS.`, `check ${ID}`);
}
/** Compares this machine's clock with the endpoint's. */
export function checkClock({ answer }) {
    const name = 'clock';
    if (answer?.aheadMs === undefined) {
        const saw = `not compared: ${answer ? 'the answer has no Date of its own' : 'no answer'}`;
        return { name, state: 'warning', saw, fix: 'see to it that this machine keeps its time by NTP' };
    }
    const seconds = Math.round(Math.abs(answer.aheadMs) / 1000);
    const saw = `${seconds} s ${answer.aheadMs > 0 ? 'behind' : 'ahead of'} the gateway's`;
    if (seconds < DRIFT_S)
        return { name, state: 'ok', saw: seconds < 2 ? "as the gateway's" : saw };
    const fix = "set this machine's clock, best by NTP";
    if (seconds < WINDOW_S)
        return { name, state: 'warning', saw, fix };
    return { name, state: 'wrong', saw: `${saw}, which refuses more than ${WINDOW_S} s`, fix };
}
/** Looks at whether the endpoint can be reached. */
export function checkEndpoint(url, { address, answer, failure }) {
    const { host } = new URL(url);
    const name = 'endpoint';
    const why = failure === undefined ? '' : ` (${printable(failure)})`;
    if (address === undefined) {
        const saw = `${host} has no address${why}`;
        return { name, state: 'wrong', saw, fix: 'check the network, its DNS, --region and --endpoint' };
    }
    if (!answer) {
        const saw = `${host} has the address ${printable(address)}, but gives no answer${why}`;
        const isTls = /CERT|TLS|SELF_SIGNED/.test(failure ?? '');
        const fix = isTls
            ? 'find out who stands in between: the certificate is not to be trusted'
            : 'check the network, its firewall, and --endpoint';
        return { name, state: 'wrong', saw, fix };
    }
    if (!answer.isGateway) {
        const saw = `${host} answers HTTP ${answer.status}, but not as the gateway does`;
        return { name, state: 'warning', saw, fix: 'check --endpoint, and whether a proxy answers' };
    }
    return { name, state: 'ok', saw: `${host} answers, in ${Math.round(answer.tookMs)} ms` };
}
/** Asks STS whose key it is: signed, free, and the same signature as a paid call's. */
export async function checkIdentity(key, { fetch, url }) {
    const { host } = new URL(url);
    try {
        const options = {
            ...key,
            endpoint: url,
            allowCustomEndpoint: true,
            version: STS_VERSION,
            fetch,
        };
        const answer = await createRpcClient({ ...options, timeoutMs: 10_000 }).call('GetCallerIdentity');
        const kind = printable(readText(answer['IdentityType'])) || 'somebody';
        const who = `${host} knows the key: ${kind} ${printable(readText(answer['Arn']))}`.trimEnd();
        if (kind !== 'Account')
            return { name: 'sts', state: 'ok', saw: who };
        const fix = 'use the key of a RAM user that may call SAF, and nothing else';
        return { name: 'sts', state: 'warning', saw: `${who}, who may do everything`, fix };
    }
    catch (error) {
        if (!isSafError(error))
            throw error;
        return { name: 'sts', state: 'wrong', ...explainRefusal(error, host) };
    }
}
/** The finding when there is no key to ask with. */
export const NOT_ASKED = {
    name: 'sts',
    state: 'warning',
    saw: 'not asked, without a key that could work',
    fix: 'put the key right first',
};
function explainRefusal(error, host) {
    const code = readErrorCode(error.cause);
    const why = code === undefined ? '' : ` (${printable(code)})`;
    switch (error.name) {
        case 'GatewayError': {
            const saw = `${host} refuses: ${printable(error.gatewayCode)}`;
            return { saw, fix: adviseGateway(error.gatewayCode) };
        }
        case 'SignatureError':
            return error.explanation.parameter === undefined
                ? { saw: `${host} knows the key, but not its secret`, fix: `check ${SECRET}: is it whole?` }
                : { saw: `${host} was sent something else than was signed`, fix: 'look for a proxy' };
        case 'TransportError':
            return {
                saw: `${host} gives no answer${why}`,
                fix: 'check the network, its firewall, and --sts-endpoint',
            };
        default: {
            const saw = `${host} answers HTTP ${error.status ?? 'nothing'}, but not as STS does`;
            return { saw, fix: 'check --sts-endpoint, and whether a proxy answers' };
        }
    }
}
function adviseGateway(gatewayCode) {
    if (gatewayCode.startsWith('InvalidAccessKeyId.Inactive'))
        return 'enable the key, or take another';
    if (gatewayCode.startsWith('InvalidAccessKeyId'))
        return `check ${ID}: was it deleted?`;
    if (gatewayCode === 'InvalidSecurityToken.Expired')
        return 'get a new temporary key';
    if (/SecurityToken/.test(gatewayCode))
        return `check ${TOKEN}: is it of this key?`;
    if (gatewayCode.startsWith('InvalidTimeStamp'))
        return "set this machine's clock";
    if (gatewayCode.startsWith('Throttling'))
        return 'wait a moment and try again';
    return "look the gateway's code up";
}
