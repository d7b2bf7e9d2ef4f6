/* @ts-self-types="./headers.d.ts" */
/**
 * The headers of the gateway's answers, CORS by the year in which it was seen
 * (`spec/endpoints.json`, `spec/saf-api.md` section 4).
 *
 * @module
 */
/**
 * Answers to preflights carry the same headers. None of 2025's was seen, so there a page passes with
 * simple requests only: the form body and no header of its own.
 */
export const PROFILES = {
    '2017': {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'POST, GET, OPTIONS',
        'access-control-allow-headers': 'X-Requested-With, X-Sequence, _aop_secret, _aop_signature',
        'access-control-max-age': '172800',
    },
    '2022': {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'POST, GET, OPTIONS, PUT, DELETE',
        'access-control-allow-headers': 'X-Requested-With, X-Sequence, _aop_secret, _aop_signature, x-acs-action, x-acs-version, x-acs-date, Content-Type',
        'access-control-max-age': '172800',
    },
    '2025': { 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' },
    off: {},
};
/** Writes the headers of an answer of the API. */
export function writeHeaders(facts) {
    const { format, requestId, traceId, atEpochMs, corsProfile, retryAfterMs } = facts;
    return {
        'content-type': `${format === 'JSON' ? 'application/json' : 'text/xml'};charset=utf-8`,
        date: writeDate(atEpochMs),
        'x-acs-request-id': requestId,
        'x-acs-trace-id': traceId,
        ...PROFILES[corsProfile],
        ...(retryAfterMs === undefined ? undefined : { 'x-acs-retry-after': String(retryAfterMs) }),
    };
}
/** Writes the `date` header (RFC 9110 section 5.6.7). */
export function writeDate(atEpochMs) {
    return new Date(atEpochMs).toUTCString();
}
