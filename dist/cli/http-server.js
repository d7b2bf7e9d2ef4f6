/**
 * Serves a function of Request and Response over HTTP, with `node:http`: Bun and Deno have it too.
 *
 * @module
 */
import { Buffer } from 'node:buffer';
import { createServer } from 'node:http';
import { isIPv6 } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
/** Node's own 16 KiB would refuse a long URL with 431 before the gateway can say 414. */
const MAX_HEADER_BYTES = 2 ** 24;
/** How long the gateway keeps an idle connection (`spec/saf-api.md` section 3.5). */
const KEEP_ALIVE_MS = 25_000;
/** Bytes of a body that are kept: more than any gateway accepts, so that it can say 413. */
const MAX_BODY_BYTES = 2 ** 24;
/**
 * Starts to serve.
 *
 * @throws The system's error when the port is taken or the host is not this machine's.
 */
export async function serve(options) {
    const limits = { maxHeaderSize: MAX_HEADER_BYTES, keepAliveTimeout: KEEP_ALIVE_MS };
    const server = createServer(limits, (request, response) => {
        void answer(request, response, options);
    });
    const { host, port } = options;
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, resolve);
    });
    return {
        origin: `http://${writeHost(host)}:${readPort(server)}`,
        close: () => new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
        }),
    };
}
async function answer(incoming, outgoing, { fetch }) {
    const gone = new AbortController();
    outgoing.on('close', () => gone.abort());
    try {
        const request = toRequest(incoming, await readBody(incoming), gone.signal);
        if (!request) {
            outgoing.writeHead(400, { connection: 'close' }).end();
            return;
        }
        await send(await fetch(request), outgoing, incoming.method === 'HEAD');
    }
    catch {
        // The gateway broke off on purpose, or the caller went away: either way the line goes dead.
        hangUp(incoming, outgoing);
    }
}
/** Ends the line in the middle of an answer; what was sent of it still gets there. */
function hangUp({ socket }, { headersSent }) {
    if (headersSent)
        socket.end(() => socket.destroy());
    else
        socket.destroy();
}
/** Reads a body to its end, so that the caller gets to read the answer, and keeps its start. */
async function readBody(incoming) {
    const chunks = [];
    let size = 0;
    for await (const chunk of incoming) {
        if (size > MAX_BODY_BYTES)
            continue;
        chunks.push(chunk); // why: a stream without an encoding gives bytes
        size += chunk.length; // why: as above
    }
    return Buffer.concat(chunks);
}
/** Writes a request in the platform's own terms; undefined when it cannot be said in them. */
function toRequest(incoming, body, signal) {
    const { headers: given, method = 'GET', url = '/' } = incoming;
    const headers = new Headers();
    try {
        for (const [name, value] of Object.entries(given)) {
            if (value !== undefined)
                headers.set(name, String(value));
        }
        const address = url.startsWith('/') ? `http://${given.host ?? 'localhost'}${url}` : url;
        const hasBody = method !== 'GET' && method !== 'HEAD';
        if (!hasBody)
            headers.delete('content-length');
        return new Request(address, { method, headers, signal, ...(hasBody ? { body } : {}) });
    }
    catch {
        return undefined;
    }
}
async function send(response, outgoing, isHead) {
    const { body, headers, status } = response;
    outgoing.writeHead(status, Object.fromEntries(headers));
    if (!body || isHead) {
        outgoing.end();
        return;
    }
    outgoing.flushHeaders();
    // why: the same class; Node's types and the platform's differ in name only
    const decoded = Readable.fromWeb(body);
    // A Response of `fetch` is decoded, whatever its header says.
    const isGzip = headers.get('content-encoding') === 'gzip';
    const way = isGzip ? [decoded, createGzip(), outgoing] : [decoded, outgoing];
    await pipeline(way, { end: false });
    outgoing.end();
}
function readPort(server) {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
}
/** What listens everywhere is called on this machine. */
function writeHost(host) {
    if (host === '0.0.0.0' || host === '::')
        return '127.0.0.1';
    return isIPv6(host) ? `[${host}]` : host;
}
