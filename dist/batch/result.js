/* @ts-self-types="./result.d.ts" */
/**
 * What became of a pair: a verdict, or why there is none. Plain, JSON-safe, and the same whether it
 * comes from a call or from the journal.
 *
 * @module
 */
import { readText } from '../core.js';
import { isSafError } from '../errors.js';
import { readOutcome } from '../core.js';
import { readField } from '../read-field.js';
/** The decisions that are not passed. */
export const NOT_PASSED = ['mismatch', 'attack', 'inconclusive'];
/** What is kept of a stranger's text: an identifier is shorter, and an answer may be long. */
const MAX_TEXT = 256;
/** Describes a verdict, failing closed: passed only when it says so twice. */
export function describeVerdict(id, verdict) {
    const { faceAttack, retCode, retCodeSub, requestId, score } = verdict;
    const passed = verdict.passed === true && verdict.decision === 'pass';
    const isReason = NOT_PASSED.includes(verdict.decision);
    return {
        id,
        status: passed ? 'passed' : 'not-passed',
        verdict: {
            passed,
            decision: passed ? 'pass' : isReason ? verdict.decision : 'inconclusive',
            ...(Number.isFinite(score) && { score }),
            ...(typeof faceAttack === 'boolean' && { faceAttack }),
            retCode: clip(retCode),
            retCodeSub: clip(retCodeSub),
            requestId: clip(requestId),
        },
        restored: false,
    };
}
/** Describes why a call gave no verdict. What nobody foresaw may have run. */
export function describeError(id, error) {
    if (isSafError(error)) {
        const { code, message, requestId } = error;
        const failure = { code, message: clip(message), outcome: readOutcome(error) ?? 'unknown' };
        return fail(id, { ...failure, ...(requestId !== undefined && { requestId: clip(requestId) }) });
    }
    if (isRefusedInput(error)) {
        return fail(id, { code: 'ERR_INPUT', message: clip(error.message), outcome: 'not-executed' });
    }
    const outcome = readOutcome(error) ?? 'unknown';
    const end = outcome === 'unknown' ? 'it may have run' : 'nothing was sent';
    const message = `the client threw ${readName(error)}, which is not its own: ${end}`;
    return fail(id, { code: 'ERR_UNEXPECTED', message, outcome });
}
/** Describes a photo that was not got. Its error's text is not shown: it may hold a path. */
export function describePhotoError(id, field, error) {
    const code = readField(error, 'code');
    const isCode = typeof code === 'string' && /^[A-Z][A-Z\d_]{0,31}$/.test(code);
    const message = `"${field}" could not be read (${isCode ? code : readName(error)})`;
    return fail(id, { code: 'ERR_PHOTO', message, outcome: 'not-executed' });
}
/** Describes a call that was under way when an earlier run ended. */
export function describeInterrupted(id) {
    const message = 'an earlier run ended while this call was under way: it may have run';
    return fail(id, { code: 'ERR_INTERRUPTED', message, outcome: 'unknown' });
}
/** Describes a call that was written down, and not made. Only the journal has it. */
export function describeStopped(id) {
    const message = 'the batch was stopped before this call';
    return fail(id, { code: 'ERR_INTERRUPTED', message, outcome: 'not-executed' });
}
/** Tells a result that is called again when the batch is resumed. */
export function isResumable({ error }) {
    return error?.outcome === 'not-executed';
}
function fail(id, error) {
    const status = error.outcome === 'unknown' ? 'unknown' : 'failed';
    return { id, status, error, restored: false };
}
/** What the client checks before it sends anything, and nothing else that is a TypeError. */
function isRefusedInput(error) {
    const isOurs = error instanceof TypeError;
    return isOurs && /^"(refFaceContent|authFaceContent|resourceCode)"/.test(error.message);
}
function readName(error) {
    const name = readField(error, 'name');
    return typeof name === 'string' && /^[A-Za-z]\w{0,63}$/.test(name) ? name : 'a value';
}
function clip(text) {
    return readText(text).slice(0, MAX_TEXT);
}
