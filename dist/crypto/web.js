/* @ts-self-types="./web.d.ts" */
/**
 * Computes HMAC-SHA1 with the host's Web Crypto.
 *
 * The key is imported as non-extractable. `webHmacSha1.prepare(key)` imports it once.
 *
 * @throws TypeError where the host has no `crypto.subtle`, as in a page that is not a secure
 *   context (plain http): use `nobleHmacSha1` from `saf-edge/noble` there.
 * @example
 * ```ts
 * import { webHmacSha1 } from 'saf-edge/sign'
 *
 * const text = new TextEncoder()
 * const mac = await webHmacSha1(text.encode('key'), text.encode('message'))
 * console.log(mac.length) // 20
 * ```
 */
export const webHmacSha1 = /* @__PURE__ */ Object.assign(async (key, message) => prepare(key)(message), { prepare });
function prepare(key) {
    const imported = importKey(key);
    // A rejection belongs to the caller who awaits it, not to the host's unhandled hook.
    imported.catch(() => { });
    return async (message) => {
        const ready = await imported;
        const bytes = asBufferSource(message);
        return new Uint8Array(await globalThis.crypto.subtle.sign('HMAC', ready, bytes));
    };
}
async function importKey(key) {
    const subtle = globalThis.crypto?.subtle;
    if (!subtle) {
        throw new TypeError('crypto.subtle is missing (no secure context?): use nobleHmacSha1 of saf-edge/noble');
    }
    // HMAC pads its key with zeros, so one zero byte is the empty key, which importKey refuses.
    const bytes = key.length ? asBufferSource(key) : new Uint8Array(1);
    return subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
}
/** Web Crypto copies what it is given; it refuses a shared buffer itself. */
function asBufferSource(bytes) {
    return bytes; // why: only a shared buffer differs, see above
}
