/* @ts-self-types="./acs3-signature.d.ts" */
/**
 * ACS3-HMAC-SHA256, stage by stage, by the host's Web Crypto (`spec/saf-api.md` section 3.8).
 * Private to `acs3` and to the emulator.
 *
 * @module
 */
import { importHmacSha256 } from '../crypto/hmac-sha256.js';
import { hashSha256 } from '../crypto/sha256.js';
import { encodeText } from './core.js';
/** The algorithm's name, as the header `Authorization` and the string to sign begin. */
export const ALGORITHM = 'ACS3-HMAC-SHA256';
/** Prepares the HMAC key: the plain secret, without the `&` of version 1.0. */
export function prepareAcs3(accessKeySecret) {
    const hmac = importHmacSha256(encodeText(accessKeySecret));
    // A rejection belongs to the caller who awaits it, not to the host's unhandled hook.
    hmac.catch(() => { });
    return async (text) => writeHex(await (await hmac)(encodeText(text)));
}
/** Writes the string to sign: the algorithm, and the digest of the canonical request. */
export async function writeAcs3Text({ method, query, headers }) {
    const names = Object.keys(headers).sort();
    const lines = names.map((name) => `${name}:${headers[name]?.trim()}\n`).join('');
    const digest = headers['x-acs-content-sha256'];
    const request = [method, '/', query, lines, names.join(';'), digest].join('\n');
    return `${ALGORITHM}\n${await hashHex(encodeText(request))}`;
}
/** The SHA-256 of bytes in small hex digits. */
export async function hashHex(bytes) {
    return writeHex(await hashSha256(bytes));
}
function writeHex(bytes) {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
