/**
 * `saf-edge doctor`: what keeps a paid call from working, found out for free.
 *
 * @module
 */
import { isStsHost } from '../credentials/role.js';
import { readEndpoint } from '../core.js';
import { isSafHost, regionEndpoint } from '../core.js';
import { parseArguments, UsageError } from './arguments.js';
import { EXIT } from './command.js';
import { checkClock, checkEndpoint, checkIdentity, checkKeyShape, NOT_ASKED, } from './doctor-checks.js';
import { probe } from './doctor-probe.js';
import { KEY_VARIABLES, readVariable } from './environment.js';
import { printJson } from './output.js';
const OPTIONS = {
    region: { value: '<region>', help: 'where SAF will be called (default ap-southeast-1)' },
    endpoint: { value: '<url>', help: "origin to look at instead of the region's" },
    'allow-custom-endpoint': { help: "allow endpoints that are not the vendor's" },
    'sts-endpoint': {
        value: '<url>',
        help: 'origin of STS (default sts.aliyuncs.com, or an --endpoint of your own)',
    },
    json: { help: 'print the findings as one line of JSON' },
};
/** The command. */
export const doctor = {
    name: 'doctor',
    summary: 'check key, clock, network and identity before the first paid call (free)',
    synopsis: 'doctor [options]',
    options: OPTIONS,
    sections: [
        [
            'Environment',
            [
                [KEY_VARIABLES.accessKeyId, 'the access key; its first four characters are shown'],
                [KEY_VARIABLES.accessKeySecret, 'its secret'],
                [KEY_VARIABLES.securityToken, 'the token, when the key is a temporary one'],
            ],
        ],
        [
            'Checks',
            [
                ['key', 'is set, and has the shape of one'],
                ['clock', "against the gateway's, which refuses what is 15 minutes off"],
                ['endpoint', 'has an address and answers'],
                ['sts', 'GetCallerIdentity, signed as a paid call is, and free'],
            ],
        ],
        [
            'Exit codes',
            [
                ['0', 'nothing is wrong; ! marks what is worth a look'],
                ['1', 'something is wrong'],
                ['2', 'called wrongly'],
            ],
        ],
    ],
    run,
};
const MARKS = {
    ok: ['✓', 'green'],
    warning: ['!', 'yellow'],
    wrong: ['✗', 'red'],
};
async function run(argv, { isJson, out }) {
    const given = parseArguments(argv, OPTIONS, 'saf-edge doctor');
    const targets = readTargets(given);
    const findings = [];
    const report = (finding) => {
        findings.push(finding);
        if (!isJson)
            printFinding(out, finding);
    };
    const key = readKey();
    const shape = checkKeyShape(key);
    report(shape);
    const seen = await probe(targets.saf);
    report(checkClock(seen));
    report(checkEndpoint(targets.saf, seen));
    const isAskable = shape.state !== 'wrong';
    report(isAskable ? await checkIdentity(key, { url: targets.sts }) : NOT_ASKED);
    const ok = findings.every(({ state }) => state !== 'wrong');
    if (isJson)
        printJson(out, { ok, checks: findings });
    return ok ? EXIT.passed : EXIT.notPassed;
}
/** Reads what is set, whatever it is. */
function readKey() {
    const { accessKeyId, accessKeySecret, securityToken } = KEY_VARIABLES;
    return {
        accessKeyId: readVariable(accessKeyId) ?? '',
        accessKeySecret: readVariable(accessKeySecret) ?? '',
        securityToken: readVariable(securityToken),
    };
}
/** Reads where SAF and STS are. An emulator serves both at one origin, and so may a proxy. */
function readTargets(given) {
    const allowCustom = given['allow-custom-endpoint'];
    const saf = explainRefusal('--endpoint', () => {
        const regional = regionEndpoint(given.region ?? 'ap-southeast-1');
        return readEndpoint(given.endpoint ?? regional, allowCustom, isSafHost);
    });
    const usual = isSafHost(new URL(saf).host) ? 'https://sts.aliyuncs.com' : saf;
    const sts = explainRefusal('--sts-endpoint', () => {
        return readEndpoint(given['sts-endpoint'] ?? usual, allowCustom, isStsHost);
    });
    return { saf, sts };
}
/** Says the options of the command where the library says its own. */
function explainRefusal(endpoint, read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof TypeError))
            throw error;
        const message = error.message
            .replace('"endpoint"', endpoint)
            .replace('"region"', '--region')
            .replace('"allowCustomEndpoint"', '--allow-custom-endpoint')
            .replace(/, got string$/, '');
        throw new UsageError(message, 'see saf-edge doctor --help');
    }
}
function printFinding(out, { fix, name, saw, state }) {
    const [mark, style] = MARKS[state];
    const advice = fix === undefined ? '' : ` → ${fix}`;
    out.line(`${out.paint(style, mark)} ${out.paint('bold', name.padEnd(8))}  ${saw}${advice}`);
}
