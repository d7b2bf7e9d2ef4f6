import type { Outcome } from '../errors.js';
import type { RateLimiter } from '../types.js';
import type { ProblemCode } from './problem.js';
import type { IdempotencyStore } from './store.js';
/** What a page may be told besides `passed`, `decision` and `requestId`. */
export type Revealable = 'score' | 'faceAttack' | 'retCode' | 'retCodeSub' | 'retMessage';
/** What is used of a verdict. */
export interface Verdict extends Readonly<Partial<Record<Revealable, unknown>>> {
    /** True only when it is beyond doubt. */
    readonly passed: boolean;
    /** What the verification decided, such as `mismatch`. */
    readonly decision: string;
    /** The gateway's name for the request. */
    readonly requestId: string;
}
/** What is used of a client: `createSaf` makes one. */
export interface FaceVerifier {
    /** Makes one paid call. */
    readonly verifyFace: (input: {
        readonly refFaceContent: Uint8Array;
        readonly authFaceContent: Uint8Array;
        readonly resourceCode: string;
    }, options: {
        readonly timeoutMs: number;
    }) => Promise<Verdict>;
}
/** Where records are kept, and how. */
export interface IdempotencyOptions {
    /** Where the records are kept. */
    readonly store: IdempotencyStore;
    /**
     * Keys the HMACs in the records, besides the subject and the Idempotency-Key, which no record
     * holds either. The same on every isolate and machine. Without it, a record is as hard to guess
     * as its Idempotency-Key; give one if your pages' keys are not random.
     */
    readonly secret?: string | undefined;
    /** Milliseconds until a record is forgotten, and its key free. @defaultValue 86400000, a day */
    readonly keepMs?: number | undefined;
}
/** Who calls; or a refusal: an answer of your own, or anything empty for a plain 403. */
export type Authorization = string | Response | null | undefined | false;
/**
 * A value, or a function that makes it of a Worker's `env`: called once for each `env`, or once and
 * for all if it declares no parameter (its `length` is 0). In Deno and Bun, and in Hono on Node,
 * give a value or such a function: what these pass instead of an `env` may be another object with
 * each request, and a store or limiter that is made anew knows nothing of earlier requests.
 */
