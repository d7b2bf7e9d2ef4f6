/* @ts-self-types="./parameters.d.ts" */
/**
 * Reads the parameters of a query or a form, strictly: what a gateway could read in two ways is
 * refused.
 *
 * @module
 */
/** Parameters of one request; more are refused, as application servers do. */
const MAX_PARAMS = 10_000;
/**
 * Adds the pairs of a query or form to `into`. A name that comes twice, in one place or in query and
 * form together, is refused: the vendor does not say which of them counts
 * (`spec/saf-api.md` section 3.2).
 *
 * @returns The name of the first parameter that comes twice or is not percent-encoded UTF-8;
 *   undefined when all of them are good. The others are read all the same.
 */
export function parsePairs(text, into) {
    let bad;
    let count = 0;
    // Not split at once: a hostile text would become millions of pairs.
    for (let at = 0, end = 0; at < text.length; at = end + 1) {
        end = text.indexOf('&', at);
        if (end < 0)
            end = text.length;
        if (end === at)
            continue;
        if (++count > MAX_PARAMS)
            return bad ?? '';
        const pair = text.slice(at, end);
        const equals = pair.indexOf('=');
        const name = decode(equals < 0 ? pair : pair.slice(0, equals));
        const value = decode(equals < 0 ? '' : pair.slice(equals + 1));
        if (name === undefined || value === undefined || into.has(name))
            bad ??= name ?? '';
        else
            into.set(name, value);
    }
    return bad;
}
/**
 * Writes a form's bytes as ASCII: a bare byte means the same as its `%XX`, also when both make up
 * one character together. In bytes, since a text of eight million pieces takes seconds.
 */
export function readAscii(bytes) {
    const bare = bytes.reduce((count, byte) => count + (byte >> 7), 0);
    const ascii = new Uint8Array(bytes.length + 2 * bare);
    let at = 0;
    for (const byte of bytes) {
        if (byte < 0x80) {
            ascii[at++] = byte;
        }
        else {
            ascii[at++] = 0x25;
            ascii[at++] = writeHex(byte >> 4);
            ascii[at++] = writeHex(byte & 15);
        }
    }
    return new TextDecoder().decode(ascii);
}
function writeHex(digit) {
    return digit < 10 ? 0x30 + digit : 0x37 + digit;
}
function decode(text) {
    try {
        return decodeURIComponent(text.replaceAll('+', ' '));
    }
    catch {
        return undefined;
    }
}
/**
 * Reads `Format` in any letter case, as the gateway does (the vendor's newer Node SDK writes
 * `json`); XML when it is absent, undefined when it is neither.
 */
export function readFormat(params) {
    const format = (params.get('Format') ?? 'XML').toUpperCase();
    return format === 'JSON' || format === 'XML' ? format : undefined;
}
