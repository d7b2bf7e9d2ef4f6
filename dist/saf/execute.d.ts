/**
 * Calls a service of SAF and judges its answer.
 *
 * @module
 */
import type { Caller } from '../caller.js';
import type { FormValue } from '../sign/encode-form.js';
import type { CallOptions } from '../types.js';
import type { SafAction } from './actions.js';
import type { ServiceAnswer } from './codes.js';
import type { StandardSchema } from './schema.js';
/** Options of `executeRequest`. */
export interface ExecuteOptions<Output = unknown> extends DecideOptions<Output> {
    /**
     * The action to call by. `RequestDecision` takes its event from the parameter `eventCode`.
     *
     * @defaultValue `ExecuteRequest`; `ExecuteRequestSG` for services named `…_intl` and `…_intl_pro`,
     *   and for `saf_de` in regions outside `cn-…`, but `ExecuteRequestML` in ap-southeast-3
     */
    readonly action?: SafAction | (string & {}) | undefined;
}
/** Options of `decide`. */
export interface DecideOptions<Output = unknown> extends CallOptions {
    /**
     * Validates the Data of a Code 200 answer, and makes `data` what it gives: a schema of zod,
     * valibot, ArkType or any other library of Standard Schema.
     *
     * What it refuses, or has not accepted when time is up, rejects with a `ServiceError` whose
     * `serviceCode` is 200 and whose `outcome` is `failed`: the call ran, and asking again is another
     * call. Its `data` has Data, decoded.
     */
    readonly schema?: StandardSchema<Output> | undefined;
}
/** One call of a service. */
export interface ServiceCall {
    readonly service: string;
    readonly action: string;
    /** The event that `RequestDecision` is about. */
    readonly eventCode?: unknown;
    /** Makes the JSON text of the parameters: within the deadline, before anything is signed. */
    readonly write: () => FormValue | Promise<FormValue>;
    readonly schema?: StandardSchema | undefined;
}
/**
 * Calls a service, and validates Data if there is a schema.
 *
 * @throws TypeError naming what cannot be sent.
 */
export declare function executeService(caller: Caller, call: ServiceCall, options: CallOptions | undefined): Promise<ServiceAnswer>;
/**
 * Prepares the JSON text of parameters.
 *
 * @throws TypeError naming what is no plain object; the writer, for what JSON cannot say.
 */
export declare function writeJson(name: string, params: object): () => string;