export type FromEnv<T, Env> = T | ((env: Env) => T);
/** Options of `createVerifyHandler`. */
export interface VerifyHandlerOptions<Env = unknown> {
    /** The client that makes the paid call. */
    readonly saf: FromEnv<FaceVerifier, Env>;
    /**
     * Tells who calls: a name that stays the same for one user, such as an account's number as text.
     * Gets the request without its body. What it throws, and silence, are refusals.
     */
    readonly authorize: (request: Request, env: Env) => Authorization | Promise<Authorization>;
    /**
     * The pages that may call, such as `https://shop.example`, or an app's, such as
     * `capacitor://localhost`: what the browser sends as `Origin`. There is no wildcard.
     */
    readonly allowedOrigins: FromEnv<readonly string[], Env>;
    /** Counts verifications per subject, before anything of the body is read. @defaultValue none */
    readonly limiter?: FromEnv<RateLimiter, Env> | undefined;
    /** What happens when `limiter` fails: go on, or refuse. @defaultValue 'open' */
    readonly onLimiterError?: 'open' | 'closed' | undefined;
    /** Keeps what came of each Idempotency-Key. */
    readonly idempotency: FromEnv<IdempotencyStore | IdempotencyOptions, Env>;
    /** Bytes of a body, as they arrive. @defaultValue 6291456: two photos of 2 MiB in base64 */
    readonly maxBodyBytes?: number | undefined;
    /** Bytes of one photo; not more than the client's `maxPhotoBytes`. @defaultValue 2097152 */
    readonly maxPhotoBytes?: number | undefined;
    /** Width times height of one photo. @defaultValue 50000000: what phones write */
    readonly maxPhotoPixels?: number | undefined;
    /** The resource codes a page may ask for. @defaultValue any eight digits */
    readonly resourceCodes?: readonly string[] | undefined;
    /** What a page is told besides `passed`, `decision` and `requestId`. @defaultValue nothing */
    readonly reveal?: readonly Revealable[] | undefined;
    /** Request headers a page may send besides content-type, idempotency-key and authorization. */
    readonly allowedHeaders?: readonly string[] | undefined;
    /** Milliseconds until the whole body must have arrived. @defaultValue 30000 */
    readonly bodyTimeoutMs?: number | undefined;
    /** Milliseconds `authorize`, `limiter` and the store may take, each. @defaultValue 5000 */
    readonly stepTimeoutMs?: number | undefined;
    /** Milliseconds of the paid call, instead of the client's own. @defaultValue 15000 */
    readonly timeoutMs?: number | undefined;
    /** Hears of each answer, and of each part that failed; its own failure is dropped. */
    readonly onEvent?: ((event: HandlerEvent) => void) | undefined;
}
/** A request was answered: its last event. */
export interface Answered {
    /** Tells this event from the others. */
    readonly type: 'answered';
    /** The HTTP status. */
    readonly status: number;
    /** Milliseconds from the request to its answer. */
    readonly durationMs: number;
    /** The problem; absent when the answer is a verdict, a preflight's, or your own refusal. */
    readonly code?: ProblemCode | undefined;
    /** Whether the paid call ran, when the answer is a problem and that is decided. */
    readonly outcome?: Outcome | undefined;
    /** Whether it was kept of an earlier request. */
    readonly isReplay: boolean;
}
/** A part of yours failed. */
export interface Failed {
    /** Tells this event from the others. */
    readonly type: 'failed';
    /** Which part; `call` is the client, `context` is `waitUntil`. */
    readonly part: 'options' | 'authorize' | 'limiter' | 'store' | 'call' | 'context';
    /**
     * What it threw. Of `limiter`, `store` and `call` its name and code alone, unless it is a
     * `SafError`: the rest may hold subjects, keys or photos. JSON shows nothing of most errors: log
     * it by itself.
     */
    readonly error: unknown;
}
/** What `onEvent` is told, told apart by `type`: no photo, no subject, no key. */
export type HandlerEvent = Answered | Failed;
/** Options after checking; what depends on `env` is still to be made. */
export interface Config<Env> {
    readonly options: VerifyHandlerOptions<Env>;
    readonly saf: (env: Env) => FaceVerifier;
    readonly allowedOrigins: (env: Env) => readonly string[];
    readonly limiter: (env: Env) => RateLimiter | undefined;
    readonly idempotency: (env: Env) => IdempotencyStore | IdempotencyOptions;
    readonly onLimiterError: 'open' | 'closed';
    readonly maxBodyBytes: number;
    readonly maxPhotoBytes: number;
    readonly maxPhotoPixels: number;
    readonly resourceCodes: readonly string[] | undefined;
    readonly reveal: readonly Revealable[];
    readonly allowedHeaders: readonly string[];
    readonly bodyTimeoutMs: number;
    readonly stepTimeoutMs: number;
    readonly timeoutMs: number;
    /** Milliseconds after which the call is given up, whatever the client does. */
    readonly callTimeoutMs: number;
    /** Milliseconds a record is held: longer than the call and what the store can take. */
    readonly leaseMs: number;
}
/** What depends on `env`. It holds secrets: it never leaves a closure. */
export interface Parts {
    readonly saf: FaceVerifier;
    readonly limiter: RateLimiter | undefined;
    readonly store: IdempotencyStore;
    readonly secret: string;
    readonly keepMs: number;
}
/**
 * Checks the options and fills in the defaults. What needs no `env` is made once, to be checked at
 * once.
 *
 * @throws TypeError or RangeError naming the option.
 */
export declare function readOptions<Env>(options: VerifyHandlerOptions<Env>): Config<Env>;
/**
 * Makes what depends on `env`, but for the pages that may call: so that what is wrong with the rest
 * reaches the page.
 *
 * @throws TypeError naming the option whose function gave something else, or what that threw.
 */
export declare function makeParts<Env>(config: Config<Env>, env: Env): Parts;
