/* @ts-self-types="./face-verify.d.ts" */
/**
 * The verdict of a face verification: fail closed. Exported by `saf-edge`.
 *
 * @module
 */
import { own, readText } from '../codec/json.js';
import { readDecimal } from './actions.js';
/** Reads a verdict out of a Code 200 answer, whatever its Data. */
export function readVerdict({ data, rawData, requestId }) {
    const extInfo = own(data, 'extInfo');
    const passed = readBoolean(own(data, 'passed'));
    const result = readBoolean(own(extInfo, 'result'));
    const faceAttack = readBoolean(own(extInfo, 'faceAttack'));
    const score = readDecimal(own(extInfo, 'score'));
    const retCode = readText(own(data, 'retCode'));
    const decision = retCode === 'OK_SUCCESS' ? decide({ passed, result, faceAttack }) : 'inconclusive';
    return {
        passed: decision === 'pass',
        decision,
        ...(score !== undefined && { score }),
        ...(faceAttack !== undefined && { faceAttack }),
        retCode,
        retCodeSub: readText(own(data, 'retCodeSub')),
        retMessage: readText(own(data, 'retMessage')),
        requestId,
        raw: rawData ?? '',
    };
}
function decide({ passed, result, faceAttack }) {
    if (faceAttack)
        return 'attack';
    if (faceAttack === undefined || passed === undefined || passed !== result)
        return 'inconclusive';
    return passed ? 'pass' : 'mismatch';
}
/** Exactly true or exactly false, as a boolean or as text; anything else is neither. */
function readBoolean(value) {
    if (value === true || value === 'true')
        return true;
    return value === false || value === 'false' ? false : undefined;
}
