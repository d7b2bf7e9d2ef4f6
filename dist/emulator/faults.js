/* @ts-self-types="./faults.d.ts" */
/**
 * Faults of the way back: the operation ran, or did not, and its answer arrives like this.
 *
 * @module
 */
import { decodeText } from '../core.js';
import { writePage } from './pages.js';
import { sleep, untilAborted } from './wait.js';
/** Parts of a slow body, and the milliseconds between them. */
const SLOW = { parts: 8, waitMs: 50 };
/** A bomb's size in chunks of 64 KiB: 256 MiB, of which gzip makes 0.3 MB. */
const BOMB_CHUNKS = 4096;
/** What each fault does. */
export const FAULTS = {
    'html-500': { send: (_, scene) => sendPage(500, scene) },
    'html-502': { send: (_, scene) => sendPage(502, scene) },
    'html-503': { send: (_, scene) => sendPage(503, scene) },
    'html-504': { send: (_, scene) => sendPage(504, scene) },
    /** Status 200 and no body. */
    empty: { send: ({ headers }) => new Response('', { headers }) },
    /** A JSON or XML text that stops in the middle, sent completely. */
    malformed: { send: (wire) => sendWire({ ...wire, text: half(wire.text) }) },
    'data-object': {
        change: (answer) => withData(answer, (data) => (typeof data === 'string' ? decodeText(data) : data)),
    },
    'data-missing': { change: (answer) => withData(answer, () => undefined) },
    'data-text': { change: (answer) => withData(answer, () => 'this is no JSON {') },
    /** XML, whatever was asked for. */
    xml: { change: (answer) => ({ ...answer, format: 'XML' }) },
    /** Half of the body, then the connection drops. */
    'cut-body': { send: (wire) => sendParts(wire, [half(wire.text), cut]) },
    /** The body in small parts, with waits between them. */
    'slow-body': { send: (wire, { signal }) => sendParts(wire, splitSlowly(wire.text, signal)) },
    /** Half of the body, then nothing, until the caller gives up. */
    'stalled-body': {
        send: (wire, { signal }) => sendParts(wire, [half(wire.text), () => waitForAbort(signal)]),
    },
    /** Announces more bytes than come. */
    'wrong-length': {
        send: (wire) => {
            const length = String(new TextEncoder().encode(wire.text).length + 512);
            return sendParts({ ...wire, headers: { ...wire.headers, 'content-length': length } }, [
                wire.text,
                cut,
            ]);
        },
    },
    /** 256 MiB, made as they are read. */
    'gzip-bomb': { send: sendBomb },
    redirect: {
        send: () => new Response(null, { status: 307, headers: { location: 'https://elsewhere.invalid/' } }),
    },
    /** The connection drops before any answer. */
    'network-error': { send: cut },
    /** No answer comes until the caller gives up. */
    'no-answer': { send: (_, { signal }) => waitForAbort(signal) },
};
/** Tells the name of a fault. */
export function isFaultName(name) {
    return Object.hasOwn(FAULTS, name);
}
/** Finds a fault. */
export function findFault(name) {
    return FAULTS[name];
}
/** Sends an answer as it is. */
export function sendWire({ status, headers, text }) {
    return new Response(text, { status, headers });
}
/** Sends a body part by part; a part that throws drops the connection. */
function sendParts({ status, headers }, parts) {
    const queue = [...parts];
    const body = new ReadableStream({
        async pull(controller) {
            const part = queue.shift();
            if (part === undefined)
                return controller.close();
            const text = typeof part === 'string' ? part : await part();
            controller.enqueue(new TextEncoder().encode(text));
        },
    });
    return new Response(body, { status, headers });
}
function splitSlowly(text, signal) {
    const size = Math.ceil(text.length / SLOW.parts);
    return Array.from({ length: SLOW.parts }, (_, at) => async () => {
        await sleep(SLOW.waitMs, signal);
        return text.slice(at * size, (at + 1) * size);
    });
}
function sendBomb({ status, headers }) {
    let left = BOMB_CHUNKS;
    const body = new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode('{"Message":"')),
        pull(controller) {
            if (left-- > 0)
                controller.enqueue(new Uint8Array(65_536).fill(0x20));
            else
                controller.close();
        },
    });
    return new Response(body, { status, headers: { ...headers, 'content-encoding': 'gzip' } });
}
function sendPage(status, { atEpochMs }) {
    return sendWire(writePage(status, atEpochMs));
}
/** What a host's fetch says when a connection drops. */
function cut() {
    throw new TypeError('fetch failed: the emulator dropped the connection');
}
function waitForAbort(signal) {
    return untilAborted(new Promise(() => { }), signal);
}
function half(text) {
    return text.slice(0, Math.floor(text.length / 2));
}
/** Answers without Data stay as they are. */
function withData(answer, change) {
    const { Data, ...fields } = answer.fields;
    if (Data === undefined)
        return answer;
    const changed = change(Data);
    return { ...answer, fields: changed === undefined ? fields : { Data: changed, ...fields } };
}
