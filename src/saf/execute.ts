/**
 * Calls a service of SAF and judges its answer.
 *
 * @module
 */
import type { Caller } from '../caller.ts'
import { checkText } from '../codec/check.ts'
import type { FormValue } from '../sign/encode-form.ts'
import type { CallOptions } from '../types.ts'
import { judgeService } from './codes.ts'
import type { ServiceAnswer } from './codes.ts'

/** One call of a service. */
export interface ServiceCall {
  readonly service: string
  /** Makes the JSON text of the parameters: within the deadline, before anything is signed. */
  readonly writeParameters: () => FormValue | Promise<FormValue>
  /** The codes that are results; every other one is an error. */
  readonly results: readonly number[]
  readonly options?: CallOptions | undefined
}

/**
 * Calls a service by `ExecuteRequest`.
 *
 * @throws TypeError for a service without a name.
 */
export async function executeService(caller: Caller, call: ServiceCall): Promise<ServiceAnswer> {
  const { service, writeParameters, results, options } = call
  checkText(service, 'service')
  return caller({
    action: 'ExecuteRequest',
    service,
    params: async () => ({
      Service: service,
      ServiceParameters: await writeParameters(),
    }),
    judge: (answer, facts) => judgeService(answer, facts, { service, results }),
    options,
  })
}
