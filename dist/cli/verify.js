/**
 * `saf-edge verify`: two photos in, a verdict out.
 *
 * @module
 */
import { isSafError } from '../errors.js';
import { readElapsed } from '../core.js';
import { parseArguments, requireOptions } from './arguments.js';
import { EXIT } from './command.js';
import { KEY_VARIABLES } from './environment.js';
import { CALL_AGAIN_HINT, printCallFailure, printFailure } from './failure.js';
import { printJson } from './output.js';
import { getPhoto } from './photos.js';
import { onStop } from './stop.js';
import { TRIAL } from './usage.js';
import { printVerdict } from './verdict.js';
import { createClient, explainRefusal, hasTestFaces, readSource } from './verify-client.js';
const OPTIONS = {
    ref: { value: '<file>', help: 'photo of the ID document: a JPEG' },
    auth: { value: '<file>', help: 'photo of the live face: a JPEG' },
    'resource-code': { value: '<code>', help: 'country, eight digits: 00840000 is Viet Nam' },
    region: { value: '<region>', help: 'where SAF is called (default ap-southeast-1)' },
    endpoint: { value: '<url>', help: "origin to call instead of the region's" },
    'allow-custom-endpoint': { help: "allow an endpoint that is not the vendor's" },
    format: { value: 'json|xml', help: 'format of the answer on the wire (default json)' },
    timeout: { value: '<ms>', help: 'milliseconds for the whole call (default 15000)' },
    emulator: { help: 'ask the embedded emulator: no account, no network, no cost' },
    json: { help: 'print the verdict, or the error, as one line of JSON' },
};
/** The command. */
export const verify = {
    name: 'verify',
    summary: 'compare the photo of an ID document with a live face (one paid call)',
    synopsis: 'verify --ref <file> --auth <file> --resource-code <code> [options]',
    options: OPTIONS,
    sections: [
        [
            'Environment',
            [
                [KEY_VARIABLES.accessKeyId, 'the access key'],
                [KEY_VARIABLES.accessKeySecret, 'its secret; never an option, since others can read those'],
                [KEY_VARIABLES.securityToken, 'the token, when the key is a temporary one'],
            ],
        ],
        [
            'Exit codes',
            [
                ['0', 'passed'],
                ['1', 'not passed: another person, an attack suspected, or nothing decided'],
                ['2', 'called wrongly, or a photo is no JPEG: nothing was sent'],
                ['3', 'the call failed; the text says whether it may have run'],
                ['130', 'interrupted'],
            ],
        ],
        ['Try it: an emulator also takes test:match, test:mismatch, test:spoof …', [[TRIAL, '']]],
    ],
    run,
};
async function run(argv, output) {
    const given = parseArguments(argv, OPTIONS, 'saf-edge verify');
    const progress = { attempts: 0, interruption: new AbortController() };
    onStop(() => progress.interruption.abort());
    try {
        return await verifyPhotos(given, output, progress);
    }
    catch (error) {
        if (isSafError(error)) {
            printCallFailure(output, error);
            return EXIT.failed;
        }
        if (progress.interruption.signal.aborted)
            return reportInterruption(output, progress);
        throw progress.attempts === 0 ? explainRefusal(error, given, 'saf-edge verify') : error;
    }
}
async function verifyPhotos(given, output, progress) {
    requireOptions(given, ['ref', 'auth', 'resource-code'], 'saf-edge verify');
    const saf = await createClient(given, () => void progress.attempts++);
    const { signal } = progress.interruption;
    const album = { hasTestFaces: hasTestFaces(given), signal };
    const photos = Promise.all([
        getPhoto({ option: '--ref', name: given.ref }, album),
        getPhoto({ option: '--auth', name: given.auth }, album),
    ]);
    // A pipe to which nobody writes cannot be stopped reading: the abort is not left to wait for it.
    const [refFaceContent, authFaceContent] = await Promise.race([photos, untilAborted(signal)]);
    const input = { refFaceContent, authFaceContent, resourceCode: given['resource-code'] };
    const source = readSource(given);
    const startedAtMs = readElapsed();
    const endRemark = output.err.remark(`Asking ${source} … (Ctrl+C stops)`);
    const verdict = await saf.verifyFace(input, { signal }).finally(endRemark);
    const tookMs = readElapsed() - startedAtMs;
    if (output.isJson)
        printJson(output.out, verdict);
    else
        printVerdict(output.out, verdict, { source, tookMs });
    return verdict.passed ? EXIT.passed : EXIT.notPassed;
}
function untilAborted(signal) {
    return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
}
function reportInterruption(output, { attempts }) {
    const isSent = attempts > 0;
    const message = isSent ? 'after the request was sent' : 'before anything was sent';
    printFailure(output, {
        name: 'AbortError',
        code: 'ABORT_ERR',
        message: `interrupted ${message}`,
        outcome: isSent ? 'unknown' : 'not-executed',
        retryable: false,
        attempts,
    }, {
        headline: 'Stopped',
        hint: isSent ? CALL_AGAIN_HINT : 'nothing is to be cleaned up: call again when you like',
    });
    return EXIT.interrupted;
}
