/* @ts-self-types="./fingerprint.d.ts" */
/**
 * Names a record, and recognises what it was made for, without a subject, an Idempotency-Key or a
 * photo in it: only HMACs are kept.
 *
 * @module
 */
import { importHmacSha256 } from '../crypto/hmac-sha256.js';
/**
 * Computes both. The fingerprint is of the photos and the code, not of the body: a page that sends
 * its form again draws another boundary.
 */
export async function identifyRecord({ subject, idempotencyKey, secret }, { refFaceContent, authFaceContent, resourceCode }) {
    // A list in JSON: no two lists share a text, and HMAC takes no empty key.
    const root = await importHmacSha256(encodeList('saf-edge', secret));
    const name = await root(encodeList('name', subject, idempotencyKey));
    const mac = await importHmacSha256(await root(encodeList('body', subject, idempotencyKey)));
    const photos = await Promise.all([refFaceContent, authFaceContent].map(hashWith(mac)));
    const parts = [...photos, resourceCode];
    return { name: toHex(name), fingerprint: toHex(await mac(encodeList(...parts))) };
}
function hashWith(mac) {
    // why: photos are views of buffers that were read or decoded here, and those are not shared
    return async (photo) => toHex(await mac(photo));
}
function encodeList(...texts) {
    return new TextEncoder().encode(JSON.stringify(texts)); // why: never shared
}
function toHex(bytes) {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
