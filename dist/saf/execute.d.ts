/**
 * Calls a service of SAF and judges its answer.
 *
 * @module
 */
import type { Caller } from '../client.js';
import type { CallOptions } from '../types.js';
import type { ServiceAnswer } from './codes.js';
/** One call of a service. */
export interface ServiceCall {
    readonly service: string;
    /** Makes the service's parameters: within the deadline, before anything is signed. */
    readonly serviceParameters: () => object | Promise<object>;
    /** The codes that are results; every other one is an error. */
    readonly results: readonly number[];
    readonly options?: CallOptions | undefined;
}
/**
 * Calls a service by `ExecuteRequest`.
 *
 * @throws TypeError for a service without a name, or parameters that are not JSON.
 */
export declare function executeService(caller: Caller, call: ServiceCall): Promise<ServiceAnswer>;
