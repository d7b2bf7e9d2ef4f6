/**
 * `saf-edge emulator`: the gateway on this machine, over HTTP.
 *
 * @module
 */
import { quote } from '../sign/core.js';
import { findNear, parseArguments, UsageError } from './arguments.js';
import { EXIT } from './command.js';
import { serve } from './http-server.js';
import { writeRequestLine } from './request-line.js';
import { onStop } from './stop.js';
import { readErrorCode } from './system-error.js';
import { printWelcome } from './welcome.js';
const OPTIONS = {
    port: { value: '<port>', help: 'port to listen on; 0 takes a free one (default 8787)' },
    host: { value: '<host>', help: 'address to listen on (default 127.0.0.1: this machine only)' },
    faults: { value: '<names>', help: 'what goes wrong, by name, with commas between' },
    'fault-rate': { value: '<share>', help: 'share of the calls that go wrong (default 1: all)' },
};
/** The names that `--faults` takes, but for the gateway's codes. */
const FAULTS = [
    ['on the way', 'latency slow-body stalled-body cut-body wrong-length network-error no-answer'],
    ['no API answer', 'html-500 html-502 html-503 html-504 empty redirect gzip-bomb'],
    ['in the answer', 'malformed xml data-object data-missing data-text'],
    ['by the gateway', 'throttling clock-skew sts-expiry api-502'],
];
/** The command. */
export const emulator = {
    name: 'emulator',
    summary: 'serve the emulated gateway on this machine (no account, no cost)',
    synopsis: 'emulator [options]',
    options: OPTIONS,
    sections: [
        [
            'Faults',
            [...FAULTS, ['', 'and every code of the gateway, such as InternalError or Forbidden.RAM']],
        ],
        ['Try it', [['saf-edge emulator --faults throttling,html-502 --fault-rate 0.3', '']]],
        [
            'Exit codes',
            [
                ['0', 'stopped by Ctrl+C or a signal to terminate'],
                ['2', 'called wrongly, or the port is taken'],
            ],
        ],
    ],
    run,
};
async function run(argv, { err, out }) {
    const given = parseArguments(argv, OPTIONS, 'saf-edge emulator');
    const { host = '127.0.0.1', port = '8787' } = given;
    const { testFaces } = await import('../emulator/index.js');
    const { client, fetch } = await startEmulator(given, (entry) => {
        out.line(writeRequestLine(entry, out));
    });
    const stopped = new Promise((resolve) => onStop(resolve));
    const server = await listen({ fetch, host, port: readPort(port) });
    if (!isLoopback(host)) {
        err.line(`${err.paint('yellow', '! Warning')}  ${quote(host)} may be reached from other machines, ` +
            'and everybody knows these keys: send no real photo here');
    }
    const { accessKeyId, accessKeySecret } = client;
    const faces = Object.keys(testFaces);
    printWelcome(out, { origin: server.origin, accessKeyId, accessKeySecret, faces });
    await stopped;
    await server.close();
    return EXIT.passed;
}
async function startEmulator(given, onRequest) {
    const { createEmulator } = await import('../emulator/index.js');
    const { faults, 'fault-rate': share } = given;
    const rate = readShare(share);
    if (faults === undefined) {
        if (share === undefined)
            return createEmulator({ onRequest });
        throw new UsageError('--fault-rate goes with --faults', 'say with --faults what goes wrong');
    }
    const kinds = faults.split(',').map((name) => name.trim()); // why: checked below
    for (const kind of kinds) {
        try {
            createEmulator({ faults: kind });
        }
        catch {
            throw unknownFault(faults, String(kind));
        }
    }
    return createEmulator({ onRequest, faults: { kinds, rate } });
}
function unknownFault(faults, name) {
    const names = FAULTS.flatMap(([, text]) => text.split(' '));
    const near = findNear(name, names);
    return new UsageError(`--faults ${quote(faults)} has a name that is unknown: ${quote(name)}`, `${near === undefined ? '' : `did you mean ${near}? `}see saf-edge emulator --help`);
}
async function listen(options) {
    const { host, port } = options;
    try {
        return await serve(options);
    }
    catch (error) {
        const code = readErrorCode(error);
        if (code === 'EADDRINUSE') {
            throw new UsageError(`port ${port} is taken`, 'use --port 0 for a free one');
        }
        if (code === 'EACCES') {
            throw new UsageError(`port ${port} is reserved by the system`, 'use --port 0 for a free one');
        }
        throw new UsageError(`cannot listen on ${quote(host)} (${code ?? 'unknown'})`, 'leave --host out');
    }
}
function readPort(text) {
    const port = /^\d{1,5}$/.test(text) ? Number(text) : Infinity;
    if (port > 65_535)
        throw new UsageError('--port expected 0 to 65535', 'use --port 8787');
    return port;
}
function readShare(text = '1') {
    const share = /^\d(\.\d+)?$/.test(text) ? Number(text) : Infinity;
    if (share > 1)
        throw new UsageError('--fault-rate expected 0 to 1', 'use --fault-rate 0.1');
    return share;
}
function isLoopback(host) {
    return /^(127(\.\d+){3}|localhost|::1)$/.test(host);
}
