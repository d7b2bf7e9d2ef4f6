/* @ts-self-types="./check-key.d.ts" */
/**
 * Checks the parts of a key without ever showing them. Private.
 *
 * @module
 */
import { check, checkText } from '../codec/check.js';
/**
 * Checks a key, and copies it frozen.
 *
 * @param key - The parts; an empty token counts as none.
 * @param names - What errors call the parts.
 * @throws TypeError naming the part that is missing, or holds white space: a pasted line break is
 *   the commonest wrong signature.
 */
export function checkKey(key, names) {
    const { accessKeyId, accessKeySecret, securityToken } = key;
    checkPart(accessKeyId, names.accessKeyId);
    checkPart(accessKeySecret, names.accessKeySecret);
    if (securityToken === undefined)
        return Object.freeze({ accessKeyId, accessKeySecret });
    checkPart(securityToken, names.securityToken);
    return Object.freeze({ accessKeyId, accessKeySecret, securityToken });
}
function checkPart(value, name) {
    checkText(value, name);
    const isClean = !/[\s\p{C}]/u.test(value);
    check(isClean, name, 'text without white space, line breaks or invisible characters', value);
}
