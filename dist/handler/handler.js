/* @ts-self-types="./handler.d.ts" */
/**
 * `createVerifyHandler`: the endpoint that a page may call. Exported by `saf-edge/handler`.
 *
 * @module
 */
import { check } from '../sign/core.js';
import { readElapsed } from '../core.js';
import { answerPreflight, corsHeaders } from './cors.js';
import { identifyRecord } from './fingerprint.js';
import { makeParts, readOptions } from './options.js';
import { Refusal } from './problem.js';
import { readBody, stopSender, tooLarge } from './read-body.js';
import { readInput, readKind } from './read-input.js';
import { createTell } from './tell.js';
import { verifyOnce } from './verify-once.js';
import { within } from './within.js';
/** Characters of a subject: a name, not a token. */
const MAX_SUBJECT_LENGTH = 256;
/** Seconds after which a page may ask again, whatever a limiter says. */
const MAX_RETRY_AFTER = 86_400;
/** An Idempotency-Key: visible characters, in quotes or not, as the IETF's draft has them. */
const KEY = /^(?:"([!#-[\]-~]{1,255})"|([!#-[\]-~]{1,255}))$/;
/**
 * Creates the endpoint that a page may call to verify a face: every check comes before the paid
 * call, and the same Idempotency-Key never pays twice.
 *
 * A page sends `POST` with `Idempotency-Key` (a random UUID for each verification, the same when it
 * asks again) and a form of two files and a text, or JSON with base64: `refFaceContent`,
 * `authFaceContent`, `resourceCode`. It gets `{ passed, decision, requestId }`, or a problem
 * (RFC 9457) whose `code` is stable and whose `outcome` says whether the paid call ran. It has no
 * `outcome` when that is not decided: then the page asks again with the same Idempotency-Key.
 *
 * Checked in this order, the first that fails answers: method (405), content type (415), origin
 * (403), declared length (413), `authorize` (403, or your answer; 503 when it fails), `limiter`
 * (429), the body as it arrives (413, 408, 400), its fields and photos (400, 422), Idempotency-Key
 * (400; 422 when used for something else, 409 while it runs). Then the call: a verdict is 200;
 * else `outcome` is `not-executed` (503), and the key is free again; or `failed` (502) or `unknown`
 * (504), which are kept and answered again. Nothing of a photo is kept but an HMAC.
 *
 * @param options - See {@link VerifyHandlerOptions}.
 * @throws TypeError or RangeError naming the option that is wrong.
 * @example
 * ```ts
 * import { createSaf } from 'saf-edge'
 * import { createEmulator, testFaces } from 'saf-edge/emulator'
 * import { createVerifyHandler, memoryStore } from 'saf-edge/handler'
 *
 * const handler = createVerifyHandler({
 *   saf: createSaf(createEmulator().client),
 *   authorize: (request) => request.headers.get('authorization')?.replace('Bearer ', ''),
 *   allowedOrigins: ['https://shop.example'],
 *   idempotency: memoryStore(),
 * })
 *
 * const body = new FormData() // what the page sends
 * body.set('refFaceContent', new Blob([testFaces.idPhoto]))
 * body.set('authFaceContent', new Blob([testFaces.match]))
 * body.set('resourceCode', '00840000')
 * const headers = {
 *   origin: 'https://shop.example',
 *   authorization: 'Bearer somebody',
 *   'idempotency-key': crypto.randomUUID(),
 * }
 * const request = new Request('https://api.example/', { method: 'POST', headers, body })
 * const response = await handler(request)
 * console.log(response.status, (await response.json()).decision) // 200 pass
 * ```
 */
export function createVerifyHandler(options) {
    const config = readOptions(options);
    const tell = createTell(options.onEvent);
    return async (request, env, ctx) => {
        const startedMs = readElapsed();
        const visit = { config, request, env: env, ctx, tell }; // why: theirs to give
        let origin = null;
        let answer;
        try {
            origin = findOrigin(visit);
            answer = await answerRequest(visit, origin);
        }
        catch (error) {
            answer = readFailure(visit, error);
        }
        // What was not read is not wanted.
        if (!request.bodyUsed)
            stopSender(request, request.body);
        tell({ type: 'answered', ...describe(answer), durationMs: readElapsed() - startedMs });
        return finishResponse(answer, origin);
    };
}
/** The checks, in their order. */
async function answerRequest(visit, origin) {
    const { config, ctx, env, request, tell } = visit;
    const { headers, method } = request;
    const isPreflight = method === 'OPTIONS';
    if (!isPreflight && method !== 'POST')
        throw new Refusal('method-not-allowed');
    if (!isPreflight && !readKind(headers))
        throw new Refusal('unsupported-media-type');
    if (origin === null)
        throw new Refusal('origin-not-allowed');
    if (isPreflight)
        return answerPreflight(config.allowedHeaders);
    if (Number(headers.get('content-length')) > config.maxBodyBytes) {
        throw tooLarge(config.maxBodyBytes);
    }
    const parts = makeParts(config, env);
    const subject = await authorize(visit);
    if (typeof subject !== 'string')
        return subject;
    await takeTurn(visit, parts, subject);
    const bytes = await readBody(request, config);
    const input = await readInput(bytes, headers, config);
    const idempotencyKey = readKey(headers);
    if (idempotencyKey === undefined)
        throw new Refusal('idempotency-key-required');
    const owner = { subject, idempotencyKey, secret: parts.secret };
    const record = await identifyRecord(owner, input);
    const work = verifyOnce({ config, parts, record, input, tell });
    // A page that leaves does not end a call that is paid: what came of it is kept. Whatever a
    // context does, the call is under way: its answer is the answer.
    const outlive = async () => ctx?.waitUntil?.(work.catch(() => { }));
    outlive().catch((error) => tell({ type: 'failed', part: 'context', error }));
    return work;
}
function readKey(headers) {
    const [, quoted, bare = quoted] = KEY.exec(headers.get('idempotency-key') ?? '') ?? [];
    return bare;
}
function findOrigin({ config, env, request }) {
    const origin = request.headers.get('origin');
    return origin !== null && config.allowedOrigins(env).includes(origin) ? origin : null;
}
/** Asks who calls, with a request that has no body. */
async function authorize({ config, env, request, tell, }) {
    const { headers, method, url } = request;
    try {
        const subject = await within(config.stepTimeoutMs, () => config.options.authorize(new Request(url, { method, headers }), env));
        // A copy, since what others made may have headers that cannot be changed.
        if (subject instanceof Response)
            return new Response(subject.body, subject);
        if (subject)
            return checkSubject(subject);
    }
    catch (error) {
        tell({ type: 'failed', part: 'authorize', error });
        throw new Refusal('authorization-unavailable');
    }
    throw new Refusal('not-authorized');
}
/** A limiter refuses other keys, and would let everybody through by failing. */
function checkSubject(subject) {
    const isShort = typeof subject === 'string' && subject.length <= MAX_SUBJECT_LENGTH;
    const isName = isShort && !/\p{Surrogate}/u.test(subject);
    check(isName, 'authorize', `name of at most ${MAX_SUBJECT_LENGTH} characters`, subject);
    return subject;
}
/** Books a turn of the subject's: at once, or not at all. */
async function takeTurn({ config, tell }, { limiter }, subject) {
    if (!limiter)
        return;
    let turn;
    try {
        turn = await within(config.stepTimeoutMs, () => limiter.reserve(subject, { maxWaitMs: 0 }));
        check(typeof turn?.ok === 'boolean', 'limiter', 'reservation as answer', turn);
    }
    catch (error) {
        tell({ type: 'failed', part: 'limiter', error });
        if (config.onLimiterError === 'closed')
            throw new Refusal('limiter-unavailable');
    }
    if (turn?.ok === false) {
        throw new Refusal('rate-limited', { retryAfterMs: turn.retryAfterMs });
    }
}
/** Reads what ended a request before its key was claimed: see `problem.ts` about outcomes. */
function readFailure(visit, error) {
    const { request, tell } = visit;
    if (!(error instanceof Refusal)) {
        tell({ type: 'failed', part: 'options', error });
        return readFailure(visit, new Refusal('misconfigured'));
    }
    const { answer } = error;
    if (readKey(request.headers) !== undefined)
        return answer;
    return { ...answer, body: { ...answer.body, outcome: 'not-executed' } };
}
/** Says what was answered, and nothing of whom or what it was about. */
function describe(answer) {
    if (answer instanceof Response)
        return { status: answer.status, isReplay: false };
    const { body, isReplay = false, status } = answer;
    return { status, code: body.code, outcome: body.outcome, isReplay };
}
/** Writes the answer, with what lets the page read it, and nobody keep it. */
function finishResponse(answer, origin) {
    const response = answer instanceof Response ? answer : writeAnswer(answer);
    response.headers.append('vary', 'origin');
    for (const [name, value] of corsHeaders(origin))
        response.headers.set(name, value);
    return response;
}
function writeAnswer({ body, isReplay, retryAfterMs, status }) {
    const headers = new Headers({
        'cache-control': 'no-store',
        'content-type': status === 200 ? 'application/json' : 'application/problem+json',
        'x-content-type-options': 'nosniff',
    });
    if (status === 405)
        headers.set('allow', 'POST, OPTIONS');
    if (isReplay)
        headers.set('idempotency-replayed', 'true');
    if (Number.isFinite(retryAfterMs)) {
        const seconds = Math.max(1, Math.ceil(Number(retryAfterMs) / 1000));
        headers.set('retry-after', String(Math.min(MAX_RETRY_AFTER, seconds)));
    }
    return new Response(JSON.stringify(body), { status, headers });
}
