/**
 * The client that the options of `saf-edge verify` ask for.
 *
 * @module
 */
import { quote } from '../sign/core.js';
import { jsonFormat } from '../core.js';
import { systemPlatform } from '../core.js';
import { createSaf } from '../core.js';
import { UsageError } from './arguments.js';
import { KEY_VARIABLES, readCredentials } from './environment.js';
/**
 * Creates the client that the options ask for.
 *
 * @param given - The options.
 * @param onSign - Called before each request is signed: from then on it may have been sent.
 * @param limiter - Sets the pace.
 * @throws UsageError, or the library's TypeError or RangeError, for options that are wrong.
 */
export async function createClient(given, onSign, limiter) {
    if (given.emulator && given.endpoint !== undefined) {
        throw new UsageError('--emulator and --endpoint exclude each other', 'leave one of them out');
    }
    const options = {
        region: given.region,
        endpoint: given.endpoint,
        allowCustomEndpoint: given['allow-custom-endpoint'],
        timeoutMs: readMilliseconds(given.timeout),
        format: await loadFormat(given.format),
        limiter,
        platform: {
            now: systemPlatform.now,
            nonce() {
                onSign();
                return systemPlatform.nonce();
            },
        },
    };
    if (!given.emulator)
        return createSaf({ ...options, ...readCredentials() });
    const { createEmulator } = await import('../emulator/index.js');
    return createSaf({ ...options, ...createEmulator().client });
}
/** XML needs a package, and only XML does: the rest of the command runs without any. */
async function loadFormat(name = 'json') {
    if (name === 'json')
        return jsonFormat;
    if (name !== 'xml')
        throw new UsageError(`--format ${name} is unknown`, 'use json or xml');
    try {
        return (await import('../codec/xml.js')).xmlFormat;
    }
    catch {
        throw new UsageError('--format xml needs the package @rgrove/parse-xml, which is not installed', 'install it beside saf-edge, or use --format json');
    }
}
function readMilliseconds(text) {
    if (text === undefined)
        return undefined;
    if (/^\d{1,10}$/.test(text))
        return Number(text);
    throw new UsageError('--timeout expected milliseconds', 'write --timeout 15000 for 15 seconds');
}
/** Tells whether an emulator answers: plain http goes to loopback only, and there one listens. */
export function hasTestFaces({ emulator, endpoint }) {
    return emulator === true || endpoint?.startsWith('http:') === true;
}
/** Says who answers. */
export function readSource(given) {
    const { emulator, endpoint, region = 'ap-southeast-1' } = given;
    if (emulator)
        return 'the embedded emulator, which knows its test faces only';
    return endpoint === undefined ? `saf.${region}.aliyuncs.com` : new URL(endpoint).host;
}
/**
 * Names the options and variables that the library's refusal knows by its own names.
 *
 * @param command - Whose help tells more.
 */
export function explainRefusal(error, given, command) {
    const isRefusal = error instanceof TypeError || error instanceof RangeError;
    if (!isRefusal || !error.message.startsWith('"'))
        return error;
    const names = {
        ...KEY_VARIABLES,
        refFaceContent: `--ref ${quote(given.ref ?? '')}`,
        authFaceContent: `--auth ${quote(given.auth ?? '')}`,
        resourceCode: '--resource-code',
        allowCustomEndpoint: '--allow-custom-endpoint',
        endpoint: '--endpoint',
        region: '--region',
        timeoutMs: '--timeout',
    };
    const message = error.message.replace(/"(\w+)"/g, (whole, name) => {
        return Object.hasOwn(names, name) ? (names[name] ?? whole) : whole;
    });
    // Every argument is text: that it was is no news.
    return new UsageError(message.replace(/, got string$/, ''), message.includes('JPEG') ? 'save the photo as a JPEG file' : `see ${command} --help`);
}
