/* @ts-self-types="./signed-ky.d.ts" */
/**
 * `signedKy`: a ky instance whose every attempt is signed afresh. Exported by `saf-edge/ky`.
 *
 * @module
 */
import { createClient } from '../core.js';
import { check, checkText, isObject } from '../sign/core.js';
import { flatten } from '../core.js';
import { encodeJson, parseJson } from '../core.js';
import { isProductHost, readEndpoint, resolveOptions } from '../core.js';
import { readField } from '../read-field.js';
import { timeoutFailure } from '../core.js';
import { attemptSigned } from './attempt.js';
import { completeRetry } from './retry.js';
const METHODS = ['get', 'post', 'put', 'patch', 'head', 'delete'];
/**
 * Signs what a ky instance sends. The input is the action, the parameters are `json` (nested ones
 * flatten, dates and big integers are written right), `searchParams`, or a `URLSearchParams` body;
 * `Action` may be a parameter too. Every attempt goes out as a POST of one signed form, also for
 * `get()`: a URL would keep the signature. No header of ky's is sent.
 *
 * Errors are this library's, with their `outcome`: the gateway's refusals, a `Code` from 400 to 599
 * in an answer, timeouts, and answers that are none. The instance's abort reasons pass untouched. An
 * `HTTPError` of ky is left for what a product answers with another status; it shows neither URL
 * nor body.
 *
 * Nothing is tried again unless the signed instance is asked, by ky's option `retry`, and for POST
 * by its `methods`. Each attempt is a call of its own: when one whose outcome is unknown is followed
 * by another, both may be billed.
 *
 * @param ky - An instance of ky 1.14 or 2.1: its hooks, `fetch` and timeouts stay.
 * @param options - Endpoint, version, credentials, and what is in {@link ClientOptions}.
 * @returns An instance of the same type; its `extend` and `create` give signed ones too.
 * @throws TypeError or RangeError naming the option that is wrong.
 * @example
 * ```ts
 * import ky from 'ky'
 * import { signedKy } from 'saf-edge/ky'
 *
 * const ecs = signedKy(ky, {
 *   endpoint: 'https://ecs.aliyuncs.com',
 *   version: '2014-05-26',
 *   accessKeyId: 'id',
 *   accessKeySecret: 'secret',
 *   fetch: async () => Response.json({ RequestId: 'R', Regions: {} }),
 * })
 * const answer = await ecs.post('DescribeRegions', { json: { AcceptLanguage: 'en-US' } }).json()
 * console.log(answer) // { RequestId: 'R', Regions: {} }
 * ```
 */
export function signedKy(ky, options) {
    check(typeof ky === 'function', 'ky', 'function', ky);
    check(isObject(options), 'options', 'object', options);
    const { allowCustomEndpoint, endpoint, version } = options;
    checkText(version, 'version');
    const url = readEndpoint(endpoint, allowCustomEndpoint, isProductHost);
    const config = resolveOptions(options, { url, version });
    const client = createClient(config);
    // why: both versions' types say less than both do
    const [base, { fetch }] = tell(ky, {}, { fetch: config.fetch });
    return wrap(base, { fetch: config.fetch ?? fetch }, client); // why: as above
}
/** Extends an instance by everything but what it is told. */
function tell(ky, more, before) {
    let told = before;
    const extended = ky.extend((parent) => {
        const { retry = before.retry, ...rest } = typeof more === 'function' ? more(parent) : more;
        told = { retry, fetch: rest.fetch ?? before.fetch ?? parent.fetch };
        return { parseJson: parent.parseJson ?? parseJson, ...rest, retry: 0 };
    });
    return [extended, told];
}
function wrap(ky, told, client) {
    const call = (input, options = {}) => start(ky, input, { options, told, client });
    const methods = METHODS.map((method) => [
        method,
        (input, options) => call(input, { ...options, method }),
    ]);
    return Object.assign(call, ky, Object.fromEntries(methods), {
        extend: (more) => wrap(...tell(ky, more, told), client),
        create: (more = {}) => wrap(...tell(ky.create(), more, { fetch: told.fetch }), client),
    });
}
function start(ky, input, { options, told, client }) {
    const call = { attempts: 0, earlier: 'not-executed', isPending: false, again: undefined };
    const { retry = told.retry, fetch = told.fetch } = options;
    // As a URL: ky puts its prefix before a text.
    const target = typeof input === 'string' ? new URL(input, client.config.url) : input;
    const sent = ky(target, {
        ...options,
        stringifyJson: (data) => encodeJson(flatten(data)),
        retry: completeRetry(retry, call),
        fetch: (request) => attemptSigned(request, { client, call }, fetch),
    });
    const tidied = sent.catch((error) => {
        throw tidy(error, call);
    });
    const shortcuts = Object.entries(sent).map(([name, read]) => [
        name,
        async (...schema) => {
            await tidied;
            return read(...schema);
        },
    ]);
    return Object.assign(tidied, Object.fromEntries(shortcuts));
}
/** Takes URL, parameters and answer out of what ky throws, and tells its timeout as ours. */
function tidy(error, { attempts, earlier, isPending }) {
    if (!(error instanceof Error) || readField(error, 'request') === undefined)
        return error;
    if (error.name === 'TimeoutError') {
        const outcome = isPending ? 'unknown' : 'not-executed';
        return timeoutFailure({ attempts, earlier }, outcome).error;
    }
    // What ky 2 wraps so failed before anything was sent: a connection that fails is ours to tell.
    if (error.name === 'NetworkError')
        return error.cause ?? error;
    const { message } = error;
    error.message = message.replace(/: \w+ \w+:.*/s, '');
    error.stack = `${error.stack}`.replace(message, error.message);
    for (const name of ['request', 'options', 'data']) {
        Object.defineProperty(error, name, { value: undefined, enumerable: false });
    }
    return error;
}
