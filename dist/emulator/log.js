/* @ts-self-types="./log.d.ts" */
import { readFormat } from './parameters.js';
/** Entries kept; older ones are dropped. */
export const MAX_LOG_ENTRIES = 1000;
/** Names kept of one request. */
const MAX_NAMES = 50;
/** Adds an entry, drops the oldest beyond the limit, and tells who listens. */
export function addEntry(log, entry, onRequest) {
    log.push(Object.freeze(entry));
    if (log.length > MAX_LOG_ENTRIES)
        log.shift();
    // A listener's failure, at once or later, is no answer of the gateway.
    const tell = async () => onRequest?.(entry);
    tell().catch(() => { });
}
/** Says what is known of a request and its answer, and no more than may be kept. */
export function describeRequest({ method, urlBytes, bodyBytes, params }, answer) {
    const show = (name, how) => {
        const value = params.get(name);
        return value ? how(value) : undefined;
    };
    return {
        method,
        action: show('Action', showName),
        service: show('Service', showName),
        format: readFormat(params) ?? 'XML',
        urlBytes,
        bodyBytes,
        parameters: [...params.keys()].slice(0, MAX_NAMES).map(showName).sort(),
        accessKeyId: show('AccessKeyId', maskKey),
        code: answer?.code,
        executed: answer?.executed ?? false,
    };
}
/** Shows a name as it is when it looks like one: an unencoded `&` turns data into names. */
function showName(name) {
    return /^[A-Za-z][\w.]{0,39}$/.test(name) ? name : '…';
}
/** Shows the start of a key's ID. */
function maskKey(accessKeyId) {
    return `${accessKeyId.slice(0, 4)}…`;
}
