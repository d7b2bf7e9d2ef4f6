/* @ts-self-types="./mistaken-params.d.ts" */
/**
 * Known ways to sign other parameters than those that are sent, or in another order.
 * Private to `explainMismatch`.
 *
 * @module
 */
import { quote } from './core.js';
import { percentEncode } from './core.js';
import { compareBytes } from './core.js';
/** A date and time of ISO 8601 with a fraction of a second. */
const FRACTION = /(T\d{1,2}:\d\d:\d\d)[.,]\d+/;
/** Cuts the fraction of a second out of a timestamp. */
export function cutFraction(value) {
    return value.length > 64 ? value : value.replace(FRACTION, '$1');
}
/** Finds the timestamp among the parameters; older products spell it `TimeStamp`. */
export function findTimestamp(params) {
    return ['Timestamp', 'TimeStamp'].find((name) => Object.hasOwn(params, name));
}
/**
 * Lists the mistakes with parameters, the most frequent first.
 *
 * @param params - The parameters that are sent.
 * @param query - Their part of the right string to sign.
 */
export function* listParamVariants(params, query) {
    const pairs = readPairs(params, query);
    yield* listTimestamps(params, pairs, ['.000']);
    yield* listMissing(params, pairs);
    yield* listOrders(params, pairs);
    yield* listExtra(params, pairs);
    yield* listAltered(params, pairs);
}
/** Lists every other timestamp with milliseconds. */
export function listMilliseconds(params, query) {
    const fractions = Array.from({ length: 999 }, (_, at) => `.${String(at + 1).padStart(3, '0')}`);
    return listTimestamps(params, readPairs(params, query), fractions);
}
/** The pairs of a right string to sign stand in the order of their names. */
function readPairs(params, query) {
    const texts = query.split('%26');
    return Object.keys(params)
        .filter((name) => name !== 'Signature')
        .sort(compareBytes)
        .map((name, at) => ({ name, text: texts[at] ?? '' }));
}
function listTimestamps(params, pairs, fractions) {
    const name = findTimestamp(params);
    const value = name === undefined ? undefined : params[name];
    if (name === undefined || value === undefined)
        return [];
    const whole = cutFraction(value);
    const isWhole = whole === value;
    const others = isWhole ? fractions.map((part) => whole.replace(/Z?$/, `${part}$&`)) : [whole];
    return others.map((other) => ({
        ...edit('milliseconds', pairs, (all) => replace(all, writePair(name, other))),
        says: isWhole
            ? `the parameter ${quote(name)} was signed with milliseconds: cut them before signing`
            : `the parameter ${quote(name)} is sent with milliseconds: cut them`,
        parameter: name,
    }));
}
function* listMissing(params, pairs) {
    const leaveOut = (says, isLeft) => {
        const first = pairs.find(isLeft);
        if (!first)
            return [];
        const drop = (all) => all.filter((pair) => !isLeft(pair));
        return [{ ...edit('missing-parameter', pairs, drop), says, parameter: first.name }];
    };
    const isCommon = ({ name }) => COMMON.includes(name);
    yield* leaveOut('an empty parameter was sent and not signed: sign every parameter that is sent', ({ name }) => params[name] === '');
    for (const { name } of pairs) {
        const says = `the parameter ${quote(name)} was sent and not signed: sign it too`;
        yield* leaveOut(says, (pair) => pair.name === name);
    }
    yield* rare(leaveOut("the action's own parameters were not signed: sign query and form together", (pair) => !isCommon(pair)));
    yield* rare(leaveOut('the common parameters were not signed: sign query and form together', isCommon));
}
function listOrders(params, pairs) {
    const ranks = new Map(Object.keys(params).map((name, at) => [name, at]));
    const rank = ({ name }) => ranks.get(name) ?? 0;
    const orders = [
        (a, b) => rank(a) - rank(b),
        (a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()),
        (a, b) => compare(`${a.name}=`, `${b.name}=`),
        (a, b) => compare(a.name, b.name),
        (a, b) => compare(b.name, a.name),
        (a, b) => a.name.localeCompare(b.name),
    ];
    return orders.map((order, at) => ({
        ...edit('altered-parameter', pairs, (all) => [...all].sort(order)),
        says: 'the parameters were signed in another order: sort them by name in byte order',
        parameter: true,
        isRare: at > 0,
    }));
}
function listExtra(params, pairs) {
    const names = new Set(pairs.map(({ name }) => name));
    const extra = [...EXTRA, ['Signature', params['Signature'] ?? '']];
    return rare(extra
        .filter(([name]) => !names.has(name))
        .map(([name, value]) => ({
        ...edit('extra-parameter', pairs, (all) => insert(all, writePair(name, value))),
        says: name === 'Signature'
            ? 'the parameter "Signature" was signed: leave it out'
            : `the parameter ${quote(name)} was signed and is not among those sent: send it too`,
        parameter: name,
    })));
}
function* listAltered(params, pairs) {
    for (const { name } of pairs) {
        const value = params[name] ?? '';
        for (const [says, change] of CHANGES) {
            const other = change(value);
            if (other === undefined || other === value)
                continue;
            yield {
                ...edit('altered-parameter', pairs, (all) => replace(all, writePair(name, other))),
                says: `the parameter ${quote(name)} ${says}`,
                parameter: name,
                isRare: true,
            };
        }
    }
}
/** Common parameters (`spec/saf-api.md` section 3.1). */
// prettier-ignore
export const COMMON = [
    'AccessKeyId', 'Action', 'Format', 'RegionId', 'SecurityToken', 'SignatureMethod',
    'SignatureNonce', 'SignatureType', 'SignatureVersion', 'TimeStamp', 'Timestamp', 'Version',
];
/** What is signed and then not sent, by name and value. */
const EXTRA = [
    ['SignatureType', ''],
    ['SecurityToken', ''],
    ['SecurityToken', 'undefined'],
    ['SecurityToken', 'null'],
    ['SignatureMethod', 'HMAC-SHA1'],
    ['SignatureVersion', '1.0'],
    ['Format', 'JSON'],
    ['Format', 'XML'],
    ['RegionId', ''],
    ['RegionId', 'cn-hangzhou'],
    ['RegionId', 'ap-southeast-1'],
];
/** Changes that a value suffers between signing and sending. */
const CHANGES = [
    ['was empty when it was signed: sign what is sent', () => ''],
    ['was signed without the white space around it: sign what is sent', (value) => value.trim()],
    [
        'was signed with other line breaks: sign what is sent',
        (value) => value.replaceAll('\r\n', '\n'),
    ],
    ['was signed in another Unicode form: sign what is sent', (value) => value.normalize('NFC')],
    ['was signed in another Unicode form: sign what is sent', (value) => value.normalize('NFD')],
    ['was signed as JSON without spaces: sign what is sent', (value) => writeJson(value, false)],
    ['was signed as JSON with spaces: sign what is sent', (value) => writeJson(value, true)],
];
/** A string or a separator of JSON; written so that a long string is one step of the matcher. */
const JSON_TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[,:]/g;
const SPACED = { ',': ', ', ':': ': ' };
/** Writes JSON again: compactly, or with the spaces that Python's `json.dumps` puts between. */
function writeJson(value, hasSpaces) {
    if (!/^\s*[[{]/.test(value))
        return undefined;
    try {
        const compact = JSON.stringify(JSON.parse(value));
        return hasSpaces ? compact.replace(JSON_TOKEN, (token) => SPACED[token] ?? token) : compact;
    }
    catch {
        return undefined;
    }
}
function edit(mistake, pairs, change) {
    return {
        mistake,
        group: 'params',
        apply: (text) => ({
            ...text,
            query: change(pairs)
                .map((pair) => pair.text)
                .join('%26'),
        }),
    };
}
function rare(variants) {
    return variants.map((variant) => ({ ...variant, isRare: true }));
}
function writePair(name, value) {
    return { name, text: percentEncode(`${percentEncode(name)}=${percentEncode(value)}`) };
}
function replace(pairs, pair) {
    return pairs.map((each) => (each.name === pair.name ? pair : each));
}
function insert(pairs, pair) {
    return [...pairs, pair].sort((a, b) => compareBytes(a.name, b.name));
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
