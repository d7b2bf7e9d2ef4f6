/* @ts-self-types="./acs3.d.ts" */
/**
 * Requests signed with ACS3-HMAC-SHA256: what version 1.0 has in parameters, they have in headers
 * (`spec/saf-api.md` section 3.8).
 *
 * @module
 */
import { ALGORITHM, hashHex, writeAcs3Text } from '../sign/acs3-signature.js';
import { canonicalize } from '../sign/core.js';
import { parsePairs } from './parameters.js';
/** Reads key, signed headers and signature; undefined for a request of version 1.0. */
export function readClaim(headers) {
    const [name, ...parts] = headers.get('authorization')?.split(/[ ,]+/) ?? [];
    return name === ALGORITHM
        ? ['Credential=', 'SignedHeaders=', 'Signature='].map((start) => parts.find((part) => part.startsWith(start))?.slice(start.length))
        : undefined;
}
/**
 * Adds what the headers say to the parameters, under the names of version 1.0.
 *
 * @returns A name that comes as a parameter too.
 */
export function liftHeaders(headers, into) {
    const claim = readClaim(headers);
    const lifted = {
        Format: 'JSON',
        Action: headers.get('x-acs-action'),
        Version: headers.get('x-acs-version'),
        AccessKeyId: claim?.[0],
        Signature: claim?.[2],
        SignatureMethod: ALGORITHM,
        SignatureVersion: '1.0',
        SignatureNonce: headers.get('x-acs-signature-nonce'),
        Timestamp: headers.get('x-acs-date'),
        SecurityToken: headers.get('x-acs-security-token'),
    };
    let twice;
    for (const [name, value] of claim ? Object.entries(lifted) : []) {
        if (into.has(name))
            twice = name;
        if (value)
            into.set(name, value);
    }
    return twice;
}
/** Writes the string to sign as the gateway sees it; empty when a header is left unsigned. */
export async function readAcs3Text({ method, url, headers, body }, [, signed = '']) {
    const names = signed.split(';');
    const all = {};
    for (const [name, value] of [...headers, ['host', url.host]]) {
        if (names.includes(name))
            all[name] = value;
        else if (/^(x-acs-.*|content-type|host)$/.test(name))
            return '';
    }
    // Its own digest: a body that was changed on its way has another one than the header says.
    all['x-acs-content-sha256'] = await hashHex(new Uint8Array(body));
    const pairs = new Map();
    parsePairs(url.search.slice(1), pairs);
    const query = canonicalize(Object.fromEntries(pairs));
    return writeAcs3Text({ method, query, headers: all });
}
