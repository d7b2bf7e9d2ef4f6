/* @ts-self-types="./face-outcome.d.ts" */
const OUTCOMES = {
    match: ['OK_SUCCESS', 'Z1140', 'Facial recognition passed (Z1140)', [true, '100.0', false]],
    mismatch: [
        'OK_SUCCESS',
        'Z1146',
        'Facial recognition not passed (Z1146)',
        [false, '54.4566324452', false],
    ],
    spoof: [
        'OK_SUCCESS',
        'Z1146',
        'Facial recognition not passed (Z1146)',
        [false, '92.1045532227', true],
    ],
    unreadable: ['PROCESSING', 'Z5137', 'image can not be parsed, please try again (Z5137)'],
    noReference: ['UNABLE_GET_IMAGE', 'Z1102', 'comparison source is not available (Z1102)'],
};
/** Tells the name of an outcome. */
export function isFaceOutcome(name) {
    return Object.hasOwn(OUTCOMES, name);
}
/** Writes the answer of an outcome. */
export function writeOutcome(name) {
    const [retCode, retCodeSub, retMessage, extInfo] = OUTCOMES[name];
    const [result, score, faceAttack] = extInfo ?? [];
    return {
        Code: 200,
        Message: 'OK',
        Data: JSON.stringify({
            passed: String(result === true),
            retCode,
            retCodeSub,
            retMessage,
            ...(extInfo && {
                extInfo: { result: String(result), score, faceAttack: String(faceAttack) },
            }),
        }),
    };
}
