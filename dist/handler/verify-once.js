/* @ts-self-types="./verify-once.d.ts" */
/**
 * Makes the paid call, at most once for each record: claim, call, keep what came of it.
 *
 * @module
 */
import { isObject } from '../sign/core.js';
import { decodeText, own } from '../core.js';
import { isSafError } from '../errors.js';
import { readOutcome } from '../core.js';
import { randomNonce } from '../core.js';
import { answerProblem, Refusal } from './problem.js';
import { within } from './within.js';
/** When to ask again what is under way, or what is busy. */
const SOON_MS = 1000;
/**
 * Verifies, or repeats what came of it before.
 *
 * @throws Refusal when nothing was called: the key is taken, or the store does not answer.
 */
export async function verifyOnce(job) {
    const owner = randomNonce();
    const begun = await claim(job, owner);
    switch (begun.state) {
        case 'new':
            return callAndKeep(job, owner);
        case 'done':
            return readKept(begun.result);
        case 'running':
            throw new Refusal('in-progress', { retryAfterMs: SOON_MS });
        case 'conflict':
            throw new Refusal('idempotency-key-reused');
        default:
            // Whoever held it died, or lost the store: it may have called, and nobody calls again.
            return { ...mayHaveRun(), isReplay: true };
    }
}
async function claim({ config, parts, record, tell }, owner) {
    const { store, keepMs } = parts;
    const { leaseMs, stepTimeoutMs } = config;
    const { fingerprint, name } = record;
    const letGo = () => store.release(name, owner);
    let beginning;
    try {
        return await within(stepTimeoutMs, () => {
            beginning = store.begin(name, { owner, fingerprint, leaseMs, keepMs });
            return beginning;
        });
    }
    catch (error) {
        tell({ type: 'failed', part: 'store', error });
        // The claim may have arrived, or arrive yet, and would hold the key of a call nobody makes.
        await within(stepTimeoutMs, letGo).catch(() => { });
        Promise.resolve(beginning)
            .then(letGo)
            .catch(() => { });
        throw new Refusal('store-unavailable', { retryAfterMs: SOON_MS });
    }
}
async function callAndKeep(job, owner) {
    const { config, parts, record, tell } = job;
    const { store } = parts;
    const answer = await call(job);
    const { status, body } = answer;
    const keep = () => body.outcome === 'not-executed'
        ? store.release(record.name, owner)
        : store.finish(record.name, owner, JSON.stringify({ status, body }));
    // Twice, since a record without its result answers "unknown" forever.
    for (const attempt of [1, 2]) {
        try {
            await within(config.stepTimeoutMs, keep);
            break;
        }
        catch (error) {
            if (attempt === 2)
                tell({ type: 'failed', part: 'store', error });
        }
    }
    return answer;
}
async function call({ config, parts, input, tell }) {
    const { callTimeoutMs, reveal, timeoutMs } = config;
    try {
        const verdict = await within(callTimeoutMs, () => parts.saf.verifyFace(input, { timeoutMs }));
        return { status: 200, body: describeVerdict(verdict, reveal) };
    }
    catch (error) {
        tell({ type: 'failed', part: 'call', error });
        const outcome = readOutcome(error) ?? 'unknown';
        const code = outcome === 'unknown' ? 'outcome-unknown' : outcome;
        const { requestId, retryable } = isSafError(error) ? error : {};
        const retryAfterMs = retryable ? SOON_MS : undefined;
        return answerProblem(code, { outcome, requestId, retryAfterMs });
    }
}
/** Fails closed, whatever a client of one's own gives. */
function describeVerdict(verdict, reveal) {
    const { passed, decision, requestId } = verdict;
    const revealed = reveal.map((name) => [name, verdict[name]]);
    const isPlain = (value) => ['string', 'number', 'boolean'].includes(typeof value);
    return {
        passed: passed === true && decision === 'pass',
        decision: String(decision),
        requestId: String(requestId),
        ...Object.fromEntries(revealed.filter(([, value]) => isPlain(value))),
    };
}
function mayHaveRun() {
    return answerProblem('outcome-unknown', { outcome: 'unknown' });
}
/** Reads what `callAndKeep` wrote; a store that gives something else does not say what came of it. */
function readKept(result) {
    const kept = decodeText(result);
    const [status, body] = [own(kept, 'status'), own(kept, 'body')];
    const isOurs = [200, 502, 504].includes(Number(status)) && isObject(body);
    const answer = isOurs ? { status, body } : mayHaveRun(); // why: written by us
    return { ...answer, isReplay: true };
}
