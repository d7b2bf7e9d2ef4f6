/**
 * A row of a file of pairs: what it must have.
 *
 * @module
 */
import { quote } from '../sign/core.js';
import { findNear, UsageError } from './arguments.js';
/** The names that are read; others say nothing. */
export const COLUMNS = ['id', 'ref', 'auth', 'resource_code'];
/** The library's own limit, in characters. */
const MAX_ID_LENGTH = 256;
/** Stands before the name of a test face. */
const FACE = 'test:';
/**
 * Checks a row.
 *
 * @throws UsageError naming its line.
 */
export function checkRow({ fields, line }, file) {
    const read = (name) => {
        const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
        if (typeof value === 'number' && !Number.isSafeInteger(value)) {
            throw new UsageError(`line ${line} has a number as its ${name} that is no exact one`, 'write it in quotes');
        }
        const isNumber = typeof value === 'number' || typeof value === 'bigint';
        return isNumber ? String(value) : typeof value === 'string' ? value : '';
    };
    const [id, ref, auth] = [read('id'), read('ref'), read('auth')];
    if (`${id}${ref}${auth}`.includes('\uFFFD')) {
        throw new UsageError(`line ${line} is not UTF-8`, 'save the file as UTF-8, as "CSV UTF-8" is');
    }
    const missing = Object.entries({ id, ref, auth }).find(([, text]) => text === '');
    if (missing) {
        throw new UsageError(`line ${line} has no ${missing[0]}`, 'name the columns id, ref, auth and resource_code in the first line, in UTF-8');
    }
    if (id.length > MAX_ID_LENGTH) {
        throw new UsageError(`line ${line} has an id of more than 256 characters`, 'use a shorter one');
    }
    const resourceCode = read('resource_code') || file.resourceCode;
    if (resourceCode === undefined || !/^\d{8}$/.test(resourceCode)) {
        const what = resourceCode === undefined ? 'has no' : 'expected eight digits as its';
        throw new UsageError(`line ${line} ${what} resource_code`, 'write it there, or give one for all with --resource-code: 00840000 is Viet Nam');
    }
    for (const name of [ref, auth])
        checkFace(name, line, file);
    return { id, ref, auth, resourceCode };
}
function checkFace(name, line, { faces }) {
    if (!name.startsWith(FACE))
        return;
    if (!faces) {
        throw new UsageError(`line ${line} names a face of the emulator, ${quote(name)}, which the service does not know`, 'add --emulator, or name a JPEG file');
    }
    const face = name.slice(FACE.length);
    if (Object.hasOwn(faces, face))
        return;
    const near = findNear(face, Object.keys(faces));
    throw new UsageError(`line ${line} names ${quote(name)}, which is no test face`, near === undefined
        ? `there are ${Object.keys(faces).join(', ')}`
        : `did you mean ${FACE}${near}?`);
}
/** Finds the test face that a photo's name stands for. */
export function findFace(name, { faces }) {
    return name.startsWith(FACE) ? faces?.[name.slice(FACE.length)] : undefined;
}
