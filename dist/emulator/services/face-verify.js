/* @ts-self-types="./face-verify.d.ts" */
/**
 * `intl_face_verify`: two photos in, a verdict out (`spec/saf-api.md` sections 1 and 6).
 *
 * @module
 */
import { own } from '../../core.js';
import { isFaceOutcome, writeOutcome } from './face-outcome.js';
import { fitsLimits, readPhoto } from './photo.js';
import { fail } from './result.js';
/**
 * Resource codes that decide by themselves, for tests that have no photo of their own: `00990` and a
 * business code, or `0099000` and an outcome. Every other one is `00`, a calling code of two digits
 * and `0000`, such as `00840000`; anything else is a bad resource code.
 */
const SCENARIOS = {
    '00990001': 'match',
    '00990002': 'mismatch',
    '00990003': 'spoof',
    '00990004': 'unreadable',
    '00990005': 'noReference',
    '00990402': 402,
    '00990403': 403,
    '00990404': 404,
    '00990500': 500,
};
/** Verifies; checks in the order of the document. */
export function verifyFace(parameters, limits) {
    const [ref, auth, code] = ['refFaceContent', 'authFaceContent', 'resourceCode'].map((name) => {
        const value = own(parameters, name);
        return typeof value === 'string' ? value : '';
    });
    if (!ref || !auth || !code) {
        return fail(400, 'refFaceContent or authFaceContent or resourceCode is null');
    }
    const scenario = Object.hasOwn(SCENARIOS, code) ? SCENARIOS[code] : undefined;
    if (typeof scenario === 'number')
        return fail(scenario);
    if (scenario === undefined && !/^00\d\d0000$/.test(code))
        return BAD_RESOURCE_CODE;
    const outcomes = [ref, auth].map((text) => judgePhoto(text, limits));
    const bad = outcomes.find((outcome) => outcome === 'noReference' || outcome === 'unreadable');
    return writeOutcome(scenario ?? bad ?? outcomes[1] ?? 'unreadable');
}
/** Code 500 with Data: the only answer of its kind that is documented. */
const BAD_RESOURCE_CODE = {
    Code: 500,
    Message: 'system error',
    Data: '{"passed":"false","retCode":"SYSTEM_ERROR","retCodeSub":"Z1141","retMessage":"resourceCode value invalid"}',
};
/** Reads the outcome a photo carries; a photo without one shows nobody. */
export function judgePhoto(base64, limits) {
    const photo = readPhoto(base64);
    if (!photo?.outcome || !fitsLimits(photo, limits))
        return 'unreadable';
    if (photo.outcome === 'idPhoto')
        return 'match';
    return isFaceOutcome(photo.outcome) ? photo.outcome : 'unreadable';
}
