/* @ts-self-types="./index.d.ts" */
import { readField } from '../read-field.js';
import { readText } from './body.js';
/**
 * Sends one POST.
 *
 * @throws The deadline's `signal.reason` when it ends first: before the headers, or in the body.
 */
export async function sendOnce(attempt) {
    const { fetch: given, url, headers, body, deadline, onHeaders } = attempt;
    const { race, signal } = deadline;
    deadline.throwIfOver();
    let response;
    let work;
    try {
        const init = { method: 'POST', headers, body, redirect: 'manual', signal };
        // Called late and bare: a stored host fetch throws "Illegal invocation" on workerd.
        work = given ? given(url, init) : globalThis.fetch(url, init);
        response = await race(work);
    }
    catch (error) {
        if (!signal.aborted)
            return { kind: 'rejected', error };
        // A fetch that ignores its signal answers late: its body is let go.
        Promise.resolve(work)
            .then((late) => late?.body?.cancel())
            .catch(ignore);
        throw signal.reason;
    }
    onHeaders?.();
    return isResponse(response) ? readAll(response, attempt) : { kind: 'no-response' };
}
async function readAll(response, { deadline, maxBytes }) {
    const { status } = response;
    if (isRedirect(response)) {
        response.body?.cancel().catch(ignore);
        return { kind: 'redirect', status };
    }
    try {
        const text = await readText(response, maxBytes, deadline);
        if (text === undefined)
            return { kind: 'too-large', status };
        return { kind: 'answer', status, headers: (name) => response.headers.get(name), text };
    }
    catch (error) {
        if (deadline.signal.aborted)
            throw deadline.signal.reason;
        return { kind: 'cut', status, error };
    }
}
function ignore() { }
/** A response of any realm, or of a stand-in: what is used of it must be there. */
function isResponse(value) {
    return typeof readField(value, 'status') === 'number' && readField(value, 'headers') !== undefined;
}
/** A browser hides a redirect as an opaque answer with status 0. */
function isRedirect({ status, type }) {
    return type === 'opaqueredirect' || (status >= 300 && status < 400);
}
