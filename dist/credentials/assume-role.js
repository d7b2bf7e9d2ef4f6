/* @ts-self-types="./assume-role.d.ts" */
/**
 * Assumes a role with a key. Exported by `saf-edge/credentials`.
 *
 * @module
 */
import { createRpcClient } from '../core.js';
import { readField } from '../read-field.js';
import { callSts } from './call-sts.js';
import { checkLength, readRole, STS_VERSION } from './role.js';
const ACTION = 'AssumeRole';
/**
 * Asks STS for the credentials of a role, at every call: give it to `cachedCredentials`. It is
 * free. Three attempts are made, whatever fails, each signed anew.
 *
 * @param options - The role, and a key that may assume it.
 * @returns A provider. It rejects with a `SafError` whose outcome is `not-executed`.
 * @throws TypeError or RangeError naming the option that is wrong.
 * @example
 * ```ts
 * import { assumeRole } from 'saf-edge/credentials'
 * import { createEmulator } from 'saf-edge/emulator'
 *
 * const role = assumeRole({
 *   ...createEmulator().client,
 *   roleArn: 'acs:ram::1234567890123456:role/edge',
 *   roleSessionName: 'docs',
 * })
 * const { accessKeyId, expiresAtEpochMs } = await role()
 * console.log(accessKeyId.startsWith('STS.'), expiresAtEpochMs > Date.now()) // true true
 * ```
 */
export function assumeRole(options) {
    const { params, timeoutMs, url } = readRole(options);
    const { credentials: base, externalId } = options;
    if (externalId !== undefined)
        checkLength(externalId, 'externalId', [2, 1224]);
    let isExpired = false;
    const askBase = (context) => {
        const forced = isExpired ? { forceRefresh: true } : context;
        isExpired = false;
        return base?.(forced); // why: the client asks only when it is a function
    };
    const client = createRpcClient({
        endpoint: url,
        version: STS_VERSION,
        allowCustomEndpoint: options.allowCustomEndpoint,
        accessKeyId: options.accessKeyId,
        accessKeySecret: options.accessKeySecret,
        securityToken: options.securityToken,
        credentials: typeof base === 'function' ? askBase : base,
        fetch: options.fetch,
        hmac: options.hmac,
        platform: options.platform,
        dangerouslyAllowBrowser: options.dangerouslyAllowBrowser,
        retry: false,
    });
    return () => callSts(ACTION, timeoutMs, async (limitMs) => {
        try {
            const request = { ...params, ExternalId: externalId };
            return await client.call(ACTION, request, { timeoutMs: limitMs });
        }
        catch (error) {
            if (readField(error, 'gatewayCode') === 'InvalidSecurityToken.Expired')
                isExpired = true;
            throw error;
        }
    });
}
