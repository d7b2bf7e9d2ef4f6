/**
 * Whether the paid operation ran. Of the whole call, every attempt included:
 * - `not-executed`: it did not run.
 * - `failed`: the service answered completely, with an error. It may be billed; asking again is a
 *   new call.
 * - `unknown`: it may have run.
 */
export type Outcome = 'not-executed' | 'failed' | 'unknown';
/** Codes of {@link GatewayError}. */
export type GatewayErrorCode = 'ERR_SAF_THROTTLED' | 'ERR_SAF_CLOCK_SKEW' | 'ERR_SAF_NONCE_USED' | 'ERR_SAF_CREDENTIALS' | 'ERR_SAF_GATEWAY';
/** Codes of {@link ServiceError}. */
export type ServiceErrorCode = 'ERR_SAF_BAD_PARAMETERS' | 'ERR_SAF_QUOTA' | 'ERR_SAF_FORBIDDEN' | 'ERR_SAF_UNKNOWN_SERVICE' | 'ERR_SAF_INTERNAL' | 'ERR_SAF_SERVICE';
/** Codes of {@link TransportError}. */
export type TransportErrorCode = 'ERR_SAF_NETWORK' | 'ERR_SAF_TIMEOUT' | 'ERR_SAF_LIMITED';
/** Codes of {@link ResponseError}. */
export type ResponseErrorCode = 'ERR_SAF_BAD_RESPONSE' | 'ERR_SAF_TOO_LARGE' | 'ERR_SAF_REDIRECT';
/** Every code a {@link SafError} can have. */
export type SafErrorCode = GatewayErrorCode | ServiceErrorCode | TransportErrorCode | ResponseErrorCode | 'ERR_SAF_SIGNATURE';
/** What signed requests get wrong, by name. */
export type Mistake = 'wrong-secret' | 'secret-without-ampersand' | 'ampersand-before-secret' | 'method' | 'bare-ampersand' | 'path-not-encoded' | 'encoded-once' | 'encoded-thrice' | 'plus-for-space' | 'star-or-tilde' | 'milliseconds' | 'missing-parameter' | 'extra-parameter' | 'altered-parameter' | 'none' | 'unknown';
/** Why two signatures differ: plain and JSON-safe. Names are shown, values and secrets never. */
export interface Explanation {
    /** What was done wrong, by name. */
    readonly mistake: Mistake;
    /** One sentence: what is wrong and what to do. */
    readonly message: string;
    /** The parameter concerned. */
    readonly parameter?: string;
    /** Where our string to sign first differs from the gateway's, in characters from 0. */
    readonly offset?: number;
}
/** What is known about a failure, apart from its class and code. */
export interface SafErrorDetails {
    /** Of the attempt at hand. */
    readonly outcome: Outcome;
    /** The worst that an earlier attempt of the same call left behind. */
    readonly earlier?: Outcome | undefined;
    /** Whether the same input can succeed later, given that nothing was executed. */
    readonly retryable?: boolean | undefined;
    /** Requests handed to `fetch`. */
    readonly attempts: number;
    /** The gateway's name for the request. */
    readonly requestId?: string | undefined;
    /** The HTTP status. */
    readonly status?: number | undefined;
    /** The foreign error: only its `name` and `code` are kept. */
    readonly cause?: unknown;
}
/** The family of everything that fails at run time. Test with {@link isSafError}. */
export declare abstract class SafError<Code extends SafErrorCode = SafErrorCode, Details extends SafErrorDetails = SafErrorDetails> extends Error {
    /** The class's name, which stays when code is minified. */
    abstract readonly name: string;
    /** What happened; logic branches on this. */
    readonly code: Code;
    /**
     * Whether the paid operation ran, in any attempt of the call.
     *
     * - `not-executed`: it did not run.
     * - `failed`: the service answered with an error; it may be billed, and asking again too.
     * - `unknown`: it may have run. Find out before you ask again: that may be billed too.
     */
    readonly outcome: Outcome;
    /** True only when nothing was executed and the same input can succeed later. */
    readonly retryable: boolean;
    /** Requests sent, or tried to; 0 when the call failed before the first. */
    readonly attempts: number;
    /** The gateway's identifier of the last answer; quote it to the vendor's support. */
    readonly requestId?: string;
    /** The HTTP status of the last answer. */
    readonly status?: number;
    /** Shows the code and the fields of `details` that are defined, each as an own property. */
    constructor(code: Code, message: string, { cause, earlier, ...details }: Details);
}
/** What a {@link GatewayError} tells besides. */
export interface GatewayErrorDetails extends SafErrorDetails {
    /** The gateway's own code, such as `Throttling.User`. */
    readonly gatewayCode: string;
    /** The host that answered, as it names itself. */
    readonly hostId?: string | undefined;
}
/** The gateway refused the request, or failed, before or beside the service. */
export declare class GatewayError extends SafError<GatewayErrorCode, GatewayErrorDetails> {
    /** Tells this class from the others. */
    readonly name = "GatewayError";
    /** The gateway's own code, such as `Throttling.User`. */
    readonly gatewayCode: string;
    /** The host that answered, as it names itself. */
    readonly hostId?: string;
}
/** What a {@link ServiceError} tells besides. */
export interface ServiceErrorDetails extends SafErrorDetails {
    /** The `Code` of the answer, such as 402. */
    readonly serviceCode: number;
    /** The service that was called, such as `intl_face_verify`. */
    readonly service: string;
    /** Data of the answer, decoded. */
    readonly data?: unknown;
}
/** The service answered completely, and its answer is an error. */
export declare class ServiceError extends SafError<ServiceErrorCode, ServiceErrorDetails> {
    #private;
    /** Tells this class from the others. */
    readonly name = "ServiceError";
    /** The `Code` of the answer, such as 402. */
    readonly serviceCode: number;
    /** The service that was called, such as `intl_face_verify`. */
    readonly service: string;
    /** Takes `data` apart from what is shown. */
    constructor(code: ServiceErrorCode, message: string, { data, ...details }: ServiceErrorDetails);
    /** The answer's decoded `Data`, if any. Reachable, but never printed, cloned or serialised. */
    get data(): unknown;
}
/** No answer came: the network failed, time ran out, or the own limiter refused. */
export declare class TransportError extends SafError<TransportErrorCode> {
    /** Tells this class from the others. */
    readonly name = "TransportError";
}
/** An answer came that is not the API's. */
export declare class ResponseError extends SafError<ResponseErrorCode> {
    /** Tells this class from the others. */
    readonly name = "ResponseError";
}
/** What a {@link SignatureError} tells besides. */
export interface SignatureErrorDetails extends SafErrorDetails {
    /** What the gateway's echo of its string to sign tells. */
    readonly explanation: Explanation;
}
/** The gateway computed another signature. */
export declare class SignatureError extends SafError<'ERR_SAF_SIGNATURE', SignatureErrorDetails> {
    /** Tells this class from the others. */
    readonly name = "SignatureError";
    /** What the gateway's echo of its string to sign tells. */
    readonly explanation: Explanation;
}
/** A {@link SafError} of any class, told apart by `name` or `code`. */
export type AnySafError = GatewayError | ServiceError | TransportError | ResponseError | SignatureError;
/**
 * Tells whether a value is one of this library's errors, whichever copy of the library made it.
 *
 * @param value - Anything, such as what a `catch` caught.
 * @returns True for every error class of this module, from any bundle.
 * @example
 * ```ts
 * import { isSafError } from 'saf-edge'
 *
 * const advise = (error: unknown) =>
 *   isSafError(error) && error.outcome === 'not-executed' ? 'nothing ran' : 'ask a human'
 * console.log(advise(new Error('other'))) // ask a human
 * ```
 */
export declare function isSafError(value: unknown): value is AnySafError;
