/* @ts-self-types="./arrival.d.ts" */
/**
 * Takes a request as `fetch` is given it, and reads what the gateway would see.
 *
 * @module
 */
import { liftHeaders } from './acs3.js';
import { parsePairs, readAscii } from './parameters.js';
import { untilAborted } from './wait.js';
/** Finds the signal that a `fetch` call listens to. */
export function findSignal(input, init) {
    if (init?.signal !== undefined)
        return init.signal ?? undefined;
    return typeof input === 'object' && 'signal' in input ? input.signal : undefined;
}
/**
 * Reads a request.
 *
 * @throws TypeError when the host's `Request` refuses the arguments, as its `fetch` would; the
 *   signal's reason on abort.
 */
export async function readArrival(request, limits, signal) {
    const { method, headers } = request;
    const url = new URL(request.url);
    const urlBytes = url.pathname.length + url.search.length;
    const params = new Map();
    const arrival = { method, url, headers, urlBytes, params, badParam: undefined };
    if (urlBytes > limits.maxUrlBytes)
        return { ...arrival, ...NO_BODY, page: 414 };
    const read = await readBody(request, limits.maxBodyBytes, signal);
    const { body, page } = read;
    if (page !== undefined)
        return { ...arrival, ...read };
    const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i;
    const form = isForm.test(headers.get('content-type') ?? '') ? readAscii(body) : '';
    const [inQuery, inForm] = [url.search.slice(1), form].map((text) => parsePairs(text, params));
    const badParam = inQuery ?? inForm ?? liftHeaders(headers, params);
    return { ...arrival, ...read, badParam };
}
const NO_BODY = { body: /* @__PURE__ */ new Uint8Array(), bodyBytes: 0, page: undefined };
/** Takes both forms of a `fetch` call. The signal stays outside: a Request would hold on to it. */
export function readRequest(input, init) {
    const { method, headers, body } = init ?? {};
    const parts = { signal: null };
    if (method !== undefined)
        parts.method = method;
    if (headers !== undefined)
        parts.headers = headers;
    if (body !== undefined && body !== null) {
        parts.body = body;
        // A body that is a stream asks for it.
        parts.duplex = 'half';
    }
    return new Request(input, parts);
}
/** Reads the body up to the limit; there is a page for one that is larger, or breaks off. */
async function readBody(request, maxBytes, signal) {
    if (request.body === null)
        return NO_BODY;
    const chunks = [];
    let size = 0;
    try {
        // Firefox has no Request.body, but arrayBuffer().
        const reader = (request.body ?? new Response(await request.arrayBuffer()).body)?.getReader();
        while (reader) {
            const { done, value } = await untilAborted(reader.read(), signal);
            if (done)
                break;
            size += value.byteLength;
            if (size > maxBytes) {
                reader.cancel().catch(() => { });
                return { ...NO_BODY, bodyBytes: size, page: 413 };
            }
            chunks.push(value);
        }
    }
    catch (error) {
        if (signal?.aborted)
            throw error;
        return { ...NO_BODY, bodyBytes: size, page: 400 };
    }
    return { body: joinChunks(chunks, size), bodyBytes: size, page: undefined };
}
function joinChunks(chunks, size) {
    const [only] = chunks;
    if (only && chunks.length === 1)
        return only;
    const bytes = new Uint8Array(size);
    let at = 0;
    for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
    }
    return bytes;
}
