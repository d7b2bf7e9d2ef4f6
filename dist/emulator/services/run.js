/* @ts-self-types="./run.d.ts" */
/**
 * The business layer of SAF: answers by service.
 *
 * @module
 */
import { decodeText, own } from '../../core.js';
import { kindOf } from '../../sign/core.js';
import { FACE_METHODS, matchPhoto, runFaceMethod } from './china-face.js';
import { writeOutcome } from './face-outcome.js';
import { verifyFace } from './face-verify.js';
import { fail } from './result.js';
import { SERVICES } from './table.js';
/** The service that compares two photos. */
export const FACE_SERVICE = 'intl_face_verify';
/**
 * Answers a call of a service.
 *
 * @param text - The ServiceParameters as they arrived.
 */
export function runService(service, text, { photoLimits, scripted, eventCode }) {
    const { business, face } = scripted ?? {};
    if (business) {
        const { Code, Message = fail(Code).Message, Data } = business;
        return { Code, Message, Data };
    }
    const isFace = service === FACE_SERVICE;
    const isChinaFace = service === 'face_verify' || service === 'face_verify_localsdk';
    const row = Object.hasOwn(SERVICES, service) ? SERVICES[service] : undefined;
    if (!isFace && !isChinaFace && !row)
        return fail(404);
    const given = decodeText(text);
    if (kindOf(given) !== 'object')
        return fail(400);
    const parameters = eventCode === undefined ? given : { ...Object(given), eventCode };
    if (isFace)
        return face ? writeOutcome(face) : verifyFace(parameters, photoLimits);
    if (row)
        return requireFields(row[0], parameters) ?? { Code: 200, Message: 'OK', Data: row[1] };
    if (service === 'face_verify_localsdk') {
        return requireFields('certNumber name blob|imgbase64', parameters) ?? matchPhoto(parameters);
    }
    const method = String(own(parameters, 'method') ?? '');
    const required = Object.hasOwn(FACE_METHODS, method) ? FACE_METHODS[method] : undefined;
    if (required === undefined)
        return fail(400, 'method parameter is invalid');
    return requireFields(required, parameters) ?? runFaceMethod(method, parameters);
}
/** Names the first required field that is absent or empty. */
function requireFields(required, parameters) {
    for (const field of required.split(' ').filter(Boolean)) {
        const names = field.split('|');
        const isThere = names.some((name) => (own(parameters, name) ?? '') !== '');
        if (!isThere)
            return fail(400, `${names[0]} parameter is null`);
    }
    return undefined;
}
