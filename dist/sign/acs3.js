/* @ts-self-types="./acs3.d.ts" */
/**
 * `acs3`: the vendor's newer signature, ACS3-HMAC-SHA256, as a client's signer.
 * Exported by `saf-edge/acs3`.
 *
 * @module
 */
import { check, checkText } from './core.js';
import { formatTimestamp, isEpochMs } from '../core.js';
import { ALGORITHM, hashHex, prepareAcs3, writeAcs3Text } from './acs3-signature.js';
import { createFormEncoder } from './core.js';
/**
 * Signs the same calls with ACS3-HMAC-SHA256, which the vendor recommends for its products in
 * general; SAF's documents prescribe HMAC-SHA1, the default. What is asked for stays in the form;
 * action, version, key and signature travel in headers. It signs with the host's Web Crypto: the
 * option `hmac` is not used.
 *
 * @throws TypeError when the client is made: with a `format` other than JSON, since this signature
 *   has none; and in a page, since the gateway's CORS lets none of these headers pass.
 * @example
 * ```ts
 * import { createRpcClient } from 'saf-edge'
 * import { acs3 } from 'saf-edge/acs3'
 *
 * const ecs = createRpcClient({
 *   endpoint: 'https://ecs.aliyuncs.com',
 *   version: '2014-05-26',
 *   accessKeyId: 'id',
 *   accessKeySecret: 'secret',
 *   signer: acs3,
 *   fetch: async (_url, init) =>
 *     Response.json({ RequestId: new Headers(init?.headers).get('x-acs-action') }),
 * })
 * console.log((await ecs.call('DescribeRegions')).RequestId) // DescribeRegions
 * ```
 */
export const acs3 = ({ url, format }) => {
    if (format.name !== 'JSON') {
        throw new TypeError('"signer" acs3 gets its answers in JSON: leave "format" out');
    }
    if ('window' in globalThis && 'document' in globalThis) {
        throw new TypeError('"signer" acs3 needs headers that a page may not send to the gateway: leave "signer" out');
    }
    const { host } = new URL(url);
    const encode = createFormEncoder();
    let last;
    return async (spec, moment) => {
        const isGet = spec.method === 'GET';
        // The form ends with the empty signature of version 1.0, which is cut off.
        const form = encode(spec.params).finish('');
        const body = form.subarray(0, Math.max(0, form.length - '&Signature='.length));
        const sent = isGet ? new Uint8Array() : body;
        const headers = writeHeaders(spec, moment, await hashHex(sent));
        const { accessKeyId, accessKeySecret: secret } = moment.credentials;
        if (last?.secret !== secret)
            last = { secret, key: prepareAcs3(secret) };
        const { key } = last;
        const signed = { ...headers, host };
        const query = isGet ? new TextDecoder().decode(body) : '';
        const text = await writeAcs3Text({ method: isGet ? 'GET' : 'POST', query, headers: signed });
        const names = Object.keys(signed).sort().join(';');
        const authorization = `${ALGORITHM} Credential=${accessKeyId},SignedHeaders=${names},Signature=${await key(text)}`;
        return { headers: { ...headers, authorization }, body, stringToSign: () => text };
    };
};
/** The signed headers but for `host`, which `fetch` writes itself. */
function writeHeaders({ action, version, method }, { credentials, atEpochMs, nonce }, digest) {
    const { accessKeyId, securityToken } = credentials;
    check(isEpochMs(atEpochMs), 'platform.now', 'epoch milliseconds', atEpochMs);
    const texts = { accessKeyId, action, version, 'platform.nonce': nonce, securityToken };
    for (const [name, text] of Object.entries(texts)) {
        if (name === 'securityToken' && !text)
            continue;
        checkText(text, name);
        check(/^[!-~]+$/.test(text), name, 'ASCII text without spaces, as in a header', text);
    }
    return {
        ...(method === 'GET' ? undefined : { 'content-type': 'application/x-www-form-urlencoded' }),
        'x-acs-action': action,
        'x-acs-content-sha256': digest,
        'x-acs-date': formatTimestamp(atEpochMs),
        ...(securityToken ? { 'x-acs-security-token': securityToken } : undefined),
        'x-acs-signature-nonce': nonce,
        'x-acs-version': version,
    };
}
