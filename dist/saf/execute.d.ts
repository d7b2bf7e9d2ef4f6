/**
 * Calls a service of SAF and judges its answer.
 *
 * @module
 */
import type { Caller } from '../client.js';
import type { FormValue } from '../sign/encode-form.js';
import type { CallOptions } from '../types.js';
import type { ServiceAnswer } from './codes.js';
/** One call of a service. */
export interface ServiceCall {
    readonly service: string;
    /** Makes the JSON text of the parameters: within the deadline, before anything is signed. */
    readonly writeParameters: () => FormValue | Promise<FormValue>;
    /** The codes that are results; every other one is an error. */
    readonly results: readonly number[];
    readonly options?: CallOptions | undefined;
}
/**
 * Calls a service by `ExecuteRequest`.
 *
 * @throws TypeError for a service without a name.
 */
export declare function executeService(caller: Caller, call: ServiceCall): Promise<ServiceAnswer>;
