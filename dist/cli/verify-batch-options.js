/**
 * What `saf-edge verify-batch` was asked for.
 *
 * @module
 */
import { extname } from 'node:path';
import { quote } from '../sign/core.js';
import { parseArguments, requireOptions, takeWord, UsageError } from './arguments.js';
import { checkFiles } from './verify-batch-files.js';
import { hasTestFaces } from './verify-client.js';
const OPTIONS = {
    out: { value: '<file>', help: 'where the verdicts go, as NDJSON: one line a pair' },
    'resource-code': { value: '<code>', help: 'for rows without their own: 00840000 is Viet Nam' },
    format: { value: 'csv|ndjson', help: "format of the pairs (default by the file's name)" },
    concurrency: { value: '<n>', help: 'calls at once (default 8; with --qps 3 seconds of calls)' },
    qps: { value: '<n>', help: 'the rate you purchased, per second; 90 % of it is used' },
    journal: { value: '<file>', help: 'what makes it outlive a crash (default <out>.journal)' },
    region: { value: '<region>', help: 'where SAF is called (default ap-southeast-1)' },
    endpoint: { value: '<url>', help: "origin to call instead of the region's" },
    'allow-custom-endpoint': { help: "allow an endpoint that is not the vendor's" },
    timeout: { value: '<ms>', help: 'milliseconds for each call (default 15000)' },
    emulator: { help: 'ask the embedded emulator: no account, no network, no cost' },
    json: { help: 'print the summary, or the error, as one line of JSON' },
};
/** The options, in the order of the help. */
export const BATCH_OPTIONS = OPTIONS;
/** As many calls at once as a page of memory for their photos allows. */
const MAX_CONCURRENCY = 64;
/** The client's own, in milliseconds. */
const DEFAULT_TIMEOUT_MS = 15_000;
/** The share of the purchased rate that the limiter uses. */
const SHARE = 0.9;
/**
 * Reads the arguments.
 *
 * @throws UsageError for what is wrong.
 */
export async function readPlan(argv) {
    const { rest, word: path } = takeWord(argv, OPTIONS);
    const given = parseArguments(rest, OPTIONS, 'saf-edge verify-batch');
    if (path === undefined || path === '') {
        throw new UsageError('no file of pairs', 'write saf-edge verify-batch pairs.csv --out <file>');
    }
    requireOptions(given, ['out'], 'saf-edge verify-batch');
    const { format, out, qps, 'resource-code': resourceCode, ...client } = given;
    if (out === '-')
        throw new UsageError('--out - is no file', 'name one: verdicts outlive a crash');
    const { journal = `${out}.journal` } = given;
    await checkFiles({ path, out, journal });
    const rate = readNumber('qps', qps);
    const concurrency = readConcurrency(given.concurrency, rate, Number(given.timeout));
    return {
        pairs: {
            path,
            format: readFormat(format, path),
            resourceCode,
            faces: hasTestFaces(client) ? (await import('../emulator/index.js')).testFaces : undefined,
        },
        out,
        journal,
        concurrency,
        limiter: rate === undefined ? undefined : await createLimiter(rate),
        client,
        batch: nameBatch(client),
    };
}
async function createLimiter(ratePerSecond) {
    const { memoryLimiter } = await import('../limiter/index.js');
    return memoryLimiter({ ratePerSecond, share: SHARE });
}
function nameBatch({ emulator, endpoint, region = 'ap-southeast-1' }) {
    if (emulator)
        return 'the embedded emulator';
    const origin = endpoint ?? `https://saf.${region}.aliyuncs.com`;
    return URL.canParse(origin) ? new URL(origin).host : origin;
}
function readFormat(given, path) {
    if (given === 'csv' || given === 'ndjson')
        return given;
    if (given !== undefined) {
        throw new UsageError(`--format ${quote(given)} is unknown`, 'use csv or ndjson');
    }
    return /^\.(ndjson|jsonl)$/i.test(extname(path)) ? 'ndjson' : 'csv';
}
function readConcurrency(given, rate, timeoutMs) {
    const turns = rate === undefined ? Infinity : rate * SHARE;
    const concurrency = readNumber('concurrency', given) ??
        (rate === undefined ? 8 : Math.max(1, Math.min(Math.ceil(3 * turns), MAX_CONCURRENCY)));
    if (!Number.isInteger(concurrency)) {
        throw new UsageError('--concurrency expected a whole number', 'write --concurrency 8');
    }
    const waitMs = Math.ceil((concurrency / turns) * 1000);
    if (waitMs > (timeoutMs || DEFAULT_TIMEOUT_MS)) {
        throw new UsageError(`--concurrency ${concurrency} is too many for --qps ${rate}: the last would wait ${waitMs} ms ` +
            'for its turn, which is longer than --timeout', 'leave --concurrency out, or allow more time');
    }
    return concurrency;
}
function readNumber(name, text) {
    if (text === undefined)
        return undefined;
    const number = /^\d{1,6}(\.\d{1,6})?$/.test(text) ? Number(text) : 0;
    if (number > 0)
        return number;
    throw new UsageError(`--${name} expected a positive number`, `write --${name} 10`);
}
