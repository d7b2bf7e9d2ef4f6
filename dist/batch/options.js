/* @ts-self-types="./options.d.ts" */
/**
 * What a batch is made of: checked once, defaulted once.
 *
 * @module
 */
import { check, checkObject, isObject, quote } from '../sign/core.js';
import { checkOneOf, readInteger, readTimeout } from '../core.js';
/** More characters than any number of an order or a person needs. */
const MAX_ID_LENGTH = 256;
/**
 * Checks what a batch is made of.
 *
 * @throws TypeError or RangeError naming what is wrong.
 */
export function readBatch(saf, source, options) {
    checkObject(options, 'options');
    const { batch = '', journal, order = 'completion', signal, timeoutMs } = options;
    check(typeof saf?.verifyFace === 'function', 'saf', 'client with verifyFace', saf);
    const isIterable = Symbol.asyncIterator in Object(source) || Symbol.iterator in Object(source);
    check(isIterable && typeof source === 'object', 'source', 'iterable of pairs', source);
    checkOneOf('order', order, ['completion', 'source']);
    check(typeof batch === 'string', 'batch', 'text', batch);
    if (journal !== undefined) {
        checkObject(journal, 'journal');
        check(typeof journal.append === 'function', 'journal.append', 'function', journal.append);
        check(typeof journal.read === 'function', 'journal.read', 'function', journal.read);
    }
    return {
        saf,
        source,
        concurrency: readInteger('concurrency', options.concurrency, 8),
        timeoutMs: readTimeout('timeoutMs', timeoutMs, undefined),
        order,
        signal,
        journal,
        batch,
    };
}
/**
 * Checks a pair as it comes from the source; its photos and its code are judged by the client.
 *
 * @throws TypeError naming the pair by its place.
 */
export function checkPair(pair, place) {
    const name = (field) => `source[${place}]${field}`;
    check(isObject(pair), name(''), 'pair with an id and two photos', pair);
    const { fingerprint, id } = pair;
    check(typeof id === 'string' && id !== '', name('.id'), 'text', id);
    const isFingerprint = fingerprint === undefined || typeof fingerprint === 'string';
    check(isFingerprint, name('.fingerprint'), 'text', fingerprint);
    for (const [field, text = ''] of [['id', id], ['fingerprint', fingerprint]]) {
        if (text.length <= MAX_ID_LENGTH)
            continue;
        const got = `got ${text.length}`;
        throw new TypeError(`${quote(name(`.${field}`))} expected at most ${MAX_ID_LENGTH} characters, ${got}`);
    }
}
