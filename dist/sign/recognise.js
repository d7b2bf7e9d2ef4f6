/* @ts-self-types="./recognise.d.ts" */
/**
 * Recognises a wrong signature by making the known mistakes. Private to `explainMismatch`.
 *
 * @module
 */
import { encodeBase64 } from './core.js';
import { readSignature } from './given-signature.js';
import { listMilliseconds, listParamVariants } from './mistaken-params.js';
import { GROUPS, joinText, listKeyVariants, listMethodVariants, listTextVariants, } from './mistaken-text.js';
import { findOffset, findParameter } from './offset.js';
import { encodeText } from './core.js';
/**
 * HMACs made at most for one signature. A usual request needs fewer than 2500 when nothing fits;
 * requests with hundreds of parameters stop here.
 */
const MAX_HMACS = 4000;
/** Bytes signed at most, 512 MiB: a text with photos has millions, and the commonest come first. */
const MAX_BYTES = 536_870_912;
/** Each millisecond of a second is tried while the text has no more characters than this. */
const MAX_MILLISECONDS_LENGTH = 16_384;
/** Says which mistake, or which two, give the signature; `none` when it is the right one. */
export async function recognise(request) {
    const { base64, flaw } = readSignature(request.signature);
    if (base64 === undefined) {
        return { mistake: 'unknown', message: flaw?.says ?? 'the signature cannot be read' };
    }
    const attempts = createAttempts(request, base64);
    const match = await search(request, attempts);
    if (!match)
        return { mistake: 'unknown', message: attempts.describe() };
    return describeMatch(request.text, match, flaw);
}
function createAttempts({ accessKeySecret, hmac }, wanted) {
    const prepared = new Map();
    let [hmacs, bytes] = [0, 0];
    const prepare = (key) => {
        const keyBytes = encodeText(key);
        const ready = prepared.get(key) ?? hmac.prepare?.(keyBytes) ?? ((text) => hmac(keyBytes, text));
        prepared.set(key, ready);
        return ready;
    };
    const isSpent = () => hmacs >= MAX_HMACS || bytes >= MAX_BYTES;
    return {
        isSpent,
        async fits({ key, text }) {
            const message = encodeText(joinText(text));
            hmacs++;
            bytes += message.length;
            const ready = prepare(key?.key ?? `${accessKeySecret}&`);
            return encodeBase64(await ready(message)) === wanted;
        },
        describe() {
            const more = isSpent() ? ', the commonest only' : '';
            return (`none of ${hmacs} ways to sign these parameters with this secret gives the signature ` +
                `(keys, methods, encodings, parameters left out${more}): it was made with another secret ` +
                "or of other values; the gateway's message tells which");
        },
    };
}
async function search(request, attempts) {
    for (const candidate of listCandidates(request)) {
        if (attempts.isSpent())
            return undefined;
        if (await attempts.fits(candidate))
            return candidate;
    }
    return undefined;
}
/** Lists the right way, then single mistakes, then two at once, then every millisecond. */
function* listCandidates(request) {
    const { accessKeySecret, params, text } = request;
    const keys = listKeyVariants(accessKeySecret, params['AccessKeyId']);
    yield { variants: [], text };
    for (const key of keys)
        if (!key.isRare)
            yield { key, variants: [], text };
    const frequent = [];
    for (const variant of listSingles(request)) {
        const made = variant.apply(text);
        if (isSame(made, text))
            continue;
        yield { variants: [variant], text: made };
        if (!variant.isRare)
            frequent.push(variant);
    }
    for (const key of keys)
        if (key.isRare)
            yield { key, variants: [], text };
    for (const key of keys) {
        if (key.isRare)
            continue;
        for (const variant of frequent)
            yield { key, variants: [variant], text: variant.apply(text) };
    }
    yield* listPairs(text, frequent);
    if (text.query.length > MAX_MILLISECONDS_LENGTH)
        return;
    for (const variant of listMilliseconds(params, text.query)) {
        yield { variants: [variant], text: variant.apply(text) };
    }
}
function* listSingles({ params, text }) {
    const methods = listMethodVariants(text.method);
    yield* methods.filter(({ isRare }) => !isRare);
    yield* listTextVariants();
    yield* listParamVariants(params, text.query);
    yield* methods.filter(({ isRare }) => isRare);
}
/** Lists two mistakes at once, each pair made in the order in which a program makes them. */
function* listPairs(text, variants) {
    for (const [at, b] of variants.entries()) {
        for (const a of variants.slice(0, at)) {
            if (a.group === b.group)
                continue;
            const isInOrder = GROUPS.indexOf(a.group) < GROUPS.indexOf(b.group);
            const [first, second] = isInOrder ? [a, b] : [b, a];
            // Not kept from one pair to the next: the texts of a request with photos would fill memory.
            const once = first.apply(text);
            const twice = second.apply(once);
            if (!isSame(once, twice))
                yield { variants: [a, b], text: twice };
        }
    }
}
function isSame(a, b) {
    return a.method === b.method && a.path === b.path && a.query === b.query;
}
function describeMatch(right, { key, text, variants }, flaw) {
    const [first] = variants;
    const parts = [...variants, ...(key ? [key] : []), ...(flaw ? [flaw] : [])];
    const [named] = parts;
    if (!named) {
        return {
            mistake: 'none',
            message: 'the signature is right for these parameters and this secret: check that these are sent',
        };
    }
    const message = parts.map(({ says }) => says).join('; and ');
    if (!first) {
        return { mistake: named.mistake, message, ...(key ? {} : { parameter: 'Signature' }) };
    }
    const offset = findOffset(joinText(right), joinText(text));
    const parameter = first.parameter === true ? findParameter(joinText(right), offset) : first.parameter;
    return {
        mistake: first.mistake,
        message,
        ...(parameter === undefined ? {} : { parameter }),
        offset,
    };
}
