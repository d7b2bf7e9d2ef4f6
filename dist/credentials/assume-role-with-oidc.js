/* @ts-self-types="./assume-role-with-oidc.d.ts" */
/**
 * Assumes a role with the token of an identity provider: no key at all. Exported by
 * `saf-edge/credentials`.
 *
 * @module
 */
import { check } from '../sign/core.js';
import { systemPlatform } from '../core.js';
import { callSts } from './call-sts.js';
import { checkArn, checkLength, readRole } from './role.js';
import { sendUnsigned } from './send-unsigned.js';
const ACTION = 'AssumeRoleWithOIDC';
/**
 * Exchanges the token of an identity provider, of a cluster or a build service, for the credentials
 * of a role, at every call: give it to `cachedCredentials`. The request is not signed, and free.
 * Three attempts are made, whatever fails.
 *
 * @param options - The role, and a token whose bearer may assume it.
 * @returns A provider. It rejects with a `SafError` whose outcome is `not-executed`, or with what
 *   `oidcToken` rejects with; with a TypeError for a token that is none.
 * @throws TypeError or RangeError naming the option that is wrong.
 * @example
 * ```ts
 * import { assumeRoleWithOidc } from 'saf-edge/credentials'
 * import { createEmulator } from 'saf-edge/emulator'
 *
 * const { endpoint, allowCustomEndpoint, fetch } = createEmulator().client
 * const role = assumeRoleWithOidc({
 *   endpoint,
 *   allowCustomEndpoint,
 *   fetch,
 *   roleArn: 'acs:ram::1234567890123456:role/edge',
 *   roleSessionName: 'docs',
 *   oidcProviderArn: 'acs:ram::1234567890123456:oidc-provider/pods',
 *   oidcToken: async () => 'header.e30.signature',
 * })
 * console.log((await role()).accessKeyId.startsWith('STS.')) // true
 * ```
 */
export function assumeRoleWithOidc(options) {
    const { params, timeoutMs, url } = readRole(options);
    const { fetch, oidcProviderArn, oidcToken, platform = systemPlatform } = options;
    checkArn(oidcProviderArn, 'oidcProviderArn', 'oidc-provider');
    const { now, nonce } = Object(platform);
    for (const [name, value] of Object.entries({
        'platform.now': now,
        'platform.nonce': nonce,
        fetch: fetch ?? now,
    })) {
        check(typeof value === 'function', name, 'function', value);
    }
    if (typeof oidcToken !== 'function')
        checkToken(oidcToken);
    const sender = {
        url,
        fetch,
        platform,
        params: { ...params, Action: ACTION, OIDCProviderArn: oidcProviderArn },
        async readSecrets() {
            const token = typeof oidcToken === 'function' ? await oidcToken() : oidcToken;
            checkToken(token);
            return { OIDCToken: token };
        },
        skewMs: 0,
    };
    return () => callSts(ACTION, timeoutMs, (limitMs) => sendUnsigned(sender, limitMs));
}
/** Checks a token without ever showing it; files that hold one may end in a line break. */
function checkToken(token) {
    checkLength(token, 'oidcToken', [4, 20_000]);
    check(!/[\s\p{C}]/u.test(token), 'oidcToken', 'text without white space or line breaks', token);
}
