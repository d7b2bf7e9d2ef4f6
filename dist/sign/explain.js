/* @ts-self-types="./explain.d.ts" */
/**
 * Explains why a gateway refused a signature. Exported by `saf-edge/sign`.
 *
 * @module
 */
import { check, isObject, quote } from '../codec/check.js';
import { requireText } from '../codec/percent.js';
import { webHmacSha1 } from '../crypto/web.js';
import { explainDifference } from './difference.js';
import { findEcho } from './find-echo.js';
import { cutFraction, findTimestamp } from './mistaken-params.js';
import { joinText } from './mistaken-text.js';
import { recognise } from './recognise.js';
import { stringToSign } from './string-to-sign.js';
/**
 * Says in one sentence why a gateway refused a signature: compares our string to sign with the
 * gateway's when its message is given, and recognises the signature by its mistake when that is
 * given. Names of parameters are shown, values and secrets never.
 *
 * Recognition makes at most 4000 HMACs over at most 512 MiB: every known mistake, and two of the
 * frequent ones together. Mistakes without a name of their own get the nearest: `star-or-tilde`
 * for other characters that are encoded differently, small hex digits among them, and
 * `altered-parameter` for another order and for a signature that is not written in base64.
 *
 * @param options - The request, and at least one of `serverMessage` and `signature`.
 * @param hmac - The implementation. @defaultValue `webHmacSha1`
 * @returns The mistake, a sentence with what to do, and where they are known the parameter and the
 *   offset in the string to sign.
 * @throws TypeError naming what is missing, is not a string, or holds half a surrogate pair.
 * @example
 * ```ts
 * import { explainMismatch, stringToSign } from 'saf-edge/sign'
 *
 * const request = { method: 'POST', params: { Format: 'JSON' }, accessKeySecret: 'secret' }
 * const serverMessage = `server string to sign is:${stringToSign('GET', request.params)}`
 * console.log((await explainMismatch({ ...request, serverMessage })).mistake) // method
 * ```
 */
export async function explainMismatch(options, hmac = webHmacSha1) {
    checkOptions(options);
    const { accessKeySecret, method, params, serverMessage, signature } = options;
    const ours = stringToSign(method, params);
    const text = splitText(ours, method);
    const recogniseGiven = (given) => recognise({ text, params, accessKeySecret, signature: given, hmac });
    const echo = serverMessage === undefined ? undefined : findEcho(serverMessage, ours);
    if (echo === undefined) {
        return signature === undefined
            ? { mistake: 'unknown', message: NO_ECHO }
            : checkTimestamp(await recogniseGiven(signature), params);
    }
    if (echo !== ours)
        return explainDifference({ text, params, accessKeySecret }, echo);
    // The texts are equal: the key was wrong, or the signature is not the one of this text.
    const sent = signature ?? params['Signature'];
    const recognised = sent === undefined ? undefined : await recogniseGiven(sent);
    return recognised && recognised.mistake !== 'none' && recognised.mistake !== 'unknown'
        ? recognised
        : { mistake: 'wrong-secret', message: SAME_TEXT };
}
const NO_ECHO = 'the message holds no string to sign of the gateway: give its whole answer';
const SAME_TEXT = 'the gateway signed the same text, so the AccessKeySecret is wrong or belongs to another ' +
    'AccessKeyId: take the secret of this key';
/** What is wrong with `method` and `params` is found where they are used. */
function checkOptions(options) {
    check(isObject(options), 'options', 'object', options);
    const { accessKeySecret, serverMessage, signature } = options;
    requireText(accessKeySecret, 'accessKeySecret');
    for (const [name, value] of Object.entries({ serverMessage, signature })) {
        check(value === undefined || typeof value === 'string', name, 'string', value);
    }
    if (serverMessage === undefined && signature === undefined) {
        throw new TypeError('"serverMessage" or "signature" expected, got neither');
    }
}
function splitText(text, method) {
    const parts = { method: method.toUpperCase(), path: '%2F', query: '' };
    return { ...parts, query: text.slice(joinText(parts).length) };
}
/** A gateway refuses a timestamp with milliseconds however it is signed. */
function checkTimestamp(explanation, params) {
    const { mistake, message } = explanation;
    const parameter = findTimestamp(params);
    const value = parameter === undefined ? '' : (params[parameter] ?? '');
    if (parameter === undefined || cutFraction(value) === value)
        return explanation;
    if (mistake !== 'none' && mistake !== 'unknown')
        return explanation;
    const says = `the parameter ${quote(parameter)} has milliseconds: cut them`;
    return {
        mistake: 'milliseconds',
        message: mistake === 'none' ? says : `${says}; and ${message}`,
        parameter,
    };
}
