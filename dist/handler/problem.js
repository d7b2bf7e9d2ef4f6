/* @ts-self-types="./problem.d.ts" */
/** Status and title of each problem. */
const PROBLEMS = {
    'method-not-allowed': [405, 'Only POST is answered here'],
    'unsupported-media-type': [
        415,
        'Send a form with its boundary or JSON, without content encoding',
    ],
    'origin-not-allowed': [403, 'This origin may not call here'],
    'body-too-large': [413, 'The body is too large'],
    'not-authorized': [403, 'You are not allowed to verify'],
    'authorization-unavailable': [503, 'Authorization does not answer'],
    'rate-limited': [429, 'Too many verifications'],
    'limiter-unavailable': [503, 'The limiter does not answer'],
    'body-timeout': [408, 'The body did not arrive in time'],
    'invalid-body': [400, 'The body cannot be read'],
    'photo-not-jpeg': [422, 'A photo is not a JPEG'],
    'photo-too-large': [422, 'A photo is too large'],
    'idempotency-key-required': [400, 'Send an Idempotency-Key of 1 to 255 visible ASCII characters'],
    'idempotency-key-reused': [422, 'This Idempotency-Key was used for something else'],
    'in-progress': [409, 'This verification is under way'],
    'store-unavailable': [503, 'The idempotency store does not answer'],
    misconfigured: [500, 'The endpoint is not set up correctly'],
    'not-executed': [503, 'The verification did not run'],
    failed: [502, 'The verification failed'],
    'outcome-unknown': [504, 'The verification may have run'],
};
/** Ends a request early; private, never leaves the handler. */
export class Refusal extends Error {
    name = 'Refusal';
    answer;
    constructor(code, details) {
        super(code);
        this.answer = answerProblem(code, details);
    }
}
/** Answers with a problem. */
export function answerProblem(code, { detail, outcome, requestId, retryAfterMs } = {}) {
    const [status, title] = PROBLEMS[code];
    const type = `urn:problem-type:saf-edge:${code}`;
    const body = { type, title, status, code, detail, outcome, requestId }; // why: JSON leaves the rest out
    return { status, body, retryAfterMs };
}
