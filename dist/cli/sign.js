import { canonicalize, explainMismatch, signature, stringToSign } from '../sign/index.js';
import { parseArguments, requireOptions, UsageError } from './arguments.js';
import { EXIT } from './command.js';
import { KEY_VARIABLES, readVariable } from './environment.js';
import { printable, printJson, printRows } from './output.js';
import { readParams, readText } from './sign-input.js';
const OPTIONS = {
    explain: { help: 'say why a gateway refused the signature' },
    params: { value: '<file>', help: 'what was sent: a JSON object of texts, or a query or form' },
    method: { value: '<verb>', help: 'HTTP method it was sent with (default POST)' },
    signature: { value: '<base64>', help: 'the refused signature (default: Signature in --params)' },
    'server-message': { value: '<file>', help: "the gateway's answer, or its message alone" },
    json: { help: 'print the result as one line of JSON' },
};
/** The command. */
export const sign = {
    name: 'sign',
    summary: 'sign parameters stage by stage, or explain a refused signature (nothing is sent)',
    synopsis: 'sign [--explain] --params <file> [options]',
    options: OPTIONS,
    sections: [
        ['Files', [['-', 'standard input, for one of the two files']]],
        ['Environment', [[KEY_VARIABLES.accessKeySecret, 'the secret; never an option, never shown']]],
        [
            'Exit codes',
            [
                ['0', 'signed; or explained'],
                ['1', 'not explained: the mistake is unknown'],
                ['2', 'called wrongly'],
            ],
        ],
        ['Try it', [['saf-edge sign --explain --params sent.json --server-message answer.json', '']]],
    ],
    run,
};
async function run(argv, output) {
    const given = parseArguments(argv, OPTIONS, 'saf-edge sign');
    requireOptions(given, ['params'], 'saf-edge sign');
    const { params: file, 'server-message': messageFile } = given;
    if (file === '-' && messageFile === '-') {
        throw new UsageError('--params and --server-message are both -', 'read one of them from a file');
    }
    const accessKeySecret = readSecret();
    const params = readParams(await readText('--params', file));
    const request = { method: given.method ?? 'POST', params, accessKeySecret };
    try {
        return given.explain
            ? await explain(given, request, output)
            : await signAll(given, request, output);
    }
    catch (error) {
        // Half a surrogate pair, which JSON can hold: the message names the parameter.
        if (!(error instanceof TypeError) || !error.message.startsWith('"'))
            throw error;
        throw new UsageError(`--params ${error.message}`, 'see saf-edge sign --help');
    }
}
function readSecret() {
    const secret = readVariable(KEY_VARIABLES.accessKeySecret);
    if (secret !== undefined)
        return secret;
    throw new UsageError(`no secret: ${KEY_VARIABLES.accessKeySecret} is not set`, 'set it to the secret that the request was signed with');
}
async function explain(given, request, output) {
    const sent = given.signature ?? request.params['Signature'];
    const messageFile = given['server-message'];
    if (sent === undefined && messageFile === undefined) {
        throw new UsageError('missing --signature or --server-message', 'see saf-edge sign --help');
    }
    const serverMessage = messageFile === undefined ? undefined : await readText('--server-message', messageFile);
    const explanation = await explainMismatch({ ...request, signature: sent, serverMessage });
    if (output.isJson)
        printJson(output.out, explanation);
    else
        printExplanation(output, explanation);
    return explanation.mistake === 'unknown' ? EXIT.notPassed : EXIT.passed;
}
function printExplanation({ out }, explanation) {
    const { message, mistake, offset, parameter } = explanation;
    const [mark, style] = mistake === 'none'
        ? ['✓', 'green']
        : mistake === 'unknown'
            ? ['?', 'yellow']
            : ['✗', 'red'];
    out.line(`${out.paint(style, out.paint('bold', `${mark} ${mistake}`))}  ${printable(message)}`);
    const rows = [];
    if (parameter !== undefined)
        rows.push(['parameter', printable(parameter)]);
    if (offset !== undefined)
        rows.push(['offset', `${offset}, in the string to sign`]);
    if (rows.length > 0)
        printRows(out, rows);
}
async function signAll(given, request, { err, isJson, out }) {
    const isForExplain = ['signature', 'server-message'].find((name) => given[name]);
    if (isForExplain) {
        throw new UsageError(`--${isForExplain} is for --explain`, 'add --explain, or leave it out');
    }
    const { accessKeySecret, method, params } = request;
    const stages = {
        canonicalizedQueryString: canonicalize(params),
        stringToSign: stringToSign(method, params),
        signature: await signature(method, params, accessKeySecret),
    };
    err.line(`${err.paint('yellow', '! Warning')}  the text below holds every value that is sent: ` +
        'show it to nobody who may not see them');
    if (isJson) {
        printJson(out, stages);
        return EXIT.passed;
    }
    const titles = ['canonicalized query string', 'string to sign', 'signature'];
    for (const [at, text] of Object.values(stages).entries()) {
        out.line(out.paint('bold', titles[at] ?? ''));
        out.line(text);
    }
    return EXIT.passed;
}
