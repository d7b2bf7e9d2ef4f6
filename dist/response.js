/* @ts-self-types="./response.d.ts" */
/**
 * Reads what came back: an envelope, or the error it amounts to. Pure.
 *
 * @module
 */
import { jsonFormat, own } from './codec/json.js';
import { ResponseError, TransportError } from './errors.js';
import { readGatewayError, readOpaque } from './gateway.js';
/** What kept an answer from being read, and how it is told. */
const LOST = {
    redirect: ['ERR_SAF_REDIRECT', 'a redirect, which is never followed'],
    'too-large': ['ERR_SAF_TOO_LARGE', 'an answer larger than "maxResponseBytes"'],
    cut: ['ERR_SAF_BAD_RESPONSE', 'an unreadable or broken stream'],
    'no-response': ['ERR_SAF_BAD_RESPONSE', 'no Response from "fetch"'],
};
/** What a proof means: the outcome, in words, and what may follow. */
const PROOFS = {
    unsent: ['not-executed', 'no connection: nothing was sent', { kind: 'unsent' }],
    untrusted: ['not-executed', 'the certificate is not trusted: nothing was sent', undefined],
    nothing: ['unknown', 'the connection failed: the call may have run', { kind: 'ambiguous' }],
};
/** Reads what became of an attempt. */
export function readSent(sent, reading) {
    const { kind, status, error } = sent;
    if (kind === 'answer')
        return readAnswer(sent, reading);
    if (kind !== 'rejected') {
        const [code, message] = LOST[kind];
        return bad(code, message, { ...reading.facts, status, cause: error });
    }
    const proof = reading.readProof(error);
    const [outcome, message, again] = PROOFS[proof];
    const facts = { ...reading.facts, outcome, retryable: proof === 'unsent', cause: error };
    return { error: new TransportError('ERR_SAF_NETWORK', message, facts), again };
}
/** The failure of a call whose time ran out; `outcome` is that of what it waited for. */
export function timeoutFailure(facts, outcome) {
    const message = outcome === 'unknown'
        ? 'time ran out while waiting for the answer: the call may have run'
        : 'time ran out before the request was sent';
    const details = { ...facts, outcome, retryable: true };
    const error = new TransportError('ERR_SAF_TIMEOUT', message, details);
    return { error, again: { kind: 'ambiguous' } };
}
function readAnswer(raw, reading) {
    const { status, text } = raw;
    const parsed = parse(text, reading.format);
    if (parsed) {
        const { envelope, isError } = parsed;
        const code = own(envelope, 'Code');
        const isRefused = typeof code === 'string' &&
            (typeof own(envelope, 'HostId') === 'string' ||
                ((status < 200 || status > 299) && /\D/.test(code)));
        return isError || isRefused
            ? readGatewayError(envelope, raw, reading)
            : { value: { envelope, status, requestId: readOpaque(own(envelope, 'RequestId')) } };
    }
    // No answer of the API: only here does the HTTP status decide.
    if (status === 429)
        return readGatewayError({ Code: 'Throttling' }, raw, reading);
    const facts = { ...reading.facts, status };
    if (status === 413 || status === 414) {
        const message = `HTTP ${status}: the request is too large for the gateway, and did not run`;
        const details = { ...facts, outcome: 'not-executed' };
        return { error: new ResponseError('ERR_SAF_BAD_RESPONSE', message, details) };
    }
    const type = /^(text|application)\/(html|plain|xml|json)\b/.exec(raw.headers('content-type') ?? '')?.[0];
    const what = `HTTP ${status} with ${text.length} characters of ${type ?? 'unknown type'}`;
    return bad('ERR_SAF_BAD_RESPONSE', what, facts);
}
/** JSON is told by its brace, whatever was asked for: a paid answer is not lost for its dress. */
function parse(text, format) {
    try {
        return (/^\s*{/.test(text) ? jsonFormat : format).parse(text);
    }
    catch {
        return undefined;
    }
}
function bad(code, what, facts) {
    const message = `${what} instead of an answer: the call may have run`;
    return { error: new ResponseError(code, message, { ...facts, outcome: 'unknown' }) };
}
