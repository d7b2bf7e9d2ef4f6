/* @ts-self-types="./china-face.d.ts" */
/**
 * `face_verify` and `face_verify_localsdk` of China (`spec/saf-api.md` section 2.4).
 *
 * @module
 */
import { own } from '../../core.js';
import { encodeBase64 } from '../../sign/core.js';
import { randomNonce } from '../../core.js';
import { testFaces } from '../test-faces.js';
import { judgePhoto } from './face-verify.js';
import { fail } from './result.js';
/** What each method asks for. */
export const FACE_METHODS = {
    init: 'certNumber name metainfo',
    query: 'bizId queryId',
    initH5: 'certNumber name metainfo',
    queryH5: 'bizId zimId',
    match: 'name certNumber imgbase64',
};
/** Answers `face_verify`; its required fields were checked. A query finds a finished session. */
export function runFaceMethod(method, parameters) {
    const done = { Code: 200, Message: 'OK' };
    if (method === 'match')
        return matchPhoto(parameters);
    if (method.startsWith('init')) {
        const id = method === 'init' ? 'queryId' : 'zimId';
        return { ...done, Data: { [id]: randomNonce(), bizId: randomNonce() } };
    }
    if (String(own(parameters, 'returnImage')) !== '1')
        return done;
    return { ...done, Data: { image: toUrlSafe(encodeBase64(testFaces.match)) } };
}
/** Answers `face_verify_localsdk`: 409 for a photo that shows another person, or nobody. */
export function matchPhoto(parameters) {
    const photo = own(parameters, 'imgbase64');
    if (typeof photo === 'string' && judgePhoto(toStandard(photo), {}) !== 'match')
        return fail(409);
    return { Code: 200, Message: 'OK', Data: {} };
}
/** The services of China write photos in the url-safe alphabet, both ways. */
function toUrlSafe(base64) {
    return base64.replace(/\+/g, '-').replace(/\//g, '_');
}
function toStandard(base64) {
    const text = base64.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '');
    return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}
